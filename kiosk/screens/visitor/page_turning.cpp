// The foot of a page: back, where one is, the sources, next.
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using content::Page;
using content::Series;

// Where one is among the pages that are counted, from 0. A page apart is not, and has none before or after it.
struct Position {
    int index = 0, last = 0;
};

Position position_in(Series const& series, int page)
{
    auto const at = series.pages.begin() + page;
    if (at->apart) return {};
    auto const is_counted = [](Page const& other) { return !other.apart; };
    return {static_cast<int>(std::count_if(series.pages.begin(), at, is_counted)),
            static_cast<int>(std::count_if(series.pages.begin(), series.pages.end(), is_counted)) - 1};
}

// Where the buttons leave no room between them.
bool dots_above(ui::Layout const& layout) { return layout.narrow() || layout.portrait(); }

struct Turning {
    ui::Button back, sources, next;
};

Turning turning_buttons(Frame const& frame, bool is_last)
{
    return {
        {.id = "page.back", .label = frame.words("page.back"), .icon = "chevron-left", .style = ui::ButtonStyle::quiet},
        {.id = "page.sources",
         .label = frame.words("page.sources"),
         .icon = "book",
         .style = ui::ButtonStyle::quiet,
         .step = ui::TextStep::small},
        {.id = "page.next",
         .label = frame.words(is_last ? "page.done" : "page.next"),
         .icon = is_last ? "check" : "",
         .end_icon = is_last ? "" : "chevron-right",
         .style = ui::ButtonStyle::onward}};
}

// Of a third of a narrow row, as much as the way on takes while the sources keep enough: whose word is longer differs
// from language to language.
float turning_width(Frame& frame, Rect const& row, Turning const& buttons)
{
    auto const& layout = frame.layout();
    if (!layout.narrow()) return std::round(std::min(row.width * 0.27F, layout.units(330)));
    auto const third = cell(row, 0, 3, layout.gap()).width;
    for (auto const share : {1.0F, 0.97F, 0.94F}) {
        auto const width = std::round(third * share);
        if (ui::button_fits(frame.canvas(), {row.width - 2 * (width + layout.gap()), row.height}, buttons.sources))
            return width;
    }
    return std::round(third * 0.93F);
}

// Which page of how many: dots, or figures in large letters, which can be read.
void draw_place_in_series(Frame& frame, Rect const& place, int index, int count)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    if (count < 2) return;
    if (!layout.large_text()) return ui::dots(canvas, place, index, count);
    ui::TextStyle const style{ui::Face::semibold, layout.text(ui::TextStep::reading), 1.2F, ui::Wrap::natural};
    auto const& figures =
        canvas.text().shape(fmt::format("{} / {}", index + 1, count), canvas.language(), style, place.width);
    canvas.glyphs(
        figures,
        {std::round(place.centre().x - figures.size.width / 2), std::round(place.centre().y - figures.size.height / 2)},
        canvas.color(ui::Ink::quiet));
}

} // namespace

float page_foot_height(Frame const& frame, visit::State const& state)
{
    if (state.reading.sources_open) return 0;
    auto const& layout = frame.layout();
    return layout.main_target() + (dots_above(layout) ? layout.units(44) : 0);
}

// Back, where one is, the sources, next.
void draw_page_foot(Frame& frame, visit::State const& state, Rect const& place)
{
    auto const* series = frame.content().series(state.reading.series);
    if (!series) return;
    auto row = place;
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const [index, last] = position_in(*series, state.reading.page);
    auto middle = dots_above(layout) ? cut_top(row, layout.units(28), layout.units(16)) : Rect{};
    auto const buttons = turning_buttons(frame, index == last);
    auto const width = turning_width(frame, row, buttons);
    auto const back = cut_left(row, width, layout.gap());
    auto const next = cut_right(row, width, layout.gap());
    auto const sources = cut_right(
        row, layout.narrow() ? row.width : std::round(std::min(row.width * 0.6F, layout.units(290))), layout.gap());
    if (!dots_above(layout)) middle = row;
    if (index > 0 && ui::button(canvas, back, buttons.back)) frame.emit(visit::TurnPage{-1});
    if (ui::button(canvas, next, buttons.next)) frame.emit(visit::TurnPage{1});
    if (ui::button(canvas, sources, buttons.sources)) frame.emit(visit::ShowSources{true});
    draw_place_in_series(frame, middle, index, last + 1);
    canvas.add(
        {ui::Role::progress, "page.position",
         frame.words("page.position", {{"page", std::to_string(index + 1)}, {"pages", std::to_string(last + 1)}}), "",
         "", middle});
    if (canvas.swipe() == ui::Swipe::left && index < last) frame.emit(visit::TurnPage{1});
    if (canvas.swipe() == ui::Swipe::right && index > 0) frame.emit(visit::TurnPage{-1});
}

} // namespace kiosk::screens
