// Screen power: switches the machine's screens off outside opening hours, and on again, by the means of the video
// driver:
//   x11      DPMS by the X server, for all screens of it (libXext); the server wakes them on input by itself, too
//   others   the backlight of a built-in panel, where /sys/class/backlight may be written (group video, by a udev rule)
//   neither  nothing: the black frame stands. Wayland has no way for a client; the DRM connector's DPMS belongs to SDL,
//            which has no call for it and waits for page flips that a dark connector never does.
// Owner: Windows. Drawing thread only. Never leaves a screen off: the destructor switches it on.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace kiosk::platform {

enum class ScreenState { on, off };

class ScreenPower {
public:
    virtual ~ScreenPower() = default;
    // To be called once for each change. A failure is logged, and the black frame stays.
    virtual void set(ScreenState state) = 0;
    virtual std::string_view describe() const = 0; // "x11 dpms", "backlight intel_backlight", "none: stays black"
};

// With the driver x11 the program exits with 1, and logs it, if the X server goes away later.
std::unique_ptr<ScreenPower> make_screen_power(std::string_view driver,
                                               std::filesystem::path const& backlights = "/sys/class/backlight");

} // namespace kiosk::platform
