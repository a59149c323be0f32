// The program without its main: reads arguments and configuration, puts the rooms together, runs the loop.
#pragma once
#include "platform/window.h"
#include "program/options.h"

#include <string>

namespace kiosk::program {

// The windows they ask for, the kiosk's first where there are two.
std::vector<platform::WindowOptions> windows_of(Options const& options);

// One of exit_code.h's.
int run(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::program
