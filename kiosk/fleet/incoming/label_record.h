// A label, merged from many packages. Pure.
#pragma once
#include "figures/label.h"

namespace kiosk::fleet {

// A label as packages describe it. Its number is 0 for a former one.
struct LabelRecord {
    figures::Label label;
    std::int64_t snapshot = 0; // the number of the export that its text comes from

    // Identifies the label within its machine.
    using Key = std::tuple<figures::LabelKind, std::int64_t, figures::LabelText>;
    Key key() const;
    // Merges the same label of another package: its days are extended, and the text of the latest snapshot holds.
    void merge(LabelRecord const& other);
    bool operator==(LabelRecord const&) const = default;
};

// The earlier of two days, either of which may be "".
std::string earlier(std::string const& one, std::string const& other);

} // namespace kiosk::fleet
