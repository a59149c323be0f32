// The way to a report: danger first, then the place, then the channel that is right for it.
#include "visit/rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

// A code is on the screen: that is as far as a kiosk can follow, and all that is counted of it.
void count_channel(Turn& turn)
{
    auto const* channel = turn.pack.reporting.channel(turn.state.report.channel);
    if (channel && !channel->address(turn.state.language).empty()) turn.count_once(Measure::code_shown, channel->id);
}

} // namespace

void answer_danger(Turn& turn, DangerAnswer answer)
{
    turn.state.report = {};
    if (answer == DangerAnswer::not_now) {
        turn.enter(Screen::report_where);
        return;
    }
    turn.state.report.urgent = true;
    turn.state.report.place = turn.pack.reporting.home;
    turn.enter(Screen::report_emergency);
}

void choose_place(Turn& turn, std::string const& id)
{
    auto& report = turn.state.report;
    auto const* place = turn.pack.reporting.place(id);
    if (!place) return;
    report.place = id;
    report.channel = place->channels.empty() ? "" : place->channels.front();
    turn.count_once(Measure::report_place, id);
    if (report.urgent) {
        turn.enter(Screen::report_emergency);
        return;
    }
    turn.enter(Screen::report_channel);
    count_channel(turn);
}

void choose_channel(Turn& turn, std::string const& id)
{
    auto const* place = turn.pack.reporting.place(turn.state.report.place);
    if (!place || std::find(place->channels.begin(), place->channels.end(), id) == place->channels.end()) return;
    turn.state.report.channel = id;
    if (turn.state.screen != Screen::report_channel) turn.enter(Screen::report_channel);
    count_channel(turn);
}

} // namespace kiosk::visit
