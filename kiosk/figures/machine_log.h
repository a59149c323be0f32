// The machine log: what happened to the machine, in order. Nothing in it comes from a visitor's touch, and of time it
// keeps no more than a fault needs: the number of the start, whole hours since that start, and the day.
#pragma once
#include <cstdint>
#include <string>

namespace kiosk::figures {

struct MachineRow {
    std::int64_t sequence = 0, boot = 0, monotonic_seconds = 0;
    std::string wall; // the day; "" if the clock was not believed
    bool clock_trusted = false;
    std::string event, detail;
    auto operator<=>(MachineRow const&) const = default;
};

} // namespace kiosk::figures
