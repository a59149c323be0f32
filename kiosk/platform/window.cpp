#include "platform/window.h"
#include "platform/sdl_window.h"
#include "system/log.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace kiosk::platform {

namespace {

// Where SDL cannot sleep until an event comes (KMSDRM), we look this often.
constexpr std::chrono::milliseconds kPoll{16};

void set_hints()
{
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); // a window's memory is not to go through OpenGL
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");       // StopSignals are ours
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    // Where a Wayland compositor draws no frames (cage), SDL 2.26 hides a window to show it again through libdecor.
    // While the window is being made it does the first only, and the screen stays black for good. We want no frame at
    // all.
    SDL_SetHint(SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0");
}

// The window an event is of; 0: everybody's.
std::uint32_t window_of(SDL_Event const& event)
{
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return event.tfinger.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event.button.windowID;
    case SDL_MOUSEMOTION: return event.motion.windowID;
    case SDL_KEYDOWN: return event.key.windowID;
    case SDL_WINDOWEVENT: return event.window.windowID;
    default: return 0;
    }
}

// As SDL or the kernel says, whichever knows of more: without a display server SDL looks once.
int connected_screens()
{
    int connected = 0;
    std::error_code ignored;
    for (std::filesystem::directory_iterator entry("/sys/class/drm", ignored), end; !ignored && entry != end;
         entry.increment(ignored)) {
        std::ifstream file(entry->path() / "status");
        std::string status;
        if (file >> status && status == "connected") ++connected;
    }
    return std::max(connected, SDL_GetNumVideoDisplays());
}

class SdlWindows final : public Windows {
public:
    SdlWindows() : wake_event_(SDL_RegisterEvents(1))
    {
        auto const driver = std::string_view(SDL_GetCurrentVideoDriver());
        power_ = make_screen_power(driver);
        log(LogLevel::information, "screens are switched off by: " + std::string(power_->describe()));
        SDL_DisableScreenSaver();
        can_sleep_ = driver == "x11" || driver == "wayland";
    }
    SdlWindows(SdlWindows const&) = delete;
    SdlWindows& operator=(SdlWindows const&) = delete;
    ~SdlWindows() override
    {
        power_.reset();
        windows_.clear();
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }

    void add(std::unique_ptr<SdlWindow> window) { windows_.push_back(std::move(window)); }
    std::size_t count() const override { return windows_.size(); }
    void miss(int screens)
    {
        missing_ = screens;
        connected_ = connected_screens();
    }
    int missing_screens() const override { return missing_; }
    bool more_screens() const override { return missing_ > 0 && connected_screens() > connected_; }
    Window& at(std::size_t index) override { return *windows_[index]; }
    void wake() override
    {
        SDL_Event event{};
        event.type = wake_event_;
        SDL_PushEvent(&event);
    }
    std::vector<WindowEvents> wait(std::chrono::milliseconds longest) override
    {
        for (auto& window : windows_) window->tick();
        std::vector<WindowEvents> incoming(windows_.size());
        SDL_Event event;
        for (bool some = next(event, longest); some; some = SDL_PollEvent(&event) == 1) {
            auto const id = window_of(event);
            for (std::size_t i = 0; i < windows_.size(); ++i)
                if (id == 0 || id == windows_[i]->id()) windows_[i]->take(event, incoming[i]);
        }
        return incoming;
    }
    int touch_devices() const override { return SDL_GetNumTouchDevices(); }
    bool renderer_lost() const override
    {
        return std::any_of(windows_.begin(), windows_.end(), [](auto const& window) { return window->lost(); });
    }
    void switch_screens(ScreenState state) override
    {
        // Some servers are kept awake by SDL every half minute.
        if (state == ScreenState::off)
            SDL_EnableScreenSaver();
        else
            SDL_DisableScreenSaver();
        power_->set(state);
    }

private:
    bool next(SDL_Event& event, std::chrono::milliseconds longest) const
    {
        if (SDL_PollEvent(&event) == 1) return true;
        if (longest.count() <= 0) return false;
        if (can_sleep_) return SDL_WaitEventTimeout(&event, static_cast<int>(longest.count())) == 1;
        using std::chrono::steady_clock;
        auto const until = steady_clock::now() + longest;
        for (auto now = steady_clock::now(); now < until; now = steady_clock::now()) {
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - now);
            SDL_Delay(static_cast<std::uint32_t>(std::min(kPoll, left).count()));
            if (SDL_PollEvent(&event) == 1) return true;
        }
        return false;
    }

    std::vector<std::unique_ptr<SdlWindow>> windows_;
    int missing_ = 0, connected_ = 0; // screens, at the start
    std::unique_ptr<ScreenPower> power_;
    std::uint32_t wake_event_;
    bool can_sleep_ = false;
};

} // namespace

Result<std::unique_ptr<Windows>> Windows::open(std::vector<WindowOptions> const& options)
{
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return Error{"display", SDL_GetError(), "connect a screen, or use --offscreen WIDTHxHEIGHT"};
    // SDL falls back to drivers that nobody can see; that is no display, unless somebody has asked for one of them.
    auto const driver = std::string_view(SDL_GetCurrentVideoDriver());
    if ((driver == "offscreen" || driver == "dummy" || driver == "evdev") && !std::getenv("SDL_VIDEODRIVER")) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return Error{"display", "there is none", "connect a screen, or use --offscreen WIDTHxHEIGHT"};
    }
    // Without a display server SDL 2.26 has a context of OpenGL ES, and yet takes its renderer for desktop OpenGL
    // first: that one clears the screen and draws nothing on it. Who names another in the environment gets that.
    if (driver == "KMSDRM") SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    auto windows = std::make_unique<SdlWindows>();
    auto const screens = SDL_GetNumVideoDisplays();
    int missing = 0;
    std::set<int> taken;
    for (auto one : options) {
        if (one.screen > screens) {
            ++missing;
            log(LogLevel::warning,
                fmt::format("there is no screen {}; {} found (switch it on, look at its cable, or name another in the "
                            "configuration); the kiosk begins anew when it is there",
                            one.screen, screens));
            one.screen = 1;
        }
        // Two on one screen would hide each other.
        if (missing > 0 && taken.contains(one.screen)) continue;
        taken.insert(one.screen);
        auto window = SdlWindow::open(one);
        if (!window) return window.error();
        windows->add(window.take());
    }
    if (missing > 0) windows->miss(missing);
    return std::unique_ptr<Windows>(std::move(windows));
}

} // namespace kiosk::platform
