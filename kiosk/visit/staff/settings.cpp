// Settings that staff change at the kiosk: edits a copy, which is stored when they save it.
#include "base/calendar.h"
#include "visit/staff/session_context.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

constexpr int kDay = 24 * 60;       // minutes
constexpr int kEarliestYear = 2024; // that the clock can be set to; the last is as far as a clock is believed
constexpr int kLatestYear = 2045;

bool can_change(SessionContext const& context)
{
    return context.screen == Screen::staff_settings && context.session.settings_known &&
           context.session.saving != Progress::working;
}

// The session, for an edit that is not saved yet.
StaffSession& changing(SessionContext& context)
{
    context.session.saving = Progress::idle;
    return context.session;
}

// The result of saving; ignored where staff no longer wait for it.
Progress handle_saved(SessionContext& context, staff::Outcome outcome, std::string const& words)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_settings || session.saving != Progress::working) return Progress::idle;
    session.saving = outcome == staff::Outcome::done ? Progress::done : Progress::failed;
    session.save_words = words;
    context.restart_idle_timer();
    context.commands.emplace_back(staff::ReadView{});
    return session.saving;
}

// Wraps around midnight: half an hour after 23:30 is 0:00.
int wrapped(int minute, int by) { return ((minute + by) % kDay + kDay) % kDay; }

int wrapped(int value, int by, int least, int most)
{
    auto const count = most - least + 1;
    return least + ((value - least + by) % count + count) % count;
}

} // namespace

void handle_reply(SessionContext& context, staff::MachineRead const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_settings || session.settings_known) return;
    session.settings = reply.settings;
    session.settings_known = true;
}

void set_brightness(SessionContext& context, int percent)
{
    if (can_change(context)) changing(context).settings.brightness = std::clamp(percent, staff::kLeastBrightness, 100);
}

void offer_language_first(SessionContext& context, content::Language const& language)
{
    if (!can_change(context)) return;
    auto& languages = context.session.settings.languages;
    auto const found = std::find(languages.begin(), languages.end(), language);
    if (found == languages.end()) return;
    changing(context);
    std::rotate(languages.begin(), found, found + 1);
}

void set_hours(SessionContext& context, staff::HoursRule rule)
{
    if (can_change(context)) changing(context).settings.hours = rule;
}

void adjust_opening_time(SessionContext& context, int minutes)
{
    if (!can_change(context) || context.session.settings.hours != staff::HoursRule::set) return;
    auto& settings = changing(context).settings;
    settings.opens = wrapped(settings.opens, minutes);
}

void adjust_closing_time(SessionContext& context, int minutes)
{
    if (!can_change(context) || context.session.settings.hours != staff::HoursRule::set) return;
    auto& settings = changing(context).settings;
    settings.closes = wrapped(settings.closes, minutes);
}

void toggle_day(SessionContext& context, int day)
{
    if (!can_change(context) || context.session.settings.hours != staff::HoursRule::set || day < 0 || day > 6) return;
    auto& rule = changing(context).settings.days[static_cast<std::size_t>(day)];
    rule = rule == staff::DayRule::open ? staff::DayRule::closed : staff::DayRule::open;
}

void adjust_clock(SessionContext& context, ClockPart part, int by)
{
    if (!can_change(context)) return;
    auto& clock = changing(context).settings.clock;
    switch (part) {
    case ClockPart::year: clock.year = wrapped(clock.year, by, kEarliestYear, kLatestYear); break;
    case ClockPart::month: clock.month = wrapped(clock.month, by, 1, 12); break;
    case ClockPart::day: clock.day = wrapped(clock.day, by, 1, 31); break;
    case ClockPart::hour: clock.hour = wrapped(clock.hour, by, 0, 23); break;
    case ClockPart::minute: clock.minute = wrapped(clock.minute, by, 0, 59); break;
    }
    clock.day = std::min(clock.day, days_of_month(clock.year, clock.month));
}

void save_settings(SessionContext& context)
{
    if (!can_change(context)) return;
    context.session.saving = Progress::working;
    context.commands.emplace_back(staff::SaveSettings{context.session.settings});
}

void set_clock(SessionContext& context)
{
    if (!can_change(context)) return;
    context.session.saving = Progress::working;
    context.commands.emplace_back(staff::SetClock{context.session.settings.clock});
}

void handle_reply(SessionContext& context, staff::SettingsSaved const& reply)
{
    handle_saved(context, reply.outcome, reply.words);
}

void handle_reply(SessionContext& context, staff::ClockSet const& reply)
{
    // So that the next view brings the new clock.
    if (handle_saved(context, reply.outcome, reply.words) == Progress::done) context.session.settings_known = false;
}

} // namespace kiosk::visit
