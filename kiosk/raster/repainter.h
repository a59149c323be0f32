// Draws frame after frame onto one surface, and of each frame what the one before does not show already: the surface is
// divided into tiles, and a tile whose shapes are the same as before, in the same order, is left as it is. Large
// changes are drawn on several cores. The result is the same to the byte as drawing all of it. Owner: a RenderTarget or
// a painter. Drawing thread only.
#pragma once
#include "raster/frame_shapes.h"
#include "raster/raster.h"

namespace kiosk::raster {

// Of this machine, and no more than help: the last ones wait for memory.
unsigned usable_cores();

class Repainter {
public:
    // On `cores` at most; 1 draws on the calling thread alone.
    explicit Repainter(unsigned cores) : cores_(cores) {}

    // The parts that were drawn: rectangles that do not overlap, [px]. All of it the first time, and where the surface
    // has another size.
    std::vector<Bounds> const& draw(Surface const& surface, Textures& textures, ImDrawData const& data,
                                    ui::Rotation rotation);
    // The surface is not what was drawn last: the next frame draws all of it.
    void forget() { before_.clear(); }

private:
    void mark_tiles();
    void collect_changed();
    void draw_parts(Surface const& surface) const;

    unsigned cores_;
    int width_ = 0, height_ = 0; // of the surface, [px]
    int columns_ = 0, rows_ = 0; // of tiles
    std::vector<Shape> shapes_;
    std::vector<std::uint64_t> marks_, before_; // of each tile, row by row
    std::vector<Bounds> parts_;
};

} // namespace kiosk::raster
