// What staff set at the kiosk: a copy is changed on the screen, and kept only when they say so.
#include "base/calendar.h"
#include "visit/staff_rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

constexpr int kDay = 24 * 60;       // minutes
constexpr int kEarliestYear = 2024; // that the clock can be set to; the last is as far as a clock is believed
constexpr int kLatestYear = 2045;

bool can_change(State const& state)
{
    return state.screen == Screen::staff_settings && state.staff.settings_known &&
           state.staff.saving != SaveStage::saving;
}

// Whoever changes something has not saved it yet.
Staff& changing(Turn& turn)
{
    turn.state.staff.saving = SaveStage::idle;
    return turn.state.staff;
}

// From 23:30 on to 0:00.
int turned(int minute, int by) { return ((minute + by) % kDay + kDay) % kDay; }

int turned(int value, int by, int least, int most)
{
    auto const count = most - least + 1;
    return least + ((value - least + by) % count + count) % count;
}

} // namespace

void read_settings(Turn& turn, StaffSettings const& settings)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_settings || staff.settings_known) return;
    staff.settings = settings;
    staff.settings_known = true;
}

void set_brightness(Turn& turn, int percent)
{
    if (can_change(turn.state)) changing(turn).settings.brightness = std::clamp(percent, kLeastBrightness, 100);
}

void offer_first(Turn& turn, content::Language const& language)
{
    if (!can_change(turn.state)) return;
    auto& languages = turn.state.staff.settings.languages;
    auto const found = std::find(languages.begin(), languages.end(), language);
    if (found == languages.end()) return;
    changing(turn);
    std::rotate(languages.begin(), found, found + 1);
}

void set_hours(Turn& turn, HoursRule rule)
{
    if (can_change(turn.state)) changing(turn).settings.hours = rule;
}

void move_opening(Turn& turn, int minutes)
{
    if (!can_change(turn.state) || turn.state.staff.settings.hours != HoursRule::set) return;
    auto& settings = changing(turn).settings;
    settings.opens = turned(settings.opens, minutes);
}

void move_closing(Turn& turn, int minutes)
{
    if (!can_change(turn.state) || turn.state.staff.settings.hours != HoursRule::set) return;
    auto& settings = changing(turn).settings;
    settings.closes = turned(settings.closes, minutes);
}

void switch_day(Turn& turn, int day)
{
    if (!can_change(turn.state) || turn.state.staff.settings.hours != HoursRule::set || day < 0 || day > 6) return;
    auto& rule = changing(turn).settings.days[static_cast<std::size_t>(day)];
    rule = rule == DayRule::open ? DayRule::closed : DayRule::open;
}

void move_clock(Turn& turn, ClockPart part, int by)
{
    if (!can_change(turn.state)) return;
    auto& clock = changing(turn).settings.clock;
    switch (part) {
    case ClockPart::year: clock.year = turned(clock.year, by, kEarliestYear, kLatestYear); break;
    case ClockPart::month: clock.month = turned(clock.month, by, 1, 12); break;
    case ClockPart::day: clock.day = turned(clock.day, by, 1, 31); break;
    case ClockPart::hour: clock.hour = turned(clock.hour, by, 0, 23); break;
    case ClockPart::minute: clock.minute = turned(clock.minute, by, 0, 59); break;
    }
    clock.day = std::min(clock.day, days_of_month(clock.year, clock.month));
}

void save_settings(Turn& turn)
{
    if (!can_change(turn.state)) return;
    turn.state.staff.saving = SaveStage::saving;
    turn.effects.staff = StaffRequest::save_settings;
    turn.effects.settings = turn.state.staff.settings;
}

void set_clock(Turn& turn)
{
    if (!can_change(turn.state)) return;
    turn.state.staff.saving = SaveStage::saving;
    turn.effects.staff = StaffRequest::set_clock;
    turn.effects.settings = turn.state.staff.settings;
}

void hear_saved_settings(Turn& turn, SettingsSaved const& action)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_settings || staff.saving != SaveStage::saving) return;
    staff.saving = action.outcome == SaveOutcome::saved ? SaveStage::saved : SaveStage::failed;
    staff.save_words = action.words;
    // The clock is read anew.
    if (action.what == Saved::clock && action.outcome == SaveOutcome::saved) staff.settings_known = false;
    turn.state.last_touch = turn.moment.now;
    turn.effects.staff = StaffRequest::look;
}

} // namespace kiosk::visit
