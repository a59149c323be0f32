// What brings frames into an SDL window: OpenGL by SDL's renderer, or, where no graphics card draws, our own drawing
// into the window's memory (raster/), which is quicker than Mesa's by the processor and smoother than SDL's; SDL 2
// gives such memory on X11 only. Private to platform/. Owner: the window, which destroys it first. Drawing thread only.
#pragma once
#include "base/result.h"
#include "ui/pictures/textures.h"
#include "ui/scene/rotation.h"

#include <memory>
#include <string>

struct ImDrawData;
struct SDL_Window;

namespace kiosk::platform {

enum class WaitForRefresh { yes, no };

class Painter {
public:
    virtual ~Painter() = default;
    virtual Size panel() const = 0; // [px]
    virtual ui::Textures& textures() = 0;
    // False where drawing failed.
    virtual bool present(ImDrawData const& data, ui::Rotation rotation) = 0;
    // The frame that was presented last.
    virtual Result<ui::Image> picture() = 0;
    virtual std::string renderer() const = 0; // "opengl", "memory"
    virtual std::string graphics() const = 0; // as OpenGL's driver names what draws; "" where there is none
    virtual bool is_card() const = 0;         // else the processor draws
    // All textures are gone, and are uploaded again.
    virtual void lost_textures() {}
    // The window shows nothing of what was drawn, or not all of it: the next frame is drawn whole.
    virtual void uncovered() {}
    // Frames take too long: pictures no longer move.
    virtual void stop_motion() {}
};

// Null, and SDL's error, where neither draws.
std::unique_ptr<Painter> make_painter(SDL_Window* window, WaitForRefresh wait);

} // namespace kiosk::platform
