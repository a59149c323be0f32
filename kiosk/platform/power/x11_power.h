// The power of screens that an X server drives (DPMS, libXext). Owner: whoever asked.
#pragma once
#include "platform/power/screen_power.h"

namespace kiosk::platform {

// None where the server cannot, or where this program was built without X11 (KIOSK_X11). From then on the program ends
// with 1, and says so, where its server goes.
std::unique_ptr<ScreenPower> make_x11_power();

} // namespace kiosk::platform
