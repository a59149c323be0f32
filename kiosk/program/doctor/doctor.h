// The doctor: `kiosk --check` looks at everything the kiosk needs on this machine and says of each, in words, whether
// it is green, amber or red, and what to do. Changes nothing. Owner: run.
#pragma once
#include "program/setup/options.h"

namespace kiosk::program {

// Prints it; 0 when all is green, 1 with something amber, 2 with something red.
int check_health(Options const& options);

} // namespace kiosk::program
