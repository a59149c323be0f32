// What to note, what not to do, and the doubts that keep people silent, answered.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/report/report.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

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

// What an entry needs in a plate of this width, its margins included.
float needed_height(Frame& frame, float width, AdviceEntry const& entry)
{
    auto const& layout = frame.layout();
    auto const inside = width - 2 * layout.units(30);
    auto const words = entry_in(frame, entry);
    return ui::text_height(frame.canvas(), inside, label_block("", words.label)) + layout.units(10) +
           ui::text_height(frame.canvas(), inside, body_block("", words.text)) + 2 * layout.units(22);
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

// Plates in rows of some columns, each row as high as its words want it; as many rows a page as there is room for.
struct PlateGrid {
    int columns = 1;
    std::vector<float> rows;        // heights that are needed [px]
    std::vector<std::size_t> pages; // the first row of each
    bool fits = true;               // no row is higher than its page
};

// `foot` is what a button for more takes from the height, where there is more than one page.
PlateGrid grid_of(Frame& frame, Size const& room, float foot, std::vector<AdviceEntry> const& entries, int columns)
{
    auto const gap = frame.layout().gap();
    auto const width = cell({0, 0, room.width, 0}, 0, columns, gap).width;
    PlateGrid grid{columns, {}, {0}, true};
    float all = -gap;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % static_cast<std::size_t>(columns) == 0) grid.rows.push_back(0);
        grid.rows.back() = std::max(grid.rows.back(), needed_height(frame, width, entries[i]));
    }
    for (auto const height : grid.rows) all += height + gap;
    if (all <= room.height + 1) return grid;
    float used = 0;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (used > 0 && used + grid.rows[row] > room.height - foot + 1) {
            grid.pages.push_back(row);
            used = 0;
        }
        used += grid.rows[row] + gap;
        grid.fits = grid.fits && grid.rows[row] <= room.height - foot + 1;
    }
    return grid;
}

// The fewest pages; of those the columns nearest to what looks best.
PlateGrid best_grid(Frame& frame, Size const& room, float foot, std::vector<AdviceEntry> const& entries, int columns)
{
    // A page that scrolls holds them all.
    constexpr std::size_t kMostPages = 3;
    // A column narrower than a dozen letters breaks words.
    auto const narrowest = frame.layout().text(ui::TextStep::reading) * 12;
    auto const most = std::clamp(static_cast<int>(room.width / narrowest), 1, columns + 2);
    columns = std::min(columns, most);
    auto best = grid_of(frame, room, foot, entries, columns);
    auto const all = PlateGrid{columns, best.rows, {0}, false};
    if (is_scrolled(frame)) return best.pages.size() == 1 ? best : all;
    best.fits = best.fits && best.pages.size() <= kMostPages;
    for (int other = 1; other <= most; ++other) {
        auto const grid = grid_of(frame, room, foot, entries, other);
        if (!grid.fits || grid.pages.size() > kMostPages) continue;
        auto const far = [&](PlateGrid const& one) { return std::abs(one.columns - columns); };
        if (!best.fits || grid.pages.size() < best.pages.size() ||
            (grid.pages.size() == best.pages.size() && far(grid) < far(best)))
            best = grid;
    }
    return best.fits ? best : all;
}

void draw_entries(Frame& frame, Rect area, std::string const& id, std::vector<AdviceEntry> const& entries, int columns,
                  int page)
{
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    auto const grid = best_grid(frame, {area.width, area.height}, layout.target() + gap, entries, columns);
    auto const pages = static_cast<int>(grid.pages.size());
    auto const current = static_cast<std::size_t>(page % pages);
    if (pages > 1) {
        auto foot = cut_bottom(area, layout.target(), gap);
        draw_more(frame, cut_right(foot, std::round(area.width * 0.4F)), page % pages, pages);
    }
    if (!grid.fits) frame.canvas().report_overflow();
    auto const first = grid.pages[current];
    auto const end = current + 1 < grid.pages.size() ? grid.pages[current + 1] : grid.rows.size();
    // What the rows leave is shared among them.
    auto spare = area.height + gap;
    for (auto row = first; row < end; ++row) spare -= grid.rows[row] + gap;
    auto const each = std::max(0.F, std::floor(spare / static_cast<float>(end - first)));
    for (auto row = first; row < end; ++row) {
        auto const place = cut_top(area, grid.rows[row] + each, gap);
        for (int column = 0; column < grid.columns; ++column) {
            auto const entry = row * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column);
            if (entry < entries.size()) draw_plate(frame, cell(place, column, grid.columns, gap), id, entries[entry]);
        }
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
