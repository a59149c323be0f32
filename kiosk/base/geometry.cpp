#include "base/geometry.h"

#include <cmath>

namespace kiosk {

Rect cut_top(Rect& rect, float height, float gap)
{
    height = std::min(height, rect.height);
    Rect const cut{rect.x, rect.y, rect.width, height};
    auto const taken = std::min(rect.height, height + gap);
    rect.y += taken;
    rect.height -= taken;
    return cut;
}

Rect cut_bottom(Rect& rect, float height, float gap)
{
    height = std::min(height, rect.height);
    Rect const cut{rect.x, rect.bottom() - height, rect.width, height};
    rect.height -= std::min(rect.height, height + gap);
    return cut;
}

Rect cut_left(Rect& rect, float width, float gap)
{
    width = std::min(width, rect.width);
    Rect const cut{rect.x, rect.y, width, rect.height};
    auto const taken = std::min(rect.width, width + gap);
    rect.x += taken;
    rect.width -= taken;
    return cut;
}

Rect cut_right(Rect& rect, float width, float gap)
{
    width = std::min(width, rect.width);
    Rect const cut{rect.right() - width, rect.y, width, rect.height};
    rect.width -= std::min(rect.width, width + gap);
    return cut;
}

Rect cell(Rect const& row, int index, int cells, float gap)
{
    auto const count = static_cast<float>(cells);
    auto const width = std::floor((row.width - gap * (count - 1)) / count);
    return {row.x + static_cast<float>(index) * (width + gap), row.y, width, row.height};
}

Rect cell_down(Rect const& column, int index, int cells, float gap)
{
    auto const count = static_cast<float>(cells);
    auto const height = std::floor((column.height - gap * (count - 1)) / count);
    return {column.x, column.y + static_cast<float>(index) * (height + gap), column.width, height};
}

} // namespace kiosk
