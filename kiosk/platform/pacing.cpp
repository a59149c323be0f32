#include "platform/pacing.h"

#include <algorithm>

namespace kiosk::platform {

void Pacing::presented(std::optional<Instant> next, std::string_view reason)
{
    settled_ = true;
    next_ = next;
    if (next_) reason_ = reason;
}

Pace Pacing::pace(Instant now) const
{
    if (!settled_) return Pace::settling;
    if (next_ && *next_ - now <= kMoving) return Pace::moving;
    return Pace::resting;
}

Duration Pacing::sleep(Instant now, std::optional<Instant> deadline) const
{
    if (due(now)) return Duration(0);
    auto until = now + kLongest;
    if (next_) until = std::min(until, *next_);
    if (deadline) until = std::min(until, *deadline);
    return std::max(Duration(0), until - now);
}

} // namespace kiosk::platform
