// What a visit counts: never who or when. Where going back and forth would count an item again, it counts once.
#include "visit/update_context.h"

#include <algorithm>
#include <utility>

namespace kiosk::visit {

void UpdateContext::count(Measure measure, std::string item)
{
    if (is_staff(state.screen)) return; // whatever was asked for
    if (entry(measure).guard == Guard::open)
        state.open.count(measure, std::move(item), effects.counts);
    else
        effects.counts.push_back({measure, std::move(item), state.language});
}

void UpdateContext::count_once(Measure measure, std::string item)
{
    if (entry(measure).guard == Guard::open) state.open.count_once(measure, std::move(item), effects.counts);
    // Language is left out of the key: changing it does not make a thing seen anew.
    else if (state.counted.insert({measure, item, ""}).second)
        count(measure, std::move(item));
}

std::string step_of(Screen screen) { return std::string(name(screen).substr(std::string_view("report-").size())); }

namespace {

content::Page const* page_read(UpdateContext const& context)
{
    auto const& reading = context.state.reading;
    auto const* series = context.content.series(reading.series);
    if (!series || reading.page >= static_cast<int>(series->pages.size())) return nullptr;
    return &series->pages[static_cast<std::size_t>(reading.page)];
}

DwellTarget dwell_target(UpdateContext const& context)
{
    auto const& state = context.state;
    DwellTarget place{std::string(name(state.screen)), ""};
    if (state.screen == Screen::quiz) place.page = std::to_string(state.quiz_runs);
    if (state.screen == Screen::scene) place.page = state.scene.scene + "/" + state.scene.moment;
    if (auto const* page = page_read(context); page && state.screen == Screen::page)
        place.page = state.reading.series + "/" + page->id;
    return place;
}

// A visitor at a step of the funnel counts at each step before it, too, even if a shortcut has skipped some.
void count_step(UpdateContext& context, std::string const& step)
{
    auto const reached = std::find(kReportFunnel.begin(), kReportFunnel.end(), step);
    if (reached == kReportFunnel.end()) {
        context.count_once(Measure::report_step, step);
        return;
    }
    for (auto earlier = kReportFunnel.begin(); earlier <= reached; ++earlier)
        context.count_once(Measure::report_step, std::string(*earlier));
}

void count_guarded(UpdateContext& context)
{
    auto const& state = context.state;
    if (is_reporting(state.screen)) count_step(context, step_of(state.screen));
    if (state.screen != Screen::page) return;
    if (auto const* page = page_read(context)) context.count_once(Measure::support_seen, page->id);
}

} // namespace

void UpdateContext::enter(Screen screen)
{
    state.screen = screen;
    state.entered = moment.now;
    state.report.list_page = 0;
    if (!is_visiting(screen)) return;
    if (!is_guarded(state, content)) {
        state.open.arrive(dwell_target(*this), std::exchange(state.pressed_guarded, {}), moment.now, effects.counts);
        return;
    }
    if (!state.open.away()) {
        abandon_quiz(*this);
        state.open.go_away(moment.now);
    }
    count_guarded(*this);
}

void UpdateContext::end_visit(VisitEnd how)
{
    abandon_quiz(*this);
    state.open.end(how, state.pressed_guarded, moment.now, effects.counts);
    effects.visit = VisitChange::ended;
    state = fresh_state(content, moment.now);
}

} // namespace kiosk::visit
