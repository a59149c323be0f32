// Dayparts: the day of a stand in parts, each with its theme, by the clock of the place. Pure; the caller reads the
// clock. A clock that is wrong shows the wrong colours and nothing worse.
#pragma once
#include "base/clock.h"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

struct Daypart {
    std::string name, theme;
    int from = 0; // minutes after midnight
};

// "08:30" -> 510.
std::optional<int> minutes_of_day(std::string const& text);

class Dayparts {
public:
    Dayparts() = default;
    explicit Dayparts(std::vector<Daypart> parts); // in any order
    bool empty() const { return parts_.empty(); }
    std::vector<Daypart> const& all() const { return parts_; } // in the order of the day
    // The part that a minute of the day belongs to: from midnight on, the last one of the day before. Not when empty.
    std::size_t at(int minute) const;

private:
    std::vector<Daypart> parts_;
};

// Minutes after midnight in Brussels.
int minute_in_brussels(WallTime time);

} // namespace kiosk::app
