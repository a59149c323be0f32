// kiosk --hash-pin: asks for a PIN twice at the terminal, or reads one line where there is none, and prints the line
// that goes into the configuration. The PIN itself is shown nowhere.
#pragma once

namespace kiosk::program {

// 0, or 1 after saying what is wrong with it.
int hash_pin_at_terminal();

} // namespace kiosk::program
