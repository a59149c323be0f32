#include "base/clock.h"

namespace kiosk {

SystemClock::SystemClock() : start_(std::chrono::steady_clock::now()) {}

Instant SystemClock::now() const
{
    auto const elapsed = std::chrono::steady_clock::now() - start_;
    return {std::chrono::seconds(1) + std::chrono::duration_cast<Duration>(elapsed)};
}

WallTime SystemClock::wall() const
{
    auto const since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count()};
}

WallTime ManualClock::wall() const
{
    auto const elapsed = std::chrono::duration_cast<std::chrono::seconds>(now_ - wall_set_at_);
    return {wall_start_.unix_seconds + elapsed.count()};
}

void ManualClock::set_wall(WallTime wall)
{
    wall_start_ = wall;
    wall_set_at_ = now_;
}

} // namespace kiosk
