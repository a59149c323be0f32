#include "platform/power/x11_power.h"
#include "system/log.h"

#include <unistd.h>

// Last: Xlib's macros are named like other people's words.
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>

namespace kiosk::platform {

namespace {

// Uses a connection of its own, apart from SDL's.
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

// Without its server Xlib would call exit(), which destroys static objects while other threads still use them. Counts
// since the last store are lost, as when the plug is pulled.
int end_without_server(::Display*)
{
    log(LogLevel::fault, "the X server is gone; the kiosk ends, and its service begins it anew");
    ::_exit(1);
}

} // namespace

std::unique_ptr<ScreenPower> make_x11_power()
{
    XSetIOErrorHandler(end_without_server);
    auto* server = XOpenDisplay(nullptr);
    if (!server) return nullptr;
    if (X11Power::can(server)) return std::make_unique<X11Power>(server);
    XCloseDisplay(server);
    return nullptr;
}

} // namespace kiosk::platform
