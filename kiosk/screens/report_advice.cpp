// What to note, what not to do, and the doubts that keep people silent, answered.
#include "screens/parts.h"

#include <cmath>

namespace kiosk::screens {

namespace {

using content::AdviceEntry;
using visit::Screen;

void draw_advice_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height =
        ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.2F}, id, text, ui::TextStep::title);
    cut_top(area, height, frame.layout().px(22));
}

// Plates in a grid, a label and its text each.
void draw_entries(Frame& frame, Rect const& area, std::string const& id, std::vector<AdviceEntry> const& entries,
                  int columns)
{
    auto const& layout = frame.layout();
    auto const count = static_cast<int>(entries.size());
    auto const rows = (count + columns - 1) / std::max(1, columns);
    for (int i = 0; i < count; ++i) {
        auto const& entry = entries[static_cast<std::size_t>(i)];
        auto const& words = frame.in_language(entry.words);
        auto const row = cell_down(area, i / columns, rows, layout.gap());
        auto rect = cell(row, i % columns, columns, layout.gap());
        ui::plate(frame.canvas(), rect);
        rect = rect.inset(layout.px(30), layout.px(22));
        auto const used = ui::text_block(frame.canvas(), rect,
                                         {id + "." + entry.id, words.label, ui::TextStep::lead, ui::Face::semibold,
                                          ui::Ink::text, ui::Role::heading, 1.25F});
        cut_top(rect, used, layout.px(10));
        std::string text;
        for (auto const& paragraph : words.text) text += (text.empty() ? "" : " ") + paragraph;
        ui::text_block(frame.canvas(), rect,
                       {id + ".text." + entry.id, text, ui::TextStep::reading, ui::Face::regular, ui::Ink::text,
                        ui::Role::text, 1.4F});
    }
}

} // namespace

void draw_report_note(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = layout.content();
    draw_advice_title(frame, area, "report.note.title", frame.words("report.note_title"));
    auto const used = ui::text_block(
        frame.canvas(), area,
        {"report.note.all", frame.words("report.note_all"), ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet});
    cut_top(area, used, layout.px(22));
    draw_report_ways(frame, cut_bottom(area, layout.main_target(), layout.px(24)), Screen::report_note);
    draw_entries(frame, area, "note", frame.pack().reporting.note, layout.portrait() ? 2 : 3);
}

void draw_report_never(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = layout.content();
    draw_advice_title(frame, area, "report.never.title", frame.words("report.never_title"));
    draw_report_ways(frame, cut_bottom(area, layout.main_target(), layout.px(24)), Screen::report_never);
    draw_entries(frame, area, "never", frame.pack().reporting.never, layout.portrait() ? 1 : 2);
}

void draw_report_doubts(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = layout.content();
    draw_advice_title(frame, area, "report.doubts.title", frame.words("report.doubts_title"));
    draw_report_ways(frame, cut_bottom(area, layout.main_target(), layout.px(24)), Screen::report_doubts);
    auto const& doubts = frame.pack().reporting.doubts;
    draw_entries(frame, area, "doubt", doubts, layout.portrait() ? 1 : static_cast<int>(doubts.size()));
}

} // namespace kiosk::screens
