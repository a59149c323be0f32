#include "visit/state.h"
#include "visit/hearing.h"

#include <algorithm>
#include <array>

namespace kiosk::visit {

namespace {

struct ScreenEntry {
    Screen screen;
    std::string_view name;
};

constexpr std::array<ScreenEntry, 27> kScreens{{
    {Screen::attract, "attract"},
    {Screen::language, "language"},
    {Screen::reading, "reading"},
    {Screen::home, "home"},
    {Screen::page, "page"},
    {Screen::quiz, "quiz"},
    {Screen::quiz_end, "quiz-end"},
    {Screen::report_danger, "report-danger"},
    {Screen::report_emergency, "report-emergency"},
    {Screen::report_where, "report-where"},
    {Screen::report_channel, "report-channel"},
    {Screen::report_note, "report-note"},
    {Screen::report_never, "report-never"},
    {Screen::report_doubts, "report-doubts"},
    {Screen::report_take, "report-take"},
    {Screen::notice, "notice"},
    {Screen::neutral, "neutral"},
    {Screen::safe, "safe"},
    {Screen::staff_pin, "staff-pin"},
    {Screen::staff_new_pin, "staff-new-pin"},
    {Screen::staff_figures, "staff-figures"},
    {Screen::staff_days, "staff-days"},
    {Screen::staff_health, "staff-health"},
    {Screen::staff_content, "staff-content"},
    {Screen::staff_settings, "staff-settings"},
    {Screen::staff_touch, "staff-touch"},
    {Screen::staff_pack, "staff-pack"},
}};

} // namespace

std::string_view name(Screen screen) { return kScreens[static_cast<std::size_t>(screen)].name; }

std::optional<Screen> screen_named(std::string_view wanted)
{
    for (auto const& entry : kScreens)
        if (entry.name == wanted) return entry.screen;
    return std::nullopt;
}

std::vector<std::string> screen_names()
{
    std::vector<std::string> names;
    for (auto const& entry : kScreens) names.emplace_back(entry.name);
    return names;
}

bool is_reporting(Screen screen) { return screen >= Screen::report_danger && screen <= Screen::report_take; }

bool is_staff(Screen screen) { return screen >= Screen::staff_pin; }

bool is_behind_pin(Screen screen) { return screen >= Screen::staff_figures; }

bool is_visiting(Screen screen)
{
    return screen != Screen::attract && screen != Screen::neutral && screen != Screen::safe && !is_staff(screen);
}

int QuizRun::distinct() const
{
    auto const count = static_cast<int>(questions.size());
    return std::max(1, kind == RunKind::first ? count - 1 : count);
}

int QuizRun::right_answers() const
{
    int count = 0;
    // The first answer is the "before" of the pair; its last answer stands for it.
    for (std::size_t i = kind == RunKind::first ? 1 : 0; i < right.size(); ++i) count += right[i] ? 1 : 0;
    return count;
}

bool is_guarded(State const& state, content::Pack const& pack)
{
    bool const aside = state.screen == Screen::language || state.screen == Screen::reading;
    auto const screen = aside ? state.back_to : state.screen;
    return is_reporting(screen) || (screen == Screen::page && state.reading.series == pack.support.id);
}

State fresh_state(content::Pack const& pack, Instant now)
{
    State state;
    state.screen = pack.usable() ? Screen::attract : Screen::safe;
    state.language = pack.languages.empty() ? content::Language("en") : pack.languages.front();
    state.entered = state.last_touch = state.slide_since = now;
    state.deaf_until = now + kDeaf;
    return state;
}

} // namespace kiosk::visit
