// The shapes of a frame, one after the other, with where they are and a mark of all that they look like. Private to
// raster/.
#pragma once
#include "raster/shapes.h"

struct ImDrawData;

namespace kiosk::raster {

struct Shape {
    Vertex corners[4];
    bool is_rectangle = false; // else a triangle, of the first three
    Texture const* texture = nullptr;
    Bounds bounds;          // the pixels that it may cover
    std::uint64_t mark = 0; // two shapes of one mark look alike
};

// Replaces `shapes`. What has no texture, or lies beyond the surface, is left out.
void list_shapes(std::vector<Shape>& shapes, Size surface, Textures& textures, ImDrawData const& data,
                 ui::Rotation rotation);

// Those within `part`, on black.
void draw_shapes(Surface const& surface, std::vector<Shape> const& shapes, Bounds const& part);

// Two marks in their order.
constexpr std::uint64_t mixed(std::uint64_t mark, std::uint64_t next)
{
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: spreads bits
    mark = (mark ^ next) * kFactor;
    return mark ^ mark >> 29U;
}

} // namespace kiosk::raster
