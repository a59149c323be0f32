// The screen of the trade-fair display, which nobody touches: one function, without a state of its own.
#pragma once
#include "screens/parts/frame.h"
#include "visit/display_loop.h"

namespace kiosk::screens {

// What it shows beside the content.
struct DisplayData {
    std::string stand; // name of the stand; "" for none
    visit::LiveFigures figures;
};
void draw_display(Frame& frame, visit::DisplayState const& state, DisplayData const& look);

} // namespace kiosk::screens
