#include "raster/raster.h"
#include "raster/frame_shapes.h"

namespace kiosk::raster {

void draw(Surface const& surface, Textures& textures, ImDrawData const& data, ui::Rotation rotation)
{
    std::vector<Shape> shapes;
    list_shapes(shapes, {static_cast<float>(surface.width), static_cast<float>(surface.height)}, textures, data,
                rotation);
    draw_shapes(surface, shapes, {0, 0, surface.width, surface.height});
}

} // namespace kiosk::raster
