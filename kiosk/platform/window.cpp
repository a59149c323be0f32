#include "platform/window.h"
#include "platform/draw.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <utility>

namespace kiosk::platform {

namespace {

// The mouse is a finger of its own; SDL's touch ids are never negative.
constexpr std::int64_t kMouseFinger = -1;
// Where SDL cannot sleep until an event comes (KMSDRM), we look this often.
constexpr std::chrono::milliseconds kPoll{16};

void set_hints()
{
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_AUTO_CAPTURE, "0");
    SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

class SdlWindow final : public Window {
public:
    SdlWindow(SDL_Window* window, SDL_Renderer* renderer)
        : window_(window),
          renderer_(renderer),
          textures_(std::make_unique<SdlTextures>(renderer)),
          wake_event_(SDL_RegisterEvents(1))
    {
        auto const driver = std::string_view(SDL_GetCurrentVideoDriver());
        can_sleep_ = driver == "x11" || driver == "wayland";
    }
    SdlWindow(SdlWindow const&) = delete;
    SdlWindow& operator=(SdlWindow const&) = delete;
    ~SdlWindow() override
    {
        textures_.reset();
        SDL_DestroyRenderer(renderer_);
        SDL_DestroyWindow(window_);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }

    Size size() const override
    {
        int width = 0;
        int height = 0;
        SDL_GetRendererOutputSize(renderer_, &width, &height);
        return {static_cast<float>(width), static_cast<float>(height)};
    }
    ui::Textures& textures() override { return *textures_; }
    void present(ImDrawData const& data) override;
    // Without a window manager SDL waits for an answer for 200 ms before a window is full screen. A window without a
    // frame around it, as large as the screen, shows the first picture before that.
    void cover_screen_after_first_frame() { cover_screen_ = true; }
    Result<ui::Image> picture() override;
    long presented() const override { return presented_; }
    Incoming wait(std::chrono::milliseconds longest) override;
    void wake() override
    {
        SDL_Event event{};
        event.type = wake_event_;
        SDL_PushEvent(&event);
    }
    std::string describe() const override
    {
        SDL_RendererInfo info{};
        SDL_GetRendererInfo(renderer_, &info);
        return fmt::format("{}, {}, {}x{}", SDL_GetCurrentVideoDriver(), info.name, size().width, size().height);
    }

private:
    void take(SDL_Event const& event, Incoming& incoming);
    void take_finger(SDL_TouchFingerEvent const& finger, ui::FingerPhase phase, Incoming& incoming) const;
    // Window coordinates are not pixels where the desktop scales.
    Point in_pixels(float x, float y) const;

    SDL_Window* window_;
    SDL_Renderer* renderer_;
    std::unique_ptr<SdlTextures> textures_;
    std::uint32_t wake_event_;
    bool can_sleep_ = false;
    bool cover_screen_ = false;
    long presented_ = 0;
};

void SdlWindow::present(ImDrawData const& data)
{
    SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
    SDL_RenderClear(renderer_);
    draw(renderer_, *textures_, data);
    SDL_RenderPresent(renderer_);
    ++presented_;
}

Result<ui::Image> SdlWindow::picture()
{
    ui::Image image{static_cast<int>(size().width), static_cast<int>(size().height), {}};
    image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    if (SDL_RenderReadPixels(renderer_, nullptr, SDL_PIXELFORMAT_RGBA32, image.rgba.data(), image.width * 4) != 0)
        return Error{"window", SDL_GetError(), "use --offscreen for pictures"};
    return image;
}

Point SdlWindow::in_pixels(float x, float y) const
{
    int width = 1;
    int height = 1;
    SDL_GetWindowSize(window_, &width, &height);
    return {x * size().width / static_cast<float>(width), y * size().height / static_cast<float>(height)};
}

void SdlWindow::take_finger(SDL_TouchFingerEvent const& finger, ui::FingerPhase phase, Incoming& incoming) const
{
    incoming.fingers.push_back({phase, finger.fingerId, {finger.x * size().width, finger.y * size().height}});
}

void SdlWindow::take(SDL_Event const& event, Incoming& incoming)
{
    using ui::FingerPhase;
    switch (event.type) {
    case SDL_FINGERDOWN: take_finger(event.tfinger, FingerPhase::down, incoming); break;
    case SDL_FINGERMOTION: take_finger(event.tfinger, FingerPhase::move, incoming); break;
    case SDL_FINGERUP: take_finger(event.tfinger, FingerPhase::up, incoming); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: {
        if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID) break;
        auto const phase = event.type == SDL_MOUSEBUTTONDOWN ? FingerPhase::down : FingerPhase::up;
        auto const position = in_pixels(static_cast<float>(event.button.x), static_cast<float>(event.button.y));
        incoming.fingers.push_back({phase, kMouseFinger, position});
        break;
    }
    case SDL_MOUSEMOTION:
        if ((event.motion.state & SDL_BUTTON_LMASK) == 0 || event.motion.which == SDL_TOUCH_MOUSEID) break;
        incoming.fingers.push_back({FingerPhase::move, kMouseFinger,
                                    in_pixels(static_cast<float>(event.motion.x), static_cast<float>(event.motion.y))});
        break;
    case SDL_KEYDOWN:
        switch (event.key.keysym.sym) {
        case SDLK_TAB:
            incoming.keys.push_back((event.key.keysym.mod & KMOD_SHIFT) != 0 ? ui::Key::previous : ui::Key::next);
            break;
        case SDLK_RIGHT:
        case SDLK_DOWN: incoming.keys.push_back(ui::Key::next); break;
        case SDLK_LEFT:
        case SDLK_UP: incoming.keys.push_back(ui::Key::previous); break;
        case SDLK_RETURN:
        case SDLK_SPACE: incoming.keys.push_back(ui::Key::activate); break;
        case SDLK_ESCAPE: incoming.keys.push_back(ui::Key::leave); break;
        default: break;
        }
        break;
    case SDL_QUIT: incoming.stop = true; break;
    case SDL_WINDOWEVENT: incoming.exposed = true; break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        textures_->lost();
        incoming.exposed = true;
        break;
    default: break;
    }
}

Incoming SdlWindow::wait(std::chrono::milliseconds longest)
{
    if (presented_ > 0 && std::exchange(cover_screen_, false))
        SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
    Incoming incoming;
    SDL_Event event;
    bool some = SDL_PollEvent(&event) == 1;
    if (!some && longest.count() > 0) {
        if (can_sleep_) {
            some = SDL_WaitEventTimeout(&event, static_cast<int>(longest.count())) == 1;
        } else {
            auto const until = std::chrono::steady_clock::now() + longest;
            while (!some && std::chrono::steady_clock::now() < until) {
                SDL_Delay(static_cast<std::uint32_t>(std::min(kPoll, longest).count()));
                some = SDL_PollEvent(&event) == 1;
            }
        }
    }
    for (; some; some = SDL_PollEvent(&event) == 1) take(event, incoming);
    return incoming;
}

} // namespace

Result<std::unique_ptr<Window>> Window::open(WindowOptions const& options)
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
    auto flags = options.mode == WindowMode::full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_SHOWN;
    int width = options.width;
    int height = options.height;
    SDL_Rect screen{};
    bool const cover_later =
        options.mode == WindowMode::full_screen && driver == "x11" && SDL_GetDisplayBounds(0, &screen) == 0;
    if (cover_later) {
        flags = SDL_WINDOW_BORDERLESS;
        width = screen.w;
        height = screen.h;
    }
    auto* window = SDL_CreateWindow("kiosk", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                                    static_cast<std::uint32_t>(flags) | SDL_WINDOW_ALLOW_HIGHDPI);
    auto* renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC) : nullptr;
    if (window && !renderer) renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    if (!renderer) {
        Error error{"display", SDL_GetError(), "connect a screen, or use --offscreen WIDTHxHEIGHT"};
        if (window) SDL_DestroyWindow(window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return error;
    }
    if (options.mode == WindowMode::full_screen) SDL_ShowCursor(SDL_DISABLE);
    auto made = std::make_unique<SdlWindow>(window, renderer);
    if (cover_later) made->cover_screen_after_first_frame();
    return std::unique_ptr<Window>(std::move(made));
}

} // namespace kiosk::platform
