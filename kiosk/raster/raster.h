// Draws the lists of a frame into memory. Pixels are covered where their centre lies within a shape, so that shapes
// side by side neither leave a gap nor overlap, as graphics cards do it.
#pragma once
#include "raster/textures.h"
#include "ui/scene/rotation.h"

struct ImDrawData;

namespace kiosk::raster {

// 8-bit RGBA, opaque, rows from the top. Borrowed.
struct Surface {
    std::uint8_t* pixels = nullptr;
    int width = 0, height = 0; // [px]
};

// On black. What has no texture is left out. `rotation` turns the drawing on the surface.
void draw(Surface const& surface, Textures& textures, ImDrawData const& data, ui::Rotation rotation);

} // namespace kiosk::raster
