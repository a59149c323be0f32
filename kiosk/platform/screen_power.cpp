#include "platform/screen_power.h"
#include "system/log.h"

#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <unistd.h>
#include <utility>

// Last: Xlib's macros are named like other people's words.
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace kiosk::platform {

namespace {

// A connection of its own: SDL's is SDL's.
class X11Power final : public ScreenPower {
public:
    explicit X11Power(::Display* server) : server_(server)
    {
        DPMSGetTimeouts(server_, &standby_, &suspend_, &off_);
        was_enabled_ = enabled();
    }
    X11Power(X11Power const&) = delete;
    X11Power& operator=(X11Power const&) = delete;
    ~X11Power() override
    {
        if (dark_) set(ScreenState::on);
        XCloseDisplay(server_);
    }

    static bool can(::Display* server)
    {
        int event = 0;
        int error = 0;
        return DPMSQueryExtension(server, &event, &error) && DPMSCapable(server);
    }

    void set(ScreenState state) override
    {
        if (state == ScreenState::off) {
            DPMSEnable(server_);
            // The server's own times would switch by themselves in opening hours.
            DPMSSetTimeouts(server_, 0, 0, 0);
            DPMSForceLevel(server_, DPMSModeOff);
        } else {
            DPMSForceLevel(server_, DPMSModeOn);
            DPMSSetTimeouts(server_, standby_, suspend_, off_);
            if (!was_enabled_) DPMSDisable(server_);
        }
        XSync(server_, False);
        dark_ = state == ScreenState::off;
    }
    std::string_view describe() const override { return "x11 dpms"; }

private:
    bool enabled() const
    {
        CARD16 level = 0;
        BOOL on = 0;
        return DPMSInfo(server_, &level, &on) && on;
    }

    ::Display* server_;
    CARD16 standby_ = 0, suspend_ = 0, off_ = 0;
    bool was_enabled_ = false;
    bool dark_ = false;
};

class Backlight final : public ScreenPower {
public:
    Backlight(std::filesystem::path folder, std::string file, std::string off)
        : folder_(std::move(folder)),
          file_(std::move(file)),
          off_(std::move(off)),
          name_("backlight " + folder_.filename().string())
    {
    }
    Backlight(Backlight const&) = delete;
    Backlight& operator=(Backlight const&) = delete;
    ~Backlight() override
    {
        if (before_) set(ScreenState::on);
    }

    void set(ScreenState state) override
    {
        if (state == ScreenState::off && !before_) {
            std::string before;
            std::getline(std::ifstream(folder_ / file_), before);
            if (write(off_)) before_ = before.empty() || before == off_ ? "0" : before;
        } else if (state == ScreenState::on && before_) {
            write(*std::exchange(before_, std::nullopt));
        }
    }
    std::string_view describe() const override { return name_; }

    static std::unique_ptr<ScreenPower> find(std::filesystem::path const& backlights)
    {
        std::error_code none;
        for (auto const& entry : std::filesystem::directory_iterator(backlights, none)) {
            // bl_power takes 0 for on and 4 for off (linux/fb.h, FB_BLANK_POWERDOWN) and leaves the brightness alone.
            if (std::ofstream(entry.path() / "bl_power", std::ios::app))
                return std::make_unique<Backlight>(entry.path(), "bl_power", "4");
        }
        return nullptr;
    }

private:
    bool write(std::string const& value) const
    {
        std::ofstream file(folder_ / file_);
        file << value << '\n';
        file.close();
        if (!file) log(LogLevel::warning, fmt::format("{}: cannot be switched; the screen stays black", name_));
        return static_cast<bool>(file);
    }

    std::filesystem::path folder_;
    std::string file_, off_, name_;
    std::optional<std::string> before_; // while it is off
};

class NoPower final : public ScreenPower {
public:
    void set(ScreenState) override {}
    std::string_view describe() const override { return "none: stays black"; }
};

// Without its server Xlib ends the program by exit(), which takes what is static from under the threads that still run.
// Whatever was to be kept is on the disk at the last beat, as when the plug is pulled.
int end_without_server(::Display*)
{
    log(LogLevel::fault, "the X server is gone; the kiosk ends, and its service begins it anew");
    ::_exit(1);
}

} // namespace

std::unique_ptr<ScreenPower> make_screen_power(std::string_view driver, std::filesystem::path const& backlights)
{
    if (driver == "x11") {
        XSetIOErrorHandler(end_without_server);
        if (auto* server = XOpenDisplay(nullptr)) {
            if (X11Power::can(server)) return std::make_unique<X11Power>(server);
            XCloseDisplay(server);
        }
    }
    if (auto backlight = Backlight::find(backlights)) return backlight;
    return std::make_unique<NoPower>();
}

} // namespace kiosk::platform
