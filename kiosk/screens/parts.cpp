#include "screens/parts.h"

#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

using visit::Screen;

void draw_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height = ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.3F}, id, text);
    cut_top(area, height, frame.layout().px(24));
}

std::string source_line(content::Source const& source)
{
    auto line = fmt::format("{}. {}", source.title, source.publisher);
    if (!source.year.empty()) line += ", " + source.year;
    return line;
}

namespace {

struct BarButton {
    char const* id;
    char const* word;
    char const* icon;
    ui::ButtonStyle style;
    visit::Action action;
};

void draw_bar_button(Frame& frame, Rect const& rect, BarButton const& spec)
{
    auto const label = frame.words(spec.word);
    ui::Button button{spec.id, label, "", spec.icon, "", spec.style, ui::TextStep::reading, ""};
    if (ui::button(frame.canvas(), rect, button)) frame.emit(spec.action);
}

} // namespace

void draw_bar(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto bar = layout.bar();
    canvas.fill({bar.x, bar.y, bar.width, layout.hairline()}, canvas.color(ui::Ink::calm));
    auto area =
        Rect{layout.margin(), bar.y + layout.px(16), bar.width - 2 * layout.margin(), bar.height - layout.px(32)};

    BarButton const home{"bar.home", "bar.home", "home", ui::ButtonStyle::quiet, visit::Show{Screen::home}};
    BarButton const language{"bar.language", "language", "globe", ui::ButtonStyle::quiet,
                             visit::Show{Screen::language}};
    BarButton const reading{"bar.reading", "bar.reading", "reading", ui::ButtonStyle::quiet,
                            visit::Show{Screen::reading}};
    BarButton const report{"bar.report", "bar.report", "eye", ui::ButtonStyle::action,
                           visit::Show{Screen::report_danger}};
    BarButton const leave{"bar.leave", "bar.leave", "leave", ui::ButtonStyle::quiet, visit::Leave{}};

    auto const gap = layout.gap();
    if (layout.portrait()) {
        auto upper = cut_top(area, layout.main_target(), gap);
        auto const lower = cut_top(area, layout.main_target());
        draw_bar_button(frame, cut_right(upper, std::round(upper.width * 0.32F), gap), leave);
        draw_bar_button(frame, upper, report);
        draw_bar_button(frame, cell(lower, 0, 3, gap), home);
        draw_bar_button(frame, cell(lower, 1, 3, gap), language);
        draw_bar_button(frame, cell(lower, 2, 3, gap), reading);
        return;
    }
    auto row = cut_top(area, layout.main_target());
    auto const small = std::round((row.width - 4 * gap) * 0.172F);
    draw_bar_button(frame, cut_right(row, small, gap), leave);
    draw_bar_button(frame, cut_right(row, row.width - 3 * (small + gap), gap), report);
    draw_bar_button(frame, cut_left(row, small, gap), home);
    draw_bar_button(frame, cut_left(row, small, gap), language);
    draw_bar_button(frame, row, reading);
}

void draw_still_there(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const left = std::chrono::duration_cast<Seconds>(
        *state.warned +
        std::chrono::duration_cast<Duration>(std::chrono::duration<double>(frame.pack().timings.warning)) -
        canvas.now() + std::chrono::milliseconds(999));
    auto const seconds = std::max<long>(0, left.count());

    // A quiet band over the bar; what was read stays readable. The veil is everywhere, so any touch goes on.
    canvas.add(
        {ui::Role::veil, "still-there", frame.words("still_there.title"), "", "", layout.screen(), ui::Tap::tap});
    auto const bar = layout.bar();
    canvas.fill(bar, canvas.color(ui::Ink::action));
    auto inside = bar.inset(layout.margin(), layout.px(18));
    auto const title = ui::text_block(canvas, inside,
                                      {"still-there.title", frame.words("still_there.title"), ui::TextStep::title,
                                       ui::Face::semibold, ui::Ink::on_action, ui::Role::heading, 1.25F});
    cut_top(inside, title, layout.px(4));
    ui::text_block(canvas, inside,
                   {"still-there.text", frame.words("still_there.text", {{"seconds", std::to_string(seconds)}}),
                    ui::TextStep::reading, ui::Face::regular, ui::Ink::on_action, ui::Role::text, 1.35F});
    canvas.wakes().ask(*state.warned + (Seconds(1) * ((canvas.now() - *state.warned) / Seconds(1) + 1)),
                       "still there countdown");
    if (canvas.tapped("still-there")) frame.emit(visit::Touched{});
}

void draw_report_ways(Frame& frame, Rect const& row, Screen shown)
{
    struct Way {
        Screen screen;
        char const* id;
        char const* word;
        char const* icon;
    };
    std::vector<Way> ways{{Screen::report_channel, "report.channel", "report.to_channel", "place"},
                          {Screen::report_note, "report.note", "report.to_note", "note"},
                          {Screen::report_never, "report.never", "report.to_never", "shield"},
                          {Screen::report_doubts, "report.doubts", "report.to_doubts", "question"}};
    std::erase_if(ways, [&](Way const& way) { return way.screen == shown; });
    auto const count = static_cast<int>(ways.size());
    for (int i = 0; i < count; ++i) {
        auto const& way = ways[static_cast<std::size_t>(i)];
        auto const rect = cell(row, i, count, frame.layout().gap());
        auto const small = frame.layout().portrait() ? ui::TextStep::small : ui::TextStep::reading;
        if (ui::button(frame.canvas(), rect,
                       {way.id, frame.words(way.word), "", way.icon, "", ui::ButtonStyle::calm, small, ""}))
            frame.emit(visit::Show{way.screen});
    }
}

} // namespace kiosk::screens
