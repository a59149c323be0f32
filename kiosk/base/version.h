// Which release this is. The date is when it was made ready: clocks before it are not believed.
#pragma once
#include "base/clock.h"

namespace kiosk {

constexpr WallTime kReleased{1793491200}; // 2026-11-01 00:00 UTC

} // namespace kiosk
