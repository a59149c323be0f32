#include "ui/aperture.h"

#include <cmath>

namespace kiosk::ui {

namespace {

// Each lid is a cubic whose handles stand at a fifth of the width; such a curve reaches three quarters of its handles'
// height.
constexpr float kHandle = 0.19F;
constexpr float kReach = 0.75F;
constexpr int kSegments = 48; // a lid; fine enough for a lens across a 4K panel

Point on_lid(Rect const& rect, float lift, float t)
{
    auto const u = 1 - t;
    auto const a = 3 * u * u * t;
    auto const b = 3 * u * t * t;
    auto const x = rect.width * (a * kHandle + b * (1 - kHandle) + t * t * t);
    auto const y = -lift * (a + b);
    return {rect.x + x, rect.y + rect.height / 2 + y};
}

} // namespace

std::vector<Point> aperture_outline(Rect const& rect, float openness)
{
    auto const lift = rect.height / 2 / kReach * openness;
    std::vector<Point> outline;
    outline.reserve(2 * kSegments);
    for (int i = 0; i < kSegments; ++i) outline.push_back(on_lid(rect, lift, static_cast<float>(i) / kSegments));
    for (int i = 0; i < kSegments; ++i) outline.push_back(on_lid(rect, -lift, 1 - static_cast<float>(i) / kSegments));
    return outline;
}

} // namespace kiosk::ui
