// The loop of the trade-fair screen. A pure function of what is shown.
#pragma once
#include "screens/parts/frame.h"
#include "visit/display_loop.h"

namespace kiosk::screens {

// What the trade-fair screen shows; nothing on it can be touched.
struct DisplayLook {
    std::string stand; // name of the stand, "" for none
    visit::LiveFigures figures;
};
void draw_display(Frame& frame, visit::DisplayState const& state, DisplayLook const& look);

} // namespace kiosk::screens
