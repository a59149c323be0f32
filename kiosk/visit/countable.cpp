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

} // namespace kiosk::visit
