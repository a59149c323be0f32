#include "screens/staff/parts.h"
#include "base/calendar.h"
#include "base/utf8.h"
#include "screens/parts/button_rows.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

// Own names where they stand whole; else the codes, which staff know.
ButtonRows language_buttons(Frame& frame, float width)
{
    auto const& layout = frame.layout();
    auto const& languages = frame.content().languages;
    auto const named = [&](bool whole) {
        std::vector<RowButton> buttons;
        for (auto const& language : languages) {
            auto const label = whole ? frame.content().words(language, "language") : capital_letters(language);
            bool const chosen = language == frame.language();
            ui::Button button{.id = "staff.language." + language,
                              .label = label,
                              .icon = chosen && whole ? "check" : "",
                              .style = chosen ? ui::ButtonStyle::chosen : ui::ButtonStyle::quiet,
                              .state = chosen ? frame.words("speech.chosen") : ""};
            buttons.push_back({std::move(button), visit::ChooseLanguage{language}});
        }
        return buttons;
    };
    auto const count = static_cast<int>(languages.size());
    Size const room{cell({0, 0, width, 0}, 0, std::max(1, count), layout.gap()).width, layout.target()};
    auto names = named(true);
    bool const fit = std::all_of(names.begin(), names.end(), [&](RowButton const& entry) {
        return ui::button_fits(frame.canvas(), room, entry.button);
    });
    return {frame, fit ? std::move(names) : named(false), layout.target()};
}

void draw_title(Frame& frame, Rect const& rect)
{
    auto& canvas = frame.canvas();
    std::vector<ui::TextBlock> lines{{"staff.title", frame.staff_words("title"), ui::TextStep::lead, ui::Face::semibold,
                                      ui::Ink::ground, ui::Role::heading, 1.2F}};
    if (!frame.staff().kiosk.empty())
        lines.push_back({"staff.kiosk", frame.staff().kiosk, ui::TextStep::small, ui::Face::regular, ui::Ink::ground,
                         ui::Role::text, 1.2F});
    float height = 0;
    for (auto const& line : lines) height += ui::text_height(canvas, rect.width, line);
    auto const down = std::max(0.F, std::floor((rect.height - height) / 2));
    ui::text_column(canvas, {rect.x, rect.y + down, rect.width, rect.height - down}, lines, 0);
}

std::string word_of(Frame const& frame, char const* table, int number)
{
    return frame.staff_words(fmt::format("{}.{}", table, number));
}

// French has a word of its own for the first of a month.
std::string day_number(Frame const& frame, int day)
{
    return day == 1 ? frame.staff_words("date.day_one") : std::to_string(day);
}

// The pages behind the PIN. The health page says on its tab how the kiosk is.
std::vector<RowButton> page_tabs(Frame& frame, visit::Screen shown)
{
    using visit::Screen;
    // The page of remarks is reached from the figures and belongs to their tab.
    if (shown == Screen::staff_days) shown = Screen::staff_figures;
    std::vector<RowButton> tabs;
    auto const add = [&](char const* id, Screen screen) {
        tabs.push_back({staff_tab(frame, std::string("staff.tab.") + id, frame.staff_words(std::string("tab.") + id),
                                  screen == shown),
                        visit::ShowStaff{screen}});
    };
    add("figures", Screen::staff_figures);
    add("health", Screen::staff_health);
    auto const& health = frame.staff().health;
    if (!health.empty() && health::worst(health) != health::Light::green) {
        auto& button = tabs.back().button;
        button.icon = health::worst(health) == health::Light::red ? "close" : "info";
        button.state = frame.staff_words(std::string("health.title_") + name_of(health::worst(health)));
    }
    add("content", Screen::staff_content);
    add("settings", Screen::staff_settings);
    add("touch", Screen::staff_touch);
    add("pack", Screen::staff_close_down);
    return tabs;
}

} // namespace

char const* name_of(health::Light light)
{
    switch (light) {
    case health::Light::green: return "green";
    case health::Light::amber: return "amber";
    case health::Light::red: return "red";
    }
    return "green";
}

Rect draw_staff_band(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    auto const screen = layout.screen();
    canvas.fill(screen, canvas.color(ui::Ink::raised));
    auto const margin = layout.low() || layout.narrow() ? gap : layout.margin();
    auto const pad = layout.units(layout.low() ? 10 : 16);
    auto const width = screen.width - 2 * margin;
    ui::Button const leave{
        .id = "staff.leave", .label = frame.staff_words("leave"), .icon = "leave", .style = ui::ButtonStyle::quiet};
    auto const leave_width = std::max(layout.units(240), layout.target());
    auto const title_width = std::max(layout.units(230), std::round(width * 0.2F));
    // In one row where every language stands beside the title, else in rows of their own below it.
    auto const between = width - title_width - leave_width - 2 * gap;
    auto const beside = language_buttons(frame, std::max(layout.target(), between));
    bool const one_row = beside.height(between) <= layout.target() + 1 && between > layout.target();
    auto const below = language_buttons(frame, width);
    bool const inside = visit::is_behind_pin(state.screen);
    // Where there is no room for both, the pages stand in place of the languages, which the pad of the PIN has, too.
    bool const languages_below = !one_row && !(inside && (layout.low() || layout.narrow()));
    ButtonRows const pages(frame, inside ? page_tabs(frame, state.screen) : std::vector<RowButton>(), layout.target());
    auto const pages_height = inside ? gap + pages.height(width) : 0;
    auto const height = 2 * pad + layout.target() + (languages_below ? gap + below.height(width) : 0) + pages_height;
    canvas.fill({0, 0, screen.width, height}, canvas.color(ui::Ink::text));
    Rect area{margin, pad, width, height - 2 * pad};
    if (inside) pages.draw(cut_bottom(area, pages.height(width), gap));
    auto row = cut_top(area, layout.target(), gap);
    if (ui::button(canvas, cut_right(row, leave_width, gap), leave)) frame.emit(visit::Leave{});
    if (one_row) {
        draw_title(frame, cut_left(row, title_width, gap));
        beside.draw(row);
    } else {
        draw_title(frame, row);
        if (languages_below) below.draw(area);
    }
    return {margin, height + gap, width, screen.height - height - 2 * gap};
}

ui::Button staff_tab(Frame const& frame, std::string id, std::string label, bool chosen)
{
    return {.id = std::move(id),
            .label = std::move(label),
            .icon = chosen ? "check" : "",
            .style = chosen ? ui::ButtonStyle::chosen : ui::ButtonStyle::quiet,
            .state = chosen ? frame.words("speech.chosen") : ""};
}

ui::TextBlock staff_line(std::string id, std::string text, ui::Ink ink)
{
    return {std::move(id), std::move(text), ui::TextStep::reading, ui::Face::regular, ink, ui::Role::text, 1.35F};
}

float plate_pad(ui::Layout const& layout) { return layout.units(layout.low() ? 18 : 28); }

std::string number_text(Frame const& frame, std::int64_t number)
{
    if (number < 0) return "−" + number_text(frame, -number);
    auto digits = std::to_string(number);
    // Four digits are read without help.
    if (digits.size() < 5) return digits;
    auto const separator = frame.staff_words("number.thousands");
    for (auto at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, separator);
    }
    return digits;
}

std::string percent_text(Frame const& frame, std::int64_t part, std::int64_t whole)
{
    auto const percent = whole > 0 ? (part * 200 + whole) / (2 * whole) : 0;
    return frame.staff_words("number.percent", {{"n", std::to_string(percent)}});
}

std::string weekday_text(Frame const& frame, std::string const& day)
{
    auto const date = calendar_day(day);
    if (!date) return day;
    auto const parts = parts_of(*date);
    return frame.staff_words("date.weekday", {{"weekday", word_of(frame, "weekday", parts.weekday)},
                                              {"day", day_number(frame, parts.day)},
                                              {"month", word_of(frame, "month", parts.month)}});
}

std::string date_text(Frame const& frame, std::string const& day)
{
    auto const date = calendar_day(day);
    if (!date) return day;
    auto const parts = parts_of(*date);
    return frame.staff_words("date.full", {{"day", day_number(frame, parts.day)},
                                           {"month", word_of(frame, "month", parts.month)},
                                           {"year", std::to_string(parts.year)}});
}

std::string period_text(Frame const& frame, std::string const& first, std::string const& last)
{
    auto const from = calendar_day(first);
    auto const to = calendar_day(last);
    if (!from || !to || from == to) return date_text(frame, last);
    auto const begin = parts_of(*from);
    // A year that is the same is written once.
    auto const said = begin.year != parts_of(*to).year
                          ? date_text(frame, first)
                          : frame.staff_words("date.day_month", {{"day", day_number(frame, begin.day)},
                                                                 {"month", word_of(frame, "month", begin.month)}});
    return frame.staff_words("date.period", {{"first", said}, {"last", date_text(frame, last)}});
}

} // namespace kiosk::screens
