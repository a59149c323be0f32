// Which release this is. Clocks before the time of its release are not believed.
#pragma once
#include "base/clock.h"

#include <string_view>

namespace kiosk {

// As the build names it; content may ask for a later one.
constexpr std::string_view kProgramVersion = "0.1.0";

constexpr WallTime kReleaseTime{1793491200}; // 2026-11-01 00:00 UTC

} // namespace kiosk
