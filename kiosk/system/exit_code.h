// How the program ends: 0 done, 1 a fault (said in one line each on standard error), 3 there is no display, 4 the
// renderer was lost and only a new start helps.
#pragma once
#include <string_view>

namespace kiosk {

constexpr int kExitFault = 1;
constexpr int kExitNoDisplay = 3;
constexpr int kExitRendererLost = 4;

// Says what is wrong, on standard error, and is the code to end with.
int fault(std::string_view words);

} // namespace kiosk
