#include "screens/staff/lists.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

ui::TextBlock sentence(std::string id, std::string text)
{
    return {std::move(id), std::move(text), ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet, ui::Role::text,
            1.4F};
}

// Two buttons and where one is. Takes its height from the bottom of the area.
void draw_turning(Frame& frame, Rect& area, Pages const& pages)
{
    if (pages.count() == 1) return;
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto foot = cut_bottom(area, layout.target(), layout.gap());
    auto const width = std::max(layout.target(), std::min(layout.units(230), std::round(foot.width * 0.34F)));
    auto const turn = [&](Rect const& rect, char const* id, char const* word, int to) {
        if (ui::button(canvas, rect, {.id = id, .label = frame.staff_words(word), .style = ui::ButtonStyle::quiet}))
            frame.emit(visit::ShowFiguresPage{to});
    };
    auto const more = cut_right(foot, width, layout.gap());
    auto const back = cut_right(foot, width, layout.gap());
    if (pages.shown > 0) turn(back, "figures.back", "list.back", pages.shown - 1);
    if (pages.shown + 1 < pages.count()) turn(more, "figures.more", "list.more", pages.shown + 1);
    Values const values{{"page", std::to_string(pages.shown + 1)}, {"pages", std::to_string(pages.count())}};
    ui::text_centred(canvas, foot,
                     {"figures.page", frame.staff_words("list.page", values), ui::TextStep::small, ui::Face::regular,
                      ui::Ink::quiet, ui::Role::text, 1.2F});
}

} // namespace

void draw_sentence(Frame& frame, Rect& area, std::string id, std::string text)
{
    if (text.empty()) return;
    auto const used = ui::text_block(frame.canvas(), area, sentence(std::move(id), std::move(text)));
    cut_top(area, used, frame.layout().units(16));
}

void draw_chart_title(Frame& frame, Rect& area, std::string const& title, std::string const& period)
{
    auto& canvas = frame.canvas();
    auto const used = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.4F}, "figures.title", title,
                                  ui::TextStep::lead);
    cut_top(area, used, frame.layout().units(period.empty() ? 18 : 0));
    if (period.empty()) return;
    auto const line = ui::text_block(
        canvas, area,
        {"figures.period", period, ui::TextStep::small, ui::Face::regular, ui::Ink::quiet, ui::Role::text, 1.4F});
    cut_top(area, line, frame.layout().units(18));
}

std::string visit_count_text(Frame const& frame, std::int64_t count)
{
    return frame.staff_words("visits.count", {{"n", number_text(frame, count)}});
}

std::string bar_description(Frame const& frame, std::string const& label, std::string const& value)
{
    return frame.staff_words("said", {{"label", label}, {"value", value}});
}

Pages pages_of(Frame& frame, Rect const& area, ui::BarRows const& rows, int page, float above)
{
    auto& canvas = frame.canvas();
    auto const turning = frame.layout().target() + frame.layout().gap();
    Pages pages;
    pages.starts = ui::bar_row_pages(canvas, area.width, {area.height - above, area.height}, rows);
    if (pages.count() == 1) return pages;
    pages.starts = ui::bar_row_pages(canvas, area.width, {area.height - above - turning, area.height - turning}, rows);
    // Fewer rows than that are no list: the page then scrolls.
    auto const fewest = std::size_t{above > 0 ? 2U : 3U};
    if (pages.count() > 1 && pages.starts[1] < fewest) canvas.report_overflow();
    pages.shown = std::clamp(page, 0, pages.count() - 1);
    return pages;
}

void draw_page(Frame& frame, Rect area, ui::BarRows rows, Pages const& pages)
{
    draw_turning(frame, area, pages);
    // A bar is as long on every page as it is on its own.
    if (rows.whole <= 0)
        for (auto const& bar : rows.bars) rows.whole = std::max(rows.whole, bar.amount.value_or(0));
    auto const index = static_cast<std::size_t>(pages.shown);
    auto const at = [&](std::size_t row) { return rows.bars.begin() + static_cast<std::ptrdiff_t>(row); };
    if (index + 1 < pages.starts.size()) rows.bars.erase(at(pages.starts[index + 1]), rows.bars.end());
    rows.bars.erase(rows.bars.begin(), at(pages.starts[index]));
    ui::bar_rows(frame.canvas(), area, rows);
}

void draw_list(Frame& frame, Rect const& area, ui::BarRows rows, int page)
{
    auto const pages = pages_of(frame, area, rows, page, 0);
    draw_page(frame, area, std::move(rows), pages);
}

} // namespace kiosk::screens
