// Rotation: for a panel that is mounted on its side or upside down while the desktop does not rotate it. The kiosk
// draws upright; these functions convert points, rectangles and touches between the drawing and the panel. Pure
// geometry.
#pragma once
#include "base/geometry.h"

#include <optional>

namespace kiosk::ui {

// How far the picture is turned clockwise on the panel.
enum class Rotation { none, quarter, half, three_quarters };

std::optional<Rotation> rotation_of(int degrees); // 0, 90, 180 or 270

// The size of the drawing for a panel of this size: sides are swapped by a quarter turn.
Size rotated(Size const& panel, Rotation rotation);
// From the drawing to the panel.
Point to_panel(Point drawn, Size const& panel, Rotation rotation);
Rect to_panel(Rect const& drawn, Size const& panel, Rotation rotation);
// From a touch on the panel to the drawing.
Point from_panel(Point touched, Size const& panel, Rotation rotation);

} // namespace kiosk::ui
