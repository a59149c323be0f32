// What staff set at the kiosk: how bright it is, which language comes first, when it is open, and its clock.
#include "base/calendar.h"
#include "screens/parts/parts.h"
#include "screens/staff/column.h"
#include "screens/staff/staff.h"

#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::ClockPart;
using visit::Progress;

constexpr int kBrighter = 10;  // percent a step
constexpr int kHoursStep = 30; // minutes
constexpr int kMinuteStep = 1;

Stepper stepper(Frame const& frame, std::string const& key, std::string value, visit::Action down, visit::Action up)
{
    auto const label = frame.staff_words("settings." + key);
    return {"settings." + key,
            label,
            std::move(value),
            frame.staff_words("settings.less", {{"what", label}}),
            frame.staff_words("settings.more", {{"what", label}}),
            std::move(down),
            std::move(up)};
}

void draw_languages(Frame& frame, StaffColumn& column, staff::Settings const& settings)
{
    column.text("settings.language", frame.staff_words("settings.language"));
    std::vector<RowButton> buttons;
    for (auto const& language : settings.languages)
        buttons.push_back(
            {staff_tab(frame, "settings.language." + language, frame.content().words(language, "language"),
                       language == settings.languages.front()),
             visit::OfferLanguageFirst{language}});
    if (!buttons.empty()) column.buttons(std::move(buttons), 4);
    column.space(10);
}

void draw_hours(Frame& frame, StaffColumn& column, staff::Settings const& settings)
{
    column.text("settings.hours", frame.staff_words("settings.hours"));
    std::vector<RowButton> rules;
    auto const add = [&](char const* id, staff::HoursRule rule) {
        rules.push_back({staff_tab(frame, std::string("settings.hours.") + id,
                                   frame.staff_words(std::string("settings.hours_") + id), settings.hours == rule),
                         visit::SetHours{rule}});
    };
    add("file", staff::HoursRule::file);
    add("always", staff::HoursRule::always);
    add("set", staff::HoursRule::set);
    column.buttons(std::move(rules), 3);
    if (settings.hours != staff::HoursRule::set) return;
    draw_steppers(frame, column,
                  {stepper(frame, "opens", time_text(settings.opens), visit::AdjustOpeningTime{-kHoursStep},
                           visit::AdjustOpeningTime{kHoursStep}),
                   stepper(frame, "closes", time_text(settings.closes), visit::AdjustClosingTime{-kHoursStep},
                           visit::AdjustClosingTime{kHoursStep})});
    std::vector<RowButton> days;
    for (int day = 0; day < 7; ++day) {
        bool const open = settings.days[static_cast<std::size_t>(day)] == staff::DayRule::open;
        auto const state = frame.staff_words(open ? "settings.day_open" : "settings.day_closed");
        auto const name = frame.staff_words(
            "said", {{"label", frame.staff_words(fmt::format("weekday_short.{}", day + 1))}, {"value", state}});
        ui::Button button{.id = fmt::format("settings.day.{}", day + 1),
                          .label = name,
                          .style = open ? ui::ButtonStyle::chosen : ui::ButtonStyle::quiet};
        days.push_back({std::move(button), visit::ToggleDay{day}});
    }
    column.buttons(std::move(days), 4);
}

void draw_clock(Frame& frame, StaffColumn& column, staff::Settings const& settings)
{
    auto const& clock = settings.clock;
    auto const part = [&](char const* key, std::string value, ClockPart which) {
        return stepper(frame, key, std::move(value), visit::AdjustClock{which, -kMinuteStep},
                       visit::AdjustClock{which, kMinuteStep});
    };
    column.text("settings.clock", frame.staff_words("settings.clock"));
    draw_steppers(frame, column,
                  {part("year", fmt::format("{}", clock.year), ClockPart::year),
                   part("month", fmt::format("{}", clock.month), ClockPart::month),
                   part("day", fmt::format("{}", clock.day), ClockPart::day),
                   part("hour", fmt::format("{}", clock.hour), ClockPart::hour),
                   part("minute", fmt::format("{:02}", clock.minute), ClockPart::minute)});
    column.button(
        {.id = "settings.set-clock", .label = frame.staff_words("settings.set_clock"), .style = ui::ButtonStyle::quiet},
        visit::SetClock{});
    column.note("settings.zone", frame.staff_words("settings.zone", {{"zone", frame.staff().zone}}));
}

void draw_saving(Frame& frame, StaffColumn& column, visit::StaffSession const& staff)
{
    switch (staff.saving) {
    case Progress::idle: break;
    case Progress::working: column.text("settings.saving", frame.staff_words("settings.saving")); break;
    case Progress::done: column.text("settings.saved", frame.staff_words("settings.saved"), ui::Ink::right); break;
    case Progress::failed:
        column.text("settings.failed", frame.staff_words("settings.failed", {{"fault", staff.save_words}}),
                    ui::Ink::reconsider);
        break;
    }
    if (staff.saving != Progress::working)
        column.button(
            {.id = "settings.save", .label = frame.staff_words("settings.save"), .style = ui::ButtonStyle::action},
            visit::SaveSettings{});
    column.note("settings.save-how", frame.staff_words("settings.save_how"));
}

} // namespace

void draw_staff_settings(Frame& frame, visit::State const& state)
{
    auto const& staff = state.staff;
    auto const halves = staff_halves(frame, 0.5F);
    StaffColumn column(frame, halves.first);
    column.heading("settings.title", frame.staff_words("settings.title"));
    if (!staff.settings_known) {
        column.text("settings.awaited", frame.staff_words("settings.awaited"), ui::Ink::quiet);
        return;
    }
    auto const& settings = staff.settings;
    draw_steppers(
        frame, column,
        {stepper(frame, "brightness", frame.staff_words("number.percent", {{"n", std::to_string(settings.brightness)}}),
                 visit::SetBrightness{settings.brightness - kBrighter},
                 visit::SetBrightness{settings.brightness + kBrighter})});
    draw_languages(frame, column, settings);
    draw_hours(frame, column, settings);
    auto const rest = [&](StaffColumn& place) {
        draw_saving(frame, place, staff);
        place.space(16);
        draw_clock(frame, place, settings);
        place.space(16);
        place.button(
            {.id = "settings.pin", .label = frame.staff_words("settings.pin"), .style = ui::ButtonStyle::quiet},
            visit::ChangePin{});
    };
    if (halves.beside) {
        StaffColumn side(frame, halves.second);
        rest(side);
    } else {
        rest(column);
    }
}

} // namespace kiosk::screens
