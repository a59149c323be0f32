#include "platform/reported_size.h"
#include "base/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kiosk::platform {

namespace {

// [inches] Beyond these it is a projector, or a driver that has invented the figure.
constexpr float kLeast = 7;
constexpr float kMost = 120;
// [inches] The smallest panels that are sold with 1920 pixels or more on the long side.
constexpr float kLeastOfMany = 10;
constexpr int kMany = 1920;

constexpr std::array<std::pair<int, int>, 7> kRatios{{{16, 9}, {16, 10}, {4, 3}, {5, 4}, {21, 9}, {3, 2}, {1, 1}}};

// 16 x 9, 160 x 90, 1600 x 900: no panel is of so round a size to the millimetre in both directions.
bool is_a_ratio(float width, float height)
{
    auto const long_side = std::max(width, height);
    auto const short_side = std::min(width, height);
    constexpr float kAsTold = 0.6F; // [mm]: whole ones, by way of dots an inch
    for (auto const& [across, down] : kRatios)
        for (float const scale : {1.F, 10.F, 100.F})
            if (std::abs(long_side - static_cast<float>(across) * scale) < kAsTold &&
                std::abs(short_side - static_cast<float>(down) * scale) < kAsTold)
                return true;
    return false;
}

} // namespace

std::optional<float> plausible_diagonal(ReportedSize const& claimed)
{
    if (!(claimed.width_mm > 0) || !(claimed.height_mm > 0) || is_a_ratio(claimed.width_mm, claimed.height_mm))
        return std::nullopt;
    auto const inches = std::hypot(claimed.width_mm, claimed.height_mm) / kMillimetresPerInch;
    auto const least = std::max(claimed.width, claimed.height) >= kMany ? kLeastOfMany : kLeast;
    return inches >= least && inches <= kMost ? std::optional(inches) : std::nullopt;
}

} // namespace kiosk::platform
