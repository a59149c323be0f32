#include "visit/countable.h"
#include "visit/rules.h"

namespace kiosk::visit {

std::map<Measure, std::set<std::string, std::less<>>> countable(content::Pack const& pack)
{
    std::map<Measure, std::set<std::string, std::less<>>> items;
    for (auto const& screen : screen_names())
        if (is_reporting(*screen_named(screen))) items[Measure::report_step].insert(step_of(*screen_named(screen)));
    for (auto const& page : pack.support.pages) items[Measure::support_seen].insert(page.id);
    for (auto const& place : pack.reporting.places) items[Measure::report_place].insert(place.id);
    for (auto const& channel : pack.reporting.channels)
        if (!channel.url.empty()) items[Measure::code_shown].insert(channel.id);
    return items;
}

std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places_of_channels(content::Pack const& pack)
{
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> places;
    for (auto const& place : pack.reporting.places)
        for (auto const& id : place.channels)
            if (auto const* channel = pack.reporting.channel(id); channel && !channel->url.empty())
                places[id].insert(place.id);
    return places;
}

} // namespace kiosk::visit
