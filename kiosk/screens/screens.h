// The screens: one function each, all of them in one table; nothing else of this room is public. A screen reads State,
// draws, and emits Actions; it holds no state, no number, no colour and no word of its own.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// Draws the screen the State names, the bar, and what may lie over it ("still there?").
void draw(Frame& frame, visit::State const& state);

} // namespace kiosk::screens
