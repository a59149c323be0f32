// The program: reads arguments and configuration, and does what they ask for.
#pragma once
#include <string>

namespace kiosk::program {

// Returns an exit code of system/exit_code.h.
int run(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::program
