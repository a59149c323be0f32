// A display: where frames go. A window on a screen, a surface in memory, or nowhere (tests that read the scene only).
// Owner: the app's main; one renderer each. Drawing thread only.
#pragma once
#include "base/result.h"
#include "ui/pictures/textures.h"
#include "ui/scene/rotation.h"

#include <memory>
#include <string>

struct ImDrawData;

namespace kiosk::platform {

class Display {
public:
    virtual ~Display() = default;
    virtual Size size() const = 0; // [px]
    virtual ui::Textures& textures() = 0;
    virtual void present(ImDrawData const& data) = 0;
    // What was last presented.
    virtual Result<ui::Image> picture() = 0;
    virtual long presented() const = 0; // frames since the start
};

// Drawn by SDL's software renderer into memory: needs no video driver, is the same to the byte from run to run.
// The size is the panel's own; turned, what is drawn has its sides swapped. A script that presents a thousand frames
// and looks at ten has only those drawn; who measures has every frame drawn.
enum class Rasterised { every_frame, when_looked_at };
Result<std::unique_ptr<Display>> make_offscreen(int width, int height, ui::Rotation rotation = ui::Rotation::none,
                                                Rasterised rasterised = Rasterised::every_frame);

// Draws nothing at all.
std::unique_ptr<Display> make_nowhere(int width, int height);

} // namespace kiosk::platform
