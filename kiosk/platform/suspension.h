// How long the machine has been suspended since it was started. Instants of a Clock leave this time out. Linux only.
#pragma once
#include "base/clock.h"

namespace kiosk::platform {

Duration suspended_so_far();

} // namespace kiosk::platform
