// The sources of a page: a sheet over it, from the panel's end or its foot. Whoever touches beside it closes it.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/page_sides.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

// The page under the sheet, as it was, with nothing to touch or to measure.
void draw_page_below(Frame& frame, visit::State state)
{
    state.reading.sources_open = false;
    ui::DetachedCanvas shadow(frame.canvas(), frame.canvas().drawing());
    std::vector<visit::Action> ignored;
    Frame shown(shadow.canvas(), frame.content(), frame.language(), ignored);
    draw_demonstration(shown, state);
    draw_page(shown, state);
}

ui::TextBlock source_block(content::Source const& source)
{
    return {"source." + source.id,
            source_line(source),
            ui::TextStep::reading,
            ui::Face::regular,
            ui::Ink::text,
            ui::Role::text,
            1.4F};
}

float sources_height(Frame& frame, float width, content::Page const& page)
{
    auto height = 0.F;
    for (auto const& id : page.sources)
        if (auto const* source = frame.content().source(id))
            height += ui::text_height(frame.canvas(), width, source_block(*source)) + frame.layout().units(22);
    return height;
}

// Everything above the bar where room is scarce; else a side of the panel, or its foot, as high as the sources are.
Rect sheet_of(Frame& frame, content::Page const& page)
{
    auto const& layout = frame.layout();
    auto const bottom = layout.bar().y;
    if (layout.low() || is_scrolled(frame)) return {0, 0, layout.screen().width, bottom};
    if (!layout.portrait()) {
        auto const width = std::round(layout.screen().width * (layout.large_text() ? 0.62F : 0.52F));
        return {layout.screen().width - width, 0, width, bottom};
    }
    auto const width = layout.screen().width - 2 * layout.margin();
    auto const height = sources_height(frame, width, page) + layout.units(330) + layout.main_target();
    auto const whole = std::min(bottom, std::max(height, std::round(bottom * 0.4F)));
    return {0, bottom - whole, layout.screen().width, whole};
}

} // namespace

void draw_sources(Frame& frame, visit::State const& state, content::Page const& page)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const sheet = sheet_of(frame, page);
    bool const whole = sheet.width >= layout.screen().width && sheet.y <= 0;
    if (!whole) {
        draw_page_below(frame, state);
        canvas.fill({0, 0, layout.screen().width, layout.bar().y}, canvas.color(ui::Ink::ground).with_alpha(0.72F));
    }
    canvas.add({ui::Role::veil, "sources", frame.words("page.sources"), "", "", layout.screen(), ui::Tap::tap});
    // Whoever touches the sheet itself reads it.
    canvas.add({ui::Role::veil, "sources.sheet", frame.words("page.sources"), "", "", sheet});
    canvas.fill(whole ? layout.screen() : sheet, canvas.color(whole ? ui::Ink::ground : ui::Ink::raised));
    auto area = frame.content_area();
    if (!whole) {
        auto const side = layout.portrait() ? layout.margin() : layout.units(64);
        area = {sheet.x + side, sheet.y + layout.units(56), sheet.width - 2 * side, sheet.height - layout.units(92)};
    }
    draw_title(frame, area, "sources.title", frame.words("page.sources"));
    auto const close = cut_bottom(area, layout.main_target(), layout.gap());
    for (auto const& id : page.sources) {
        auto const* source = frame.content().source(id);
        if (!source) continue;
        cut_top(area, ui::text_block(canvas, area, source_block(*source)), layout.units(22));
    }
    if (ui::button(canvas, {close.x, close.y, std::min(close.width, layout.units(420)), close.height},
                   {.id = "sources.close",
                    .label = frame.words("page.close"),
                    .icon = "close",
                    .style = ui::ButtonStyle::onward}) ||
        canvas.tapped("sources"))
        frame.emit(visit::ShowSources{false});
}

} // namespace kiosk::screens
