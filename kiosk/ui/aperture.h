// The aperture: the one shape of the kiosk, at once an eye, an aircraft window and a porthole. Everything that shows it
// takes its outline from here. Pure geometry.
#pragma once
#include "base/geometry.h"

#include <vector>

namespace kiosk::ui {

// The outline within a rectangle, clockwise from the left corner, convex. `openness` 0 (shut: a line) to 1.
std::vector<Point> aperture_outline(Rect const& rect, float openness = 1);

} // namespace kiosk::ui
