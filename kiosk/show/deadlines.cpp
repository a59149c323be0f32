#include "show/deadlines.h"

#include <algorithm>

namespace kiosk {

std::optional<Due> Deadlines::earliest(Instant now) const
{
    std::optional<Due> first;
    auto const take = [&](std::optional<Due> const& other) {
        if (other && (!first || other->at < first->at)) first = other;
    };
    for (auto const& entry : own_)
        if (auto const at = entry.next(now)) take(Due{*at, entry.what});
    for (auto const* others : others_) take(others->earliest(now));
    return first;
}

Duration Deadlines::time_until_due(Instant now, Duration longest) const
{
    auto const first = earliest(now);
    return first ? std::clamp(first->at - now, Duration(0), longest) : longest;
}

} // namespace kiosk
