// When something happens, and by which chance: what `update` would otherwise have to ask somebody for.
#pragma once
#include "base/clock.h"

#include <cstdint>

namespace kiosk::visit {

struct Moment {
    Instant now;
    std::uint64_t chance = 0; // a random number: questions are drawn by it, and the pad's keys shuffled
};

} // namespace kiosk::visit
