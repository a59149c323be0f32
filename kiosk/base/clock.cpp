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

Instant next_minute(Clock const& clock)
{
    constexpr std::int64_t kMinute = 60;
    auto const second = clock.wall().unix_seconds % kMinute;
    return clock.now() + std::chrono::seconds(kMinute - (second + kMinute) % kMinute);
}

Instant ManualClock::now() const
{
    std::lock_guard const lock(mutex_);
    return now_;
}

WallTime ManualClock::wall() const
{
    std::lock_guard const lock(mutex_);
    auto const elapsed = std::chrono::duration_cast<std::chrono::seconds>(now_ - wall_set_at_);
    return {wall_start_.unix_seconds + elapsed.count()};
}

void ManualClock::advance(Duration duration)
{
    std::lock_guard const lock(mutex_);
    now_ = now_ + duration;
}

void ManualClock::set_wall(WallTime wall)
{
    std::lock_guard const lock(mutex_);
    wall_start_ = wall;
    wall_set_at_ = now_;
}

} // namespace kiosk
