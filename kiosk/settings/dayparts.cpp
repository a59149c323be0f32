#include "settings/dayparts.h"

#include <algorithm>
#include <cctype>

namespace kiosk::settings {

std::optional<int> parse_minutes_of_day(std::string_view text)
{
    auto const digit = [&](std::size_t at) { return std::isdigit(static_cast<unsigned char>(text[at])) != 0; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return std::nullopt;
    auto const hours = (text[0] - '0') * 10 + text[1] - '0';
    auto const minutes = (text[3] - '0') * 10 + text[4] - '0';
    if (hours > 23 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

Dayparts::Dayparts(std::vector<Daypart> parts, Zone zone) : parts_(std::move(parts)), zone_(std::move(zone))
{
    std::stable_sort(parts_.begin(), parts_.end(), [](auto const& a, auto const& b) { return a.from < b.from; });
}

std::size_t Dayparts::at(WallTime time) const
{
    auto const minute = zone_.minute_of_day(time);
    auto const next =
        std::find_if(parts_.begin(), parts_.end(), [minute](auto const& part) { return part.from > minute; });
    auto const begun = static_cast<std::size_t>(std::distance(parts_.begin(), next));
    return begun > 0 ? begun - 1 : parts_.size() - 1;
}

} // namespace kiosk::settings
