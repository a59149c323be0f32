// The table of screens. The kind of a screen decides whether it is counted, guarded, or behind the PIN. A new screen
// needs an enumerator and a row here, and a row in screens/screens.cpp, which draws it. Pure.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::visit {

enum class Screen {
    attract,
    language,
    reading,
    home,
    page,
    scene,
    scene_end,
    quiz,
    quiz_end,
    report_danger,
    report_emergency,
    report_where,
    report_channel,
    report_note,
    report_never,
    report_doubts,
    report_take,
    notice,
    neutral,
    safe,
    staff_pin,
    staff_new_pin,
    staff_figures,
    staff_days,
    staff_health,
    staff_content,
    staff_settings,
    staff_touch,
    staff_close_down,
};

enum class ScreenKind {
    outside,        // of a visit: the attract loop, and what is shown between visits or instead of them
    visit,          // in a visit
    reporting,      // in a visit; somebody may be watching: a short idle time, and no open figure counts it
    at_the_pin,     // for staff, before the PIN, so that anybody may find it; not counted
    behind_the_pin, // for staff, never shown without the PIN; not counted
};

struct ScreenRow {
    Screen screen;
    std::string_view name; // in scripts, traces and figures; never changes
    ScreenKind kind;
};

constexpr std::array kScreens{
    ScreenRow{Screen::attract, "attract", ScreenKind::outside},
    ScreenRow{Screen::language, "language", ScreenKind::visit},
    ScreenRow{Screen::reading, "reading", ScreenKind::visit},
    ScreenRow{Screen::home, "home", ScreenKind::visit},
    ScreenRow{Screen::page, "page", ScreenKind::visit},
    ScreenRow{Screen::scene, "scene", ScreenKind::visit},
    ScreenRow{Screen::scene_end, "scene-end", ScreenKind::visit},
    ScreenRow{Screen::quiz, "quiz", ScreenKind::visit},
    ScreenRow{Screen::quiz_end, "quiz-end", ScreenKind::visit},
    ScreenRow{Screen::report_danger, "report-danger", ScreenKind::reporting},
    ScreenRow{Screen::report_emergency, "report-emergency", ScreenKind::reporting},
    ScreenRow{Screen::report_where, "report-where", ScreenKind::reporting},
    ScreenRow{Screen::report_channel, "report-channel", ScreenKind::reporting},
    ScreenRow{Screen::report_note, "report-note", ScreenKind::reporting},
    ScreenRow{Screen::report_never, "report-never", ScreenKind::reporting},
    ScreenRow{Screen::report_doubts, "report-doubts", ScreenKind::reporting},
    ScreenRow{Screen::report_take, "report-take", ScreenKind::reporting},
    ScreenRow{Screen::notice, "notice", ScreenKind::visit},
    ScreenRow{Screen::neutral, "neutral", ScreenKind::outside},
    ScreenRow{Screen::safe, "safe", ScreenKind::outside},
    ScreenRow{Screen::staff_pin, "staff-pin", ScreenKind::at_the_pin},
    ScreenRow{Screen::staff_new_pin, "staff-new-pin", ScreenKind::at_the_pin},
    ScreenRow{Screen::staff_figures, "staff-figures", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_days, "staff-days", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_health, "staff-health", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_content, "staff-content", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_settings, "staff-settings", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_touch, "staff-touch", ScreenKind::behind_the_pin},
    ScreenRow{Screen::staff_close_down, "staff-pack", ScreenKind::behind_the_pin},
};

// Whether the rows of a table are in the order of the enumerators, so that these index it.
template <typename Table>
constexpr bool is_by_screen(Table const& table)
{
    if (table.size() != kScreens.size()) return false;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].screen) != i) return false;
    return true;
}
static_assert(is_by_screen(kScreens));

constexpr ScreenKind kind_of(Screen screen) { return kScreens.at(static_cast<std::size_t>(screen)).kind; }
constexpr std::string_view name(Screen screen) { return kScreens.at(static_cast<std::size_t>(screen)).name; }
std::optional<Screen> screen_named(std::string_view name);
std::vector<std::string> screen_names();

constexpr bool is_reporting(Screen screen) { return kind_of(screen) == ScreenKind::reporting; }
constexpr bool is_behind_pin(Screen screen) { return kind_of(screen) == ScreenKind::behind_the_pin; }
constexpr bool is_staff(Screen screen) { return is_behind_pin(screen) || kind_of(screen) == ScreenKind::at_the_pin; }
constexpr bool is_visiting(Screen screen) { return kind_of(screen) == ScreenKind::visit || is_reporting(screen); }

} // namespace kiosk::visit
