// The program without its main: reads arguments and configuration, puts the rooms together, runs the loop.
// Exit codes: 0 done, 1 a fault (said in one line each on standard error), 3 there is no display, 4 the renderer was
// lost and only a new start helps.
#pragma once
#include "app/options.h"
#include "platform/window.h"

#include <string>

namespace kiosk::app {

constexpr int kExitFault = 1;
constexpr int kExitNoDisplay = 3;
constexpr int kExitRendererLost = 4;

// The windows they ask for, the kiosk's first where there are two.
std::vector<platform::WindowOptions> windows_of(Options const& options);

int run(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::app
