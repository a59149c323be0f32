// A label, put together out of many packages. Pure.
#pragma once
#include "figures/label.h"

namespace kiosk::fleet {

// A label as packages tell of it. Its number is 0 for a former one.
struct LabelRecord {
    figures::Label label;
    std::int64_t snapshot = 0; // the how manieth export told of the days of its event, or who had it

    // What makes it this label of its machine.
    using Key = std::tuple<figures::LabelKind, std::int64_t, figures::LabelText>;
    Key key() const;
    // The same label in another package: days are widened, of corrections the latest snapshot's hold.
    void tell(LabelRecord const& other);
    bool operator==(LabelRecord const&) const = default;
};

// The earlier of two days, either of which may be "".
std::string earlier(std::string const& one, std::string const& other);

} // namespace kiosk::fleet
