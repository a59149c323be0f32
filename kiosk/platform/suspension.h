// How long the machine has been suspended since it was started, of which no Clock of ours knows. Grows only. Linux.
#pragma once
#include "base/clock.h"

namespace kiosk::platform {

Duration suspended_so_far();

} // namespace kiosk::platform
