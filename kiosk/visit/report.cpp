// Reporting: first the QR code for where the kiosk stands; from there, visitors who saw something elsewhere or live
// elsewhere get to the right channel. content/offers.h decides which channels are offered.
#include "content/offers.h"
#include "visit/rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

// Counts that a QR code is on the screen: the kiosk cannot see more of a report.
void count_channel(Turn& turn)
{
    auto const* channel = turn.pack.reporting.channel(turn.state.report.channel);
    if (channel && !channel->address(turn.state.language).empty()) turn.count_once(Measure::code_shown, channel->id);
}

std::vector<content::Offer> offered(Turn const& turn)
{
    auto const& report = turn.state.report;
    return content::offers(turn.pack.reporting, {report.place, report.lives});
}

bool is_place(Turn const& turn, std::string const& id)
{
    return turn.pack.reporting.place(id) || content::is_country(id);
}

// Places without a record all count as "elsewhere": a rare country could point to a person.
std::string counted_place(Turn const& turn, std::string const& id)
{
    if (turn.pack.reporting.place(id)) return id;
    for (auto const& place : turn.pack.reporting.places)
        if (place.kind == "elsewhere") return place.id;
    return "elsewhere";
}

} // namespace

void take_for_granted(Turn& turn)
{
    auto& report = turn.state.report;
    if (!report.place.empty()) return;
    report.place = report.lives = turn.pack.reporting.home;
}

void begin_report(Turn& turn)
{
    turn.state.report = {};
    show_channel(turn);
}

void show_channel(Turn& turn)
{
    take_for_granted(turn);
    auto& report = turn.state.report;
    auto const offers = offered(turn);
    bool const kept = std::any_of(offers.begin(), offers.end(),
                                  [&](content::Offer const& offer) { return offer.channel->id == report.channel; });
    if (!kept) report.channel = offers.empty() ? "" : offers.front().channel->id;
    auto const& home = turn.pack.reporting.home;
    turn.enter(report.place == home && report.lives == home ? Screen::report_danger : Screen::report_channel);
    count_channel(turn);
}

void answer_danger(Turn& turn)
{
    take_for_granted(turn);
    turn.enter(Screen::report_emergency);
}

void ask_place(Turn& turn, Asking asking)
{
    take_for_granted(turn);
    turn.state.report.asking = asking;
    turn.state.report.letter.clear();
    turn.enter(Screen::report_where);
}

void choose_place(Turn& turn, std::string const& id)
{
    take_for_granted(turn);
    auto& report = turn.state.report;
    // The home is not counted: it only serves to choose channels.
    if (report.asking == Asking::where_one_lives) {
        if (!id.empty() && content::place_kind(turn.pack.reporting, id) != "country") return;
        report.lives = id;
        report.channel.clear();
        show_channel(turn);
        return;
    }
    if (!is_place(turn, id)) return;
    report.place = id;
    report.channel.clear();
    turn.count_once(Measure::report_place, counted_place(turn, id));
    if (report.asking == Asking::where_the_danger_is)
        turn.enter(Screen::report_emergency);
    else
        show_channel(turn);
}

void choose_channel(Turn& turn, std::string const& id)
{
    take_for_granted(turn);
    auto const offers = offered(turn);
    if (std::none_of(offers.begin(), offers.end(),
                     [&](content::Offer const& offer) { return offer.channel->id == id; }))
        return;
    turn.state.report.channel = id;
    show_channel(turn);
}

} // namespace kiosk::visit
