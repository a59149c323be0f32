// What a visit counts: never who or when, and each thing once where going back and forth would count twice.
#include "visit/rules.h"

#include <fmt/format.h>

namespace kiosk::visit {

void Turn::count(Measure measure, std::string item)
{
    if (is_staff(state.screen)) return; // whatever was asked for
    effects.counts.push_back({measure, std::move(item), state.language});
}

void Turn::count_once(Measure measure, std::string item)
{
    // Language is left out of the key: changing it does not make a thing seen anew.
    if (state.counted.insert({measure, item, ""}).second) count(measure, std::move(item));
}

std::string_view dwell_band(Duration duration)
{
    using namespace std::chrono_literals;
    if (duration < 5s) return "under-5s";
    if (duration < 15s) return "5s-15s";
    if (duration < 45s) return "15s-45s";
    return "over-45s";
}

std::string_view length_band(Duration duration)
{
    using namespace std::chrono_literals;
    if (duration < 30s) return "under-30s";
    if (duration < 1min) return "30s-1min";
    if (duration < 2min) return "1min-2min";
    if (duration < 4min) return "2min-4min";
    return "over-4min";
}

std::string step_of(Screen screen) { return std::string(name(screen).substr(std::string_view("report-").size())); }

namespace {

void count_left(Turn& turn)
{
    auto const& state = turn.state;
    // No dwell for reporting: how long somebody hesitated there is nobody's business.
    if (!is_visiting(state.screen) || is_reporting(state.screen)) return;
    if (state.screen == Screen::page && state.reading.series == turn.pack.support.id) return;
    turn.count(Measure::dwell, fmt::format("{}/{}", name(state.screen), dwell_band(turn.moment.now - state.entered)));
}

void count_seen(Turn& turn)
{
    auto const& state = turn.state;
    if (is_reporting(state.screen)) {
        turn.count_once(Measure::report_step, step_of(state.screen));
        return;
    }
    if (state.screen != Screen::page) {
        turn.count_once(Measure::screen_seen, std::string(name(state.screen)));
        return;
    }
    auto const* series = turn.pack.series(state.reading.series);
    if (!series || state.reading.page >= static_cast<int>(series->pages.size())) return;
    auto const& page = series->pages[static_cast<std::size_t>(state.reading.page)].id;
    if (series->id == turn.pack.support.id)
        turn.count_once(Measure::support_seen, page);
    else
        turn.count_once(Measure::page_seen, fmt::format("{}/{}", series->id, page));
}

} // namespace

void Turn::enter(Screen screen)
{
    count_left(*this);
    state.screen = screen;
    state.entered = moment.now;
    state.report.list_page = 0;
    if (is_visiting(screen)) count_seen(*this);
}

void Turn::end_visit(std::string_view how)
{
    drop_quiz(*this);
    count_left(*this);
    count(Measure::visit_ended, std::string(how));
    count(Measure::visit_length, std::string(length_band(moment.now - state.began)));
    effects.visit = VisitChange::ended;
    state = fresh_state(pack, moment.now);
}

} // namespace kiosk::visit
