// Restarts the program in the same process, with the same arguments, after everything has ended in order. So there is
// one way to start, after a crash, a power cut and new content alike.
#pragma once

namespace kiosk::program {

// Returns only if it has failed, which is logged.
void restart_program(char** argv);

} // namespace kiosk::program
