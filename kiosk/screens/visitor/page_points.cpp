#include "screens/visitor/page_points.h"
#include "screens/parts/parts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

ui::TextBlock point_block(std::size_t index, std::string const& text, float scale)
{
    ui::TextBlock block{"page.point." + std::to_string(index + 1), text};
    block.scale = scale;
    return block;
}

float gap_between(ui::Layout const& layout) { return layout.units(10); }

// The column of the marks, with the gap beside it.
struct Marks {
    float width, gap;
    float taken() const { return width + gap; }
};
Marks marks_of(Frame const& frame, content::Page const& page, float scale)
{
    auto const& layout = frame.layout();
    auto const ring = std::round(layout.text(ui::TextStep::reading) * scale * 1.5F);
    return {page.numbered ? ring : layout.units(24), layout.units(20)};
}

} // namespace

float points_height(Frame& frame, float width, content::Page const& page, float scale)
{
    auto const marks = marks_of(frame, page, scale);
    float height = 0;
    for (auto const& point : frame.in_language(page.words).points)
        height += std::max(page.numbered ? marks.width : 0,
                           ui::text_height(frame.canvas(), width - marks.taken(), point_block(0, point, scale))) +
                  gap_between(frame.layout());
    return height;
}

void draw_points(Frame& frame, Rect& area, content::Page const& page, float scale)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const marks = marks_of(frame, page, scale);
    auto const letters = layout.text(ui::TextStep::reading) * scale;
    auto const& points = frame.in_language(page.words).points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto line = area;
        auto const mark = cut_left(line, marks.width, marks.gap);
        if (page.numbered)
            draw_number(frame, {mark.x, mark.y, marks.width, marks.width}, i + 1, letters);
        else
            canvas.disc({mark.x + layout.units(8), mark.y + letters * 0.75F}, layout.units(7),
                        canvas.color(ui::Ink::line));
        auto const used = ui::text_block(canvas, line, point_block(i, points[i], scale));
        cut_top(area, std::max(page.numbered ? marks.width : 0, used), gap_between(layout));
    }
}

} // namespace kiosk::screens
