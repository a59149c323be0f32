// Ending: why the program ends, where it is not told to by a signal. There is one way to start: new content or new
// settings begin the program anew, as a crash or a power cut would.
#pragma once

namespace kiosk::show {

enum class Ending { none, restart, power_off };

} // namespace kiosk::show
