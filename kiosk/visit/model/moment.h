// The time and the randomness of an update(), which is pure.
#pragma once
#include "base/clock.h"

#include <cstdint>

namespace kiosk::visit {

struct Moment {
    Instant now;
    std::uint64_t chance = 0; // random number that draws the questions, and shuffles the keypad
};

} // namespace kiosk::visit
