// Clock: the only source of time. One is made in main and handed down; nothing else asks the machine what time it is.
// Timers, animation and idle limits use `now` (monotonic, from the start of the program). `wall` is read only where
// counts are given their day (figures/bucket.h), which does not trust it. A test owns time through ManualClock.
#pragma once
#include <chrono>
#include <mutex>

namespace kiosk {

using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;
using Duration = std::chrono::microseconds;

// Seconds as a file has them. nan and negative numbers are 0; a day is the most, so that no sum of times overflows.
constexpr Duration duration_of(double seconds)
{
    constexpr double kLongest = 86400;
    if (!(seconds > 0)) return Duration(0);
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds < kLongest ? seconds : kLongest));
}

// Time since the program started, [us]. Starts a little above zero so that "never" can be zero.
struct Instant {
    Duration since_start{0};

    auto operator<=>(Instant const&) const = default;
    friend Instant operator+(Instant instant, Duration duration) { return {instant.since_start + duration}; }
    friend Duration operator-(Instant later, Instant earlier) { return later.since_start - earlier.since_start; }
};

// Seconds since 1970-01-01 UTC as the machine claims.
struct WallTime {
    std::int64_t unix_seconds = 0;
    auto operator<=>(WallTime const&) const = default;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual WallTime wall() const = 0;
};

class SystemClock final : public Clock {
public:
    SystemClock();
    Instant now() const override;
    WallTime wall() const override;

private:
    std::chrono::steady_clock::time_point start_;
};

// When the next minute of wall time begins, at most a second late: opening hours and dayparts change by minutes.
Instant next_minute(Clock const& clock);

// For tests: stands still until it is advanced, which moves wall time as well. Any thread may read it while another
// one advances it.
class ManualClock final : public Clock {
public:
    // 2026-11-23 09:00:00 UTC: a day when the fair is open.
    static constexpr WallTime kDefaultWall{1795424400};

    explicit ManualClock(WallTime wall = kDefaultWall) : wall_start_(wall) {}
    Instant now() const override;
    WallTime wall() const override;
    void advance(Duration duration);
    void set_wall(WallTime wall);

private:
    mutable std::mutex mutex_;
    Instant now_{std::chrono::seconds(1)};
    WallTime wall_start_;
    Instant wall_set_at_{std::chrono::seconds(1)};
};

} // namespace kiosk
