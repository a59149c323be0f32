// A window on the screen with SDL's renderer, and what comes in through it: fingers, the mouse as one more finger, a
// few keys, and the wish to stop. Owner: the app's main. Drawing thread only, but for wake().
#pragma once
#include "platform/display.h"
#include "ui/input.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::platform {

enum class WindowMode { full_screen, windowed };

struct WindowOptions {
    WindowMode mode = WindowMode::full_screen;
    int width = 1280, height = 720; // of a window that is not full screen
};

// What happened since the last look.
struct Incoming {
    std::vector<ui::FingerEvent> fingers;
    std::vector<ui::Key> keys;
    bool stop = false;    // SIGTERM, or the window's close in windowed mode
    bool exposed = false; // shown anew, resized, or the renderer lost its textures
};

class Window : public Display {
public:
    static Result<std::unique_ptr<Window>> open(WindowOptions const& options);

    // Waits for something to happen, at most `longest`; sleeps without waking where SDL can (X11, Wayland).
    virtual Incoming wait(std::chrono::milliseconds longest) = 0;
    // Ends a wait from another thread.
    virtual void wake() = 0;
    virtual std::string describe() const = 0; // "x11, opengl, 1920x1080"
};

} // namespace kiosk::platform
