// Power of the screens of an X server (DPMS, libXext). Owner: the caller.
#pragma once
#include "platform/power/screen_power.h"

namespace kiosk::platform {

// Null where the server has no DPMS, or where this program was built without X11 (KIOSK_X11). Installs a handler by
// which the program exits with 1, and logs it, if the X server goes away later.
std::unique_ptr<ScreenPower> make_x11_power();

} // namespace kiosk::platform
