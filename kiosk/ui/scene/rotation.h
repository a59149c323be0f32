// Rotation: a panel that is mounted on its side or upside down, on a machine whose desktop does not know it. Picture
// and touch turn together. The kiosk draws upright on a surface with the sides swapped; here are the ways between the
// two. Pure geometry.
#pragma once
#include "base/geometry.h"

#include <optional>

namespace kiosk::ui {

// How far the picture is turned clockwise on the panel.
enum class Rotation { none, quarter, half, three_quarters };

std::optional<Rotation> rotation_of(int degrees); // 0, 90, 180 or 270

// The size that is drawn on, for a panel's own.
Size turned(Size const& panel, Rotation rotation);
// A point that was drawn, to where it is on the panel.
Point to_panel(Point drawn, Size const& panel, Rotation rotation);
Rect to_panel(Rect const& drawn, Size const& panel, Rotation rotation);
// Where on the drawing a touch of the panel is.
Point from_panel(Point touched, Size const& panel, Rotation rotation);

} // namespace kiosk::ui
