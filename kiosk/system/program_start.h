// What every program does first: umask 0077, since it may write figures or keys; no core files; and where it was
// started as root on a service's files, it drops to that service's user (drop_root.h). Called once by each main(),
// before any thread.
#pragma once
#include "base/result.h"

namespace kiosk {

// Checks the working folder and every argument that may be a path. After an Error the program must end.
Result<> prepare_process(int argc, char const* const* argv);

} // namespace kiosk
