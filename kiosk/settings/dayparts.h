// Dayparts: parts of the day, each with a theme, in the local time of a zone. Pure; the caller reads the clock. A clock
// that is wrong leads to the wrong colours and nothing worse.
#pragma once
#include "base/clock.h"
#include "base/zone.h"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::settings {

struct Daypart {
    std::string name, theme;
    int from = 0; // minutes after midnight
};

// "08:30" -> 510.
std::optional<int> parse_minutes_of_day(std::string_view text);

class Dayparts {
public:
    Dayparts() = default;
    explicit Dayparts(std::vector<Daypart> parts, Zone zone = {}); // in any order
    bool empty() const { return parts_.empty(); }
    std::vector<Daypart> const& all() const { return parts_; } // in the order of the day
    // The index of the part that a time belongs to. Before the first part of a day it is still the last one of the day
    // before. Must not be called when empty.
    std::size_t at(WallTime time) const;

private:
    std::vector<Daypart> parts_;
    Zone zone_;
};

} // namespace kiosk::settings
