// Points, sizes and rectangles in panel pixels, y downwards. Plain values; no ownership.
#pragma once
#include <algorithm>

namespace kiosk {

// Diagonals of panels are sold in inches; the international inch is exactly this (since 1959).
constexpr float kMillimetresPerInch = 25.4F;

struct Point {
    float x = 0;
    float y = 0;
    bool operator==(Point const&) const = default;
};

struct Size {
    float width = 0;
    float height = 0;
    bool operator==(Size const&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
    bool overlaps(Rect const& other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Rect inset(float by) const
    {
        return {x + by, y + by, std::max(0.F, width - 2 * by), std::max(0.F, height - 2 * by)};
    }
    Rect inset(float by_x, float by_y) const
    {
        return {x + by_x, y + by_y, std::max(0.F, width - 2 * by_x), std::max(0.F, height - 2 * by_y)};
    }
    bool operator==(Rect const&) const = default;
};

// The way of what moves from 0 to 1 and slows down towards its end.
constexpr float eased(float share) { return 1 - (1 - share) * (1 - share) * (1 - share); }

// Cuts a rectangle from an edge: what is cut off is returned, what remains stays in `rect`, `gap` between them.
Rect cut_top(Rect& rect, float height, float gap = 0);
Rect cut_bottom(Rect& rect, float height, float gap = 0);
Rect cut_left(Rect& rect, float width, float gap = 0);
Rect cut_right(Rect& rect, float width, float gap = 0);

// The i-th of n equal cells of a row or column.
Rect cell(Rect const& row, int index, int cells, float gap);
Rect cell_down(Rect const& column, int index, int cells, float gap);

} // namespace kiosk
