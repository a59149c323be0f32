// The doctor: `kiosk --check` examines everything that the kiosk needs on this machine, and prints for each whether it
// is green, amber or red, and what to do. Changes nothing.
#pragma once
#include "program/setup/options.h"

namespace kiosk::program {

// Returns an exit code: 0 all green, 1 something amber, 2 something red.
int check_health(Options const& options);

} // namespace kiosk::program
