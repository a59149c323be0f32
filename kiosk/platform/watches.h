// Watches: conditions that follow from several observations of a device or a clock: a touch panel that is gone, a
// renderer that is lost, a machine that has slept. Pure; the caller observes. Owner: Devices and the windows.
#pragma once
#include "base/clock.h"

#include <algorithm>
#include <optional>

namespace kiosk::platform {

// Whether a touch panel is missing: there was one, and there has been none for a minute. A machine that never had one
// is used by other means.
class TouchWatch {
public:
    static constexpr Duration kMissingAfter = std::chrono::seconds(60);
    static constexpr Duration kObserveAgain = std::chrono::seconds(2);

    void observe(int devices, Instant now)
    {
        fewer_ = devices < most_recent_;
        most_recent_ = devices;
        had_one_ = had_one_ || devices > 0;
        // The minute begins with the first look that finds none.
        if (devices > 0 || fewer_) last_ = now;
        missing_ = had_one_ && devices == 0 && now - last_ >= kMissingAfter;
    }
    // A finger came in, whatever the driver says of its devices.
    void touched(Instant now)
    {
        last_ = now;
        missing_ = false;
    }
    bool missing() const { return missing_; }
    bool fewer() const { return fewer_; } // than before: contacts of the one that is gone will never end
    // When to look again while there is none: soon, and at the end of the minute.
    std::optional<Instant> next_observation(Instant now) const
    {
        if (!had_one_ || most_recent_ > 0) return std::nullopt;
        return missing_ ? now + kObserveAgain : std::min(now + kObserveAgain, last_ + kMissingAfter);
    }

private:
    int most_recent_ = 0;
    bool had_one_ = false, missing_ = false, fewer_ = false;
    Instant last_;
};

// Whether drawing has failed so often in a row that only another renderer helps.
class RendererWatch {
public:
    static constexpr int kMost = 10;

    void drew(bool well) { failed_ = well ? 0 : std::min(failed_ + 1, kMost); }
    bool lost() const { return failed_ >= kMost; }

private:
    int failed_ = 0;
};

// Whether the machine was suspended, or the process did not run, between two turns of the loop.
class SleepWatch {
public:
    static constexpr Duration kStoodStill = std::chrono::seconds(60);
    static constexpr Duration kSlept = std::chrono::seconds(2);

    // `slept`: platform::suspended_so_far().
    bool observe(Instant now, Duration slept)
    {
        bool const woke = begun_ && (now - last_ > kStoodStill || slept - slept_ > kSlept);
        begun_ = true;
        last_ = now;
        slept_ = slept;
        return woke;
    }

private:
    bool begun_ = false;
    Instant last_;
    Duration slept_{0};
};

} // namespace kiosk::platform
