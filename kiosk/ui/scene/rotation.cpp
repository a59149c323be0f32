#include "ui/scene/rotation.h"

#include <algorithm>

namespace kiosk::ui {

std::optional<Rotation> rotation_of(int degrees)
{
    switch (degrees) {
    case 0: return Rotation::none;
    case 90: return Rotation::quarter;
    case 180: return Rotation::half;
    case 270: return Rotation::three_quarters;
    default: return std::nullopt;
    }
}

Size rotated(Size const& panel, Rotation rotation)
{
    bool const on_its_side = rotation == Rotation::quarter || rotation == Rotation::three_quarters;
    return on_its_side ? Size{panel.height, panel.width} : panel;
}

Point to_panel(Point drawn, Size const& panel, Rotation rotation)
{
    switch (rotation) {
    case Rotation::quarter: return {panel.width - drawn.y, drawn.x};
    case Rotation::half: return {panel.width - drawn.x, panel.height - drawn.y};
    case Rotation::three_quarters: return {drawn.y, panel.height - drawn.x};
    case Rotation::none: break;
    }
    return drawn;
}

Rect to_panel(Rect const& drawn, Size const& panel, Rotation rotation)
{
    auto const first = to_panel(Point{drawn.x, drawn.y}, panel, rotation);
    auto const second = to_panel(Point{drawn.right(), drawn.bottom()}, panel, rotation);
    auto const left = std::min(first.x, second.x);
    auto const top = std::min(first.y, second.y);
    return {left, top, std::max(first.x, second.x) - left, std::max(first.y, second.y) - top};
}

Point from_panel(Point touched, Size const& panel, Rotation rotation)
{
    switch (rotation) {
    case Rotation::quarter: return {touched.y, panel.width - touched.x};
    case Rotation::half: return {panel.width - touched.x, panel.height - touched.y};
    case Rotation::three_quarters: return {panel.height - touched.y, touched.x};
    case Rotation::none: break;
    }
    return touched;
}

} // namespace kiosk::ui
