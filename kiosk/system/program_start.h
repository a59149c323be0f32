// What every program of this house does first: what it writes is its user's alone (umask 0077), since it may be figures
// or keys; and where it was started as root on something that a service owns, it goes on as that service
// (root_rights.h). Called once by each main(), before any thread.
#pragma once
#include "base/result.h"

namespace kiosk {

// Looks at the folder it stands in and at every argument that may be a path. An Error: nothing may be touched.
Result<> begin_program(int argc, char const* const* argv);

} // namespace kiosk
