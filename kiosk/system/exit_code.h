// Exit codes of the kiosk: 0 success, 1 a fault (one line each on standard error), 3 no display, 4 the renderer was
// lost and only a restart helps.
#pragma once
#include <string_view>

namespace kiosk {

constexpr int kExitFault = 1;
constexpr int kExitNoDisplay = 3;
constexpr int kExitRendererLost = 4;

// Prints the words on standard error and returns kExitFault.
int fault(std::string_view words);

} // namespace kiosk
