// Windows on the screens with SDL's renderer, one or two of them, and what comes in through each: fingers, the mouse as
// one more finger, a few keys; and the wish to stop. Owner: the app's main. Drawing thread only, but for wake().
#pragma once
#include "platform/display.h"
#include "platform/power/screen_power.h"
#include "ui/scene/touch_filter.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::platform {

enum class WindowMode { full_screen, windowed };

// With two windows only the one that is touched waits for its screen: two that wait would halve both.
enum class Refresh { with_the_screen, at_once };

struct WindowOptions {
    WindowMode mode = WindowMode::full_screen;
    int width = 1280, height = 720; // of a window that is not full screen
    std::optional<int> left;        // where it stands on the screen, [px]; nothing: in the middle
    int screen = 1;                 // counted as SDL does, from 1
    ui::Rotation rotation = ui::Rotation::none;
    Refresh refresh = Refresh::with_the_screen;
};

// What happened in one window since the last look.
struct Incoming {
    std::vector<ui::FingerEvent> fingers;
    std::vector<ui::Key> keys;
    bool stop = false;    // the window's close, in windowed mode only
    bool exposed = false; // shown anew, resized, on another screen, or the renderer lost its textures
};

// For who looks after the machine.
struct WindowFacts {
    std::string driver, renderer; // SDL's names: "x11", "opengl"
    std::string graphics;         // what draws, as OpenGL's driver names it: "llvmpipe (LLVM 15.0.6, 256 bits)"
    int width = 0, height = 0;    // of the panel, [px]
    int touch_devices = 0;        // that SDL knows of now
};

class Window : public Display {
public:
    virtual std::string describe() const = 0; // "x11, opengl, 1920x1080"
    virtual WindowFacts facts() const = 0;
    // What the screen says of its size; nothing where it says nothing that can be.
    virtual std::optional<float> diagonal_inches() const = 0;
};

class Windows {
public:
    // Where a screen is not there, its window stands on the first one, or is left out if another stands there: a screen
    // that is still off must not keep the other one dark. An Error where there is none at all.
    static Result<std::unique_ptr<Windows>> open(std::vector<WindowOptions> const& options);
    virtual ~Windows() = default;

    // At least one; the first options' is the first.
    virtual std::size_t count() const = 0;
    virtual Window& at(std::size_t index) = 0;
    // How many screens were asked for and were not there; and whether there are more by now. Only a new start uses
    // them.
    virtual int missing_screens() const = 0;
    virtual bool more_screens() const = 0;
    // Waits for something to happen, at most `longest`; sleeps without waking where SDL can (X11, Wayland). One
    // Incoming a window.
    virtual std::vector<Incoming> wait(std::chrono::milliseconds longest) = 0;
    // Ends a wait from another thread.
    virtual void wake() = 0;

    // How many panels can be touched. SDL sends no event when one is unplugged or comes back.
    virtual int touch_devices() const = 0;
    // Drawing has failed ten times in a row on one of them: only a new start helps.
    virtual bool renderer_lost() const = 0;
    virtual void switch_screens(ScreenState state) = 0;
};

} // namespace kiosk::platform
