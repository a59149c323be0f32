// What to note, what not to do, and the doubts that keep people silent, answered.
#include "screens/parts/parts.h"
#include "screens/report/report.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::AdviceEntry;
using visit::Screen;

void draw_advice_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height =
        ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.2F}, id, text, ui::TextStep::title);
    cut_top(area, height, frame.layout().units(22));
}

struct Entry {
    std::string label, text;
};

Entry entry_in(Frame& frame, AdviceEntry const& entry)
{
    auto const& words = frame.in_language(entry.words);
    std::string text;
    for (auto const& paragraph : words.text) text += (text.empty() ? "" : " ") + paragraph;
    return {words.label, text};
}

ui::TextBlock label_block(std::string id, std::string text)
{
    return {std::move(id), std::move(text), ui::TextStep::lead, ui::Face::semibold, ui::Ink::text, ui::Role::heading,
            1.25F};
}

ui::TextBlock body_block(std::string id, std::string text)
{
    return {std::move(id), std::move(text), ui::TextStep::reading, ui::Face::regular, ui::Ink::text, ui::Role::text,
            1.4F};
}

// What the highest of some entries needs in a plate of this width, its margins included.
float needed_height(Frame& frame, float width, std::vector<AdviceEntry> const& entries)
{
    auto const& layout = frame.layout();
    auto const inside = width - 2 * layout.units(30);
    float most = 0;
    for (auto const& entry : entries) {
        auto const words = entry_in(frame, entry);
        most = std::max(most, ui::text_height(frame.canvas(), inside, label_block("", words.label)) + layout.units(10) +
                                  ui::text_height(frame.canvas(), inside, body_block("", words.text)));
    }
    return most + 2 * layout.units(22);
}

void draw_plate(Frame& frame, Rect rect, std::string const& id, AdviceEntry const& entry)
{
    auto const& layout = frame.layout();
    auto const words = entry_in(frame, entry);
    ui::NodeGroup const group(frame.canvas());
    ui::plate(frame.canvas(), rect);
    rect = rect.inset(layout.units(30), layout.units(22));
    auto const used = ui::text_block(frame.canvas(), rect, label_block(id + "." + entry.id, words.label));
    cut_top(rect, used, layout.units(10));
    ui::text_block(frame.canvas(), rect, body_block(id + ".text." + entry.id, words.text));
}

void draw_more(Frame& frame, Rect const& rect, int page, int pages)
{
    bool const last = page + 1 == pages;
    if (ui::button(frame.canvas(), rect,
                   {.id = "advice.more",
                    .label = frame.words(last ? "report.where_fewer" : "report.where_more"),
                    .end_icon = "chevron-right",
                    .style = ui::ButtonStyle::quiet}))
        frame.emit(visit::ShowListPage{last ? 0 : page + 1});
}

// Plates in a grid, as many as have their words whole; the rest on further pages of it.
void draw_entries(Frame& frame, Rect area, std::string const& id, std::vector<AdviceEntry> const& entries, int columns,
                  int page)
{
    auto const gap = frame.layout().gap();
    auto const count = static_cast<int>(entries.size());
    // A column narrower than a dozen letters breaks words.
    auto const narrowest = frame.layout().text(ui::TextStep::reading) * 12;
    columns = std::clamp(columns, 1, std::max(1, static_cast<int>(area.width / narrowest)));
    auto const wanted = needed_height(frame, cell(area, 0, columns, gap).width, entries);
    auto const all_rows = (count + columns - 1) / columns;
    auto const rows_in = [&](float height) {
        return std::clamp(static_cast<int>((height + gap) / (wanted + gap)), 1, std::max(1, all_rows));
    };
    auto rows = rows_in(area.height);
    int current = 0;
    if (rows < all_rows) {
        auto foot = cut_bottom(area, frame.layout().target(), gap);
        rows = rows_in(area.height);
        auto const pages = (all_rows + rows - 1) / rows;
        current = page % pages;
        draw_more(frame, cut_right(foot, std::round(area.width * 0.4F)), current, pages);
    }
    if (wanted > area.height + 1) frame.canvas().report_overflow();
    auto const first = current * rows * columns;
    for (int i = first; i < std::min(count, first + rows * columns); ++i) {
        auto const row = cell_down(area, (i - first) / columns, rows, gap);
        draw_plate(frame, cell(row, (i - first) % columns, columns, gap), id, entries[static_cast<std::size_t>(i)]);
    }
}

} // namespace

void draw_report_note(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    draw_advice_title(frame, area, "report.note.title", frame.words("report.note_title"));
    auto const used = ui::text_block(
        frame.canvas(), area,
        {"report.note.all", frame.words("report.note_all"), ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet});
    cut_top(area, used, layout.units(22));
    draw_report_ways(frame, area, Screen::report_note);
    draw_entries(frame, area, "note", frame.content().reporting.note, layout.portrait() ? 2 : 3,
                 state.report.list_page);
}

void draw_report_never(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    draw_advice_title(frame, area, "report.never.title", frame.words("report.never_title"));
    draw_report_ways(frame, area, Screen::report_never);
    draw_entries(frame, area, "never", frame.content().reporting.never, layout.portrait() ? 1 : 2,
                 state.report.list_page);
}

void draw_report_doubts(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    draw_advice_title(frame, area, "report.doubts.title", frame.words("report.doubts_title"));
    draw_report_ways(frame, area, Screen::report_doubts);
    auto const& doubts = frame.content().reporting.doubts;
    draw_entries(frame, area, "doubt", doubts, layout.portrait() ? 1 : static_cast<int>(doubts.size()),
                 state.report.list_page);
}

} // namespace kiosk::screens
