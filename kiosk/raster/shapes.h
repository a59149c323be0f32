// What a list is made of: rectangles that stand upright, and triangles. Private to raster/.
#pragma once
#include "base/geometry.h"
#include "raster/paint.h"
#include "raster/raster.h"

namespace kiosk::raster {

struct Vertex {
    Point at;      // [px]
    Point texture; // 0 to 1
    Pixel color;
};
static_assert(sizeof(Vertex) == 20); // no padding: its bytes are compared

// Whole pixels: from the first to before the last.
struct Bounds {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool operator==(Bounds const&) const = default;
    bool empty() const { return right <= left || bottom <= top; }
};

inline Bounds both(Bounds const& one, Bounds const& other)
{
    return {std::max(one.left, other.left), std::max(one.top, other.top), std::min(one.right, other.right),
            std::min(one.bottom, other.bottom)};
}

struct Paint {
    Surface const& surface;
    Bounds clip; // within the surface
    Texture const* texture = nullptr;

    Pixel* line(int y) const
    {
        return reinterpret_cast<Pixel*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.width;
    }
};

// The first pixel whose centre lies at `edge` or behind it.
inline int first_pixel(float edge) { return static_cast<int>(std::ceil(static_cast<double>(edge) - 0.5)); }

// Whether two triangles that share a diagonal make an upright rectangle with one colour, or a fade across or down.
bool is_rectangle(Vertex const (&corners)[4]);
void draw_rectangle(Paint const& paint, Vertex const (&corners)[4]);
void draw_triangle(Paint const& paint, Vertex a, Vertex b, Vertex c);

} // namespace kiosk::raster
