// Windows: one or two of them, each on a screen and with a painter (painter.h), and their events: fingers, the mouse as
// one more finger, a few keys, and the request to stop. Owner: the program. Drawing thread only, except for wake().
#pragma once
#include "platform/power/screen_power.h"
#include "platform/render_target.h"
#include "ui/scene/touch_filter.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::platform {

enum class WindowMode { full_screen, windowed };

// Of two windows only the one that is touched waits for its screen's refresh: if both waited, each would have half the
// frame rate.
enum class Refresh { with_the_screen, at_once };

struct WindowOptions {
    WindowMode mode = WindowMode::full_screen;
    int width = 1280, height = 720; // of a window that is not full screen
    std::optional<int> left;        // where it stands on the screen, [px]; nothing: in the middle
    int screen = 1;                 // counted as SDL does, from 1
    ui::Rotation rotation = ui::Rotation::none;
    Refresh refresh = Refresh::with_the_screen;
};

// The events of one window since the last wait.
struct WindowEvents {
    std::vector<ui::FingerEvent> fingers;
    std::vector<ui::KeyPress> keys;
    bool stop = false;    // the window's close, in windowed mode only
    bool exposed = false; // must be drawn again: uncovered, resized, moved to another screen, or textures were lost
};

// For the health page.
struct WindowFacts {
    std::string driver, renderer; // SDL's names: "x11", "opengl"; or "memory"
    std::string graphics;         // what draws, as OpenGL's driver names it: "llvmpipe (LLVM 15.0.6, 256 bits)"
    int width = 0, height = 0;    // of the panel, [px]
    int touch_devices = 0;        // that SDL knows of now
    bool by_card = true;          // else the processor draws, whatever SDL says of its renderer
};

class Window : public RenderTarget {
public:
    virtual std::string describe() const = 0; // "x11, opengl, 1920x1080"
    virtual WindowFacts facts() const = 0;
    // The size that the screen reports; nothing where it reports none that is plausible.
    virtual std::optional<float> diagonal_inches() const = 0;
};

class Windows {
public:
    // A window whose screen is missing is opened on the first screen, or not at all if that one has a window: a screen
    // that is off must not keep the other one dark. An Error where there is no screen.
    static Result<std::unique_ptr<Windows>> open(std::vector<WindowOptions> const& options);
    virtual ~Windows() = default;

    // At least one; the first options' is the first.
    virtual std::size_t count() const = 0;
    virtual Window& at(std::size_t index) = 0;
    // How many of the configured screens were missing at the start, and whether more are connected now. Only a restart
    // uses them.
    virtual int missing_screens() const = 0;
    virtual bool more_screens() const = 0;
    // Waits for events, at most `longest`. Sleeps where SDL can (X11, Wayland), and polls elsewhere. The result has one
    // entry for each window.
    virtual std::vector<WindowEvents> wait(std::chrono::milliseconds longest) = 0;
    // Ends a wait from another thread.
    virtual void wake() = 0;

    // The number of touch panels. SDL sends no event when one is unplugged or comes back.
    virtual int touch_devices() const = 0;
    // Drawing has failed ten times in a row in one window: only a restart helps.
    virtual bool renderer_lost() const = 0;
    virtual void switch_screens(ScreenState state) = 0;
};

} // namespace kiosk::platform
