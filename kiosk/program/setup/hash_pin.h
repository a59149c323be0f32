// kiosk --hash-pin: asks twice for a PIN at the terminal, or reads one line of standard input if that is no terminal,
// and prints the line for the configuration. The PIN is not shown.
#pragma once

namespace kiosk::program {

// 0, or 1 after printing what is wrong with the PIN.
int hash_pin_at_terminal();

} // namespace kiosk::program
