// Starting anew: the loop has ended, everything was put down in order, and the same program begins again with the same
// arguments in the same process. One way to start, after a crash, a power cut and new content alike.
#pragma once

namespace kiosk::program {

// Comes back only if it failed.
void begin_again(char** argv);

} // namespace kiosk::program
