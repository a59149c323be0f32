#include "platform/pacing.h"

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

std::optional<Instant> Pacing::frame_due(Instant now) const { return settled_ ? next_ : now; }

} // namespace kiosk::platform
