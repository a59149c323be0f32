// The aperture: the lens-shaped outline that pictures are seen through, at once an eye, an aircraft window and a
// porthole. Pure geometry.
#pragma once
#include "base/geometry.h"

#include <vector>

namespace kiosk::ui {

// A convex outline within `rect`, clockwise from the left corner. `openness`: 0 (shut: a line) to 1.
std::vector<Point> aperture_outline(Rect const& rect, float openness = 1);

} // namespace kiosk::ui
