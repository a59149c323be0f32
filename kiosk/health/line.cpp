#include "health/line.h"

#include <algorithm>

namespace kiosk::health {

Light worst(std::vector<HealthLine> const& lines)
{
    auto worst = Light::green;
    for (auto const& one : lines) worst = std::max(worst, one.light);
    return worst;
}

} // namespace kiosk::health
