// A target that frames are presented on: a window on a screen, a surface in memory, or nothing (for tests that read the
// scene only). Each has a renderer of its own. Owner: the program. Drawing thread only.
#pragma once
#include "base/result.h"
#include "ui/pictures/textures.h"
#include "ui/scene/rotation.h"

#include <memory>
#include <string>

struct ImDrawData;

namespace kiosk::platform {

class RenderTarget {
public:
    virtual ~RenderTarget() = default;
    virtual Size size() const = 0; // [px]
    virtual ui::Textures& textures() = 0;
    virtual void present(ImDrawData const& data) = 0;
    // The frame that was presented last.
    virtual Result<ui::Image> picture() = 0;
    virtual long presented() const = 0; // frames since the start
};

// A surface in memory: it needs no video driver, and pictures are the same to the byte in every run (raster/). The size
// is the panel's own, [px]; with a quarter turn the drawing has its sides swapped. on_demand draws only the frames that
// picture() is called for; every_frame is for measuring.
enum class Rasterised { every_frame, on_demand };
Result<std::unique_ptr<RenderTarget>> make_offscreen(int width, int height, ui::Rotation rotation = ui::Rotation::none,
                                                     Rasterised rasterised = Rasterised::every_frame);

// Draws nothing; picture() is an Error.
std::unique_ptr<RenderTarget> make_null_target(int width, int height);

} // namespace kiosk::platform
