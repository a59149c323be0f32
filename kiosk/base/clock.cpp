#include "base/clock.h"

#include <ctime>

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

Duration SystemClock::slept() const
{
    // Linux: CLOCK_BOOTTIME counts what CLOCK_MONOTONIC, the steady clock, leaves out.
    auto const read = [](clockid_t id) {
        std::timespec time{};
        clock_gettime(id, &time);
        return std::chrono::duration_cast<Duration>(std::chrono::seconds(time.tv_sec) +
                                                    std::chrono::nanoseconds(time.tv_nsec));
    };
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
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
