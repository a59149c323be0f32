// The points of a page, one below the other: marked, or numbered where the page says that they are counted. Private to
// screens/visitor/. `scale` is of their letters; widths and heights are [px].
#pragma once
#include "screens/parts/frame.h"

namespace kiosk::screens {

float points_height(Frame& frame, float width, content::Page const& page, float scale);
// Takes their height from `area`.
void draw_points(Frame& frame, Rect& area, content::Page const& page, float scale);

} // namespace kiosk::screens
