#include "platform/power/x11_power.h"

namespace kiosk::platform {

std::unique_ptr<ScreenPower> make_x11_power() { return nullptr; }

} // namespace kiosk::platform
