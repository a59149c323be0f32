// Reporting: first the QR code for where the kiosk stands; from there, visitors who saw something elsewhere or live
// elsewhere get to the right channel. content/offers.h decides which channels are offered.
#include "content/offers.h"
#include "visit/update_context.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

// Counts that a QR code is on the screen: the kiosk cannot see more of a report.
void count_channel(UpdateContext& context)
{
    auto const* channel = context.content.reporting.channel(context.state.report.channel);
    if (channel && !channel->address(context.state.language).empty())
        context.count_once(Measure::code_shown, channel->id);
}

std::vector<content::Offer> offered(UpdateContext const& context)
{
    auto const& report = context.state.report;
    return content::offers(context.content.reporting, {report.place, report.lives});
}

bool is_place(UpdateContext const& context, std::string const& id)
{
    return context.content.reporting.place(id) || content::is_country(id);
}

// Places without a record all count as "elsewhere": a rare country could point to a person.
std::string counted_place(UpdateContext const& context, std::string const& id)
{
    if (context.content.reporting.place(id)) return id;
    for (auto const& place : context.content.reporting.places)
        if (place.kind == "elsewhere") return place.id;
    return "elsewhere";
}

} // namespace

void assume_home(UpdateContext& context)
{
    auto& report = context.state.report;
    if (!report.place.empty()) return;
    report.place = report.lives = context.content.reporting.home;
}

void begin_report(UpdateContext& context)
{
    context.state.report = {};
    show_channel(context);
}

void show_channel(UpdateContext& context)
{
    assume_home(context);
    auto& report = context.state.report;
    auto const offers = offered(context);
    bool const kept = std::any_of(offers.begin(), offers.end(),
                                  [&](content::Offer const& offer) { return offer.channel->id == report.channel; });
    if (!kept) report.channel = offers.empty() ? "" : offers.front().channel->id;
    auto const& home = context.content.reporting.home;
    context.enter(report.place == home && report.lives == home ? Screen::report_danger : Screen::report_channel);
    count_channel(context);
}

void show_emergency(UpdateContext& context)
{
    assume_home(context);
    context.enter(Screen::report_emergency);
}

void ask_place(UpdateContext& context, PlaceQuestion asking)
{
    assume_home(context);
    context.state.report.asking = asking;
    context.state.report.letter.clear();
    context.enter(Screen::report_where);
}

void choose_place(UpdateContext& context, std::string const& id)
{
    assume_home(context);
    auto& report = context.state.report;
    // The home is not counted: it only serves to choose channels.
    if (report.asking == PlaceQuestion::where_one_lives) {
        if (!id.empty() && content::place_kind(context.content.reporting, id) != "country") return;
        report.lives = id;
        report.channel.clear();
        show_channel(context);
        return;
    }
    if (!is_place(context, id)) return;
    report.place = id;
    report.channel.clear();
    context.count_once(Measure::report_place, counted_place(context, id));
    if (report.asking == PlaceQuestion::where_the_danger_is)
        context.enter(Screen::report_emergency);
    else
        show_channel(context);
}

void choose_channel(UpdateContext& context, std::string const& id)
{
    assume_home(context);
    auto const offers = offered(context);
    if (std::none_of(offers.begin(), offers.end(),
                     [&](content::Offer const& offer) { return offer.channel->id == id; }))
        return;
    context.state.report.channel = id;
    show_channel(context);
}

} // namespace kiosk::visit
