// Pages longer than the panel. A screen is drawn as tall as its words need: where that is more than there is room for,
// it scrolls, under a finger or by two buttons beside it. Private to screens/.
#pragma once
#include "screens/frame.h"
#include "visit/state.h"

namespace kiosk::screens {

using DrawScreen = void (*)(Frame&, visit::State const&);

// `view_bottom`: where the page ends on the panel, [px].
void draw_scrolling(Frame& frame, visit::State const& state, DrawScreen draw, float view_bottom);

} // namespace kiosk::screens
