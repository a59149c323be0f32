#include "visit/countable.h"
#include "content/offers.h"
#include "visit/update_context.h"

namespace kiosk::visit {

std::map<Measure, std::set<std::string, std::less<>>> countable(content::Content const& content)
{
    std::map<Measure, std::set<std::string, std::less<>>> items;
    for (auto const& screen : screen_names())
        if (is_reporting(*screen_named(screen))) items[Measure::report_step].insert(step_of(*screen_named(screen)));
    for (auto const& page : content.support.pages) items[Measure::support_seen].insert(page.id);
    for (auto const& place : content.reporting.places) items[Measure::report_place].insert(place.id);
    for (auto const& channel : content.reporting.channels)
        if (!channel.url.empty()) items[Measure::code_shown].insert(channel.id);
    return items;
}

std::map<std::string, std::set<std::string, std::less<>>, std::less<>>
places_of_channels(content::Content const& content)
{
    auto const& reporting = content.reporting;
    auto places = content::places_offering(reporting);
    // The code that the first page shows to everybody is seen as often as that page, and tells of no place.
    if (auto const first = content::offers(reporting, {reporting.home, reporting.home}); !first.empty())
        places.erase(first.front().channel->id);
    std::erase_if(places, [&](auto const& entry) {
        auto const* channel = reporting.channel(entry.first);
        return !channel || channel->url.empty();
    });
    return places;
}

} // namespace kiosk::visit
