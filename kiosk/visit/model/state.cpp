#include "visit/model/state.h"
#include "visit/model/input_lockout.h"

#include <algorithm>

namespace kiosk::visit {

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

int QuizRun::distinct() const
{
    auto const scored = static_cast<int>(questions.size()) - 2 * around();
    return std::max(1, kind == RunKind::first ? scored - 1 : scored);
}

int QuizRun::right_answers() const
{
    int count = 0;
    // The first answer is the "before" of the pair; its last answer stands for it.
    for (std::size_t i = kind == RunKind::first ? 1 : 0; i < right.size(); ++i) count += right[i] ? 1 : 0;
    return count;
}

bool is_guarded(State const& state, content::Content const& content)
{
    bool const aside = state.screen == Screen::language || state.screen == Screen::reading;
    auto const screen = aside ? state.back_to : state.screen;
    return is_reporting(screen) || (screen == Screen::page && state.reading.series == content.support.id);
}

State fresh_state(content::Content const& content, Instant now)
{
    State state;
    state.screen = content.usable() ? Screen::attract : Screen::safe;
    state.language = content.languages.empty() ? content::Language("en") : content.languages.front();
    state.entered = state.last_touch = state.slide_since = now;
    state.input_blocked_until = now + kInputLockout;
    return state;
}

} // namespace kiosk::visit
