// The program without its main: reads arguments and configuration, and runs what they ask for.
#pragma once
#include <string>

namespace kiosk::program {

// One of exit_code.h's.
int run(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::program
