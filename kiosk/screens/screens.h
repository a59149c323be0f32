// The screens: one function each, in one table. A screen reads State, draws, and emits Actions; it keeps no state, and
// has no lengths in pixels, no colours and no texts of its own.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// Draws the screen that the State names; on screens of a visit also the bar, and "still there?" where it is due.
void draw(Frame& frame, visit::State const& state);

} // namespace kiosk::screens
