// kiosk --hash-pin: asks for a PIN twice at the terminal, or reads one line where there is none, and prints what goes
// into the configuration as pin_hash. The PIN itself is shown nowhere.
#pragma once

namespace kiosk::app {

// 0, or 1 after saying what is wrong with it.
int hash_pin_at_terminal();

} // namespace kiosk::app
