// Screen power: switches the machine's screens off outside opening hours, and on again. What each driver can:
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
    // Once for each change. A failure is said in the journal, and the black frame stands.
    virtual void set(ScreenState state) = 0;
    virtual std::string_view describe() const = 0; // "x11 dpms", "backlight intel_backlight", "none: stays black"
};

// On x11 the program ends with 1 from then on, and says so, where its server goes.
std::unique_ptr<ScreenPower> make_screen_power(std::string_view driver,
                                               std::filesystem::path const& backlights = "/sys/class/backlight");

} // namespace kiosk::platform
