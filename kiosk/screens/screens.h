// The screens: one function each, all of them in one table; nothing else of this room is public. A screen reads State,
// draws, and emits Actions; it holds no state, no number, no colour and no word of its own.
#pragma once
#include "screens/frame.h"
#include "visit/display_loop.h"

namespace kiosk::screens {

// Draws the screen the State names, the bar, and what may lie over it ("still there?").
void draw(Frame& frame, visit::State const& state);

// Outside opening hours, on the kiosk and on the display: a picture at rest and where to report, for dim light; then
// nothing. What lights a pixel changes its place within minutes.
void draw_asleep(Frame& frame, int minutes);
void draw_dark(Frame& frame);

// What the trade-fair screen shows; nothing on it can be touched.
struct DisplayLook {
    std::string stand; // name of the stand, "" for none
    visit::LiveFigures figures;
};
void draw_display(Frame& frame, visit::DisplayState const& state, DisplayLook const& look);

} // namespace kiosk::screens
