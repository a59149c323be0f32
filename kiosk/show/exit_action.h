// ExitAction: what follows when the program ends by itself. New content and new settings take effect by a restart,
// which is the same start as after a crash or a power cut.
#pragma once

namespace kiosk::show {

enum class ExitAction { none, restart, power_off };

} // namespace kiosk::show
