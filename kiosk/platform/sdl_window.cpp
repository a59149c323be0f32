#include "platform/sdl_window.h"
#include "base/geometry.h"
#include "platform/keys.h"
#include "platform/reported_size.h"

#include <fmt/format.h>
#include <utility>

namespace kiosk::platform {

namespace {

Error no_screen() { return {"display", SDL_GetError(), "connect a screen, or use --offscreen WIDTHxHEIGHT"}; }

} // namespace

SdlWindow::SdlWindow(SDL_Window* window, std::unique_ptr<Painter> painter, ui::Rotation rotation)
    : window_(window),
      painter_(std::move(painter)),
      rotation_(rotation)
{
}

SdlWindow::~SdlWindow()
{
    painter_.reset();
    SDL_DestroyWindow(window_);
}

Result<std::unique_ptr<SdlWindow>> SdlWindow::open(WindowOptions const& options)
{
    auto const screens = SDL_GetNumVideoDisplays();
    if (options.screen > screens)
        return Error{"display", fmt::format("there is no screen {}; {} found", options.screen, screens),
                     "connect it, or name another in the configuration (screen = 1)"};
    auto const screen = options.screen - 1;
    auto flags = options.mode == WindowMode::full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_SHOWN;
    int width = options.width;
    int height = options.height;
    SDL_Rect bounds{};
    // Without a window manager SDL waits for an answer for 200 ms before a window is full screen. A window without a
    // frame around it, as large as the screen, shows the first picture before that.
    bool const cover_later = options.mode == WindowMode::full_screen &&
                             std::string_view(SDL_GetCurrentVideoDriver()) == "x11" &&
                             SDL_GetDisplayBounds(screen, &bounds) == 0;
    if (cover_later) {
        flags = SDL_WINDOW_BORDERLESS;
        width = bounds.w;
        height = bounds.h;
    }
    auto const place = static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<std::uint32_t>(screen)));
    auto* window = SDL_CreateWindow("kiosk", options.left.value_or(place), options.left ? 0 : place, width, height,
                                    static_cast<std::uint32_t>(flags) | SDL_WINDOW_ALLOW_HIGHDPI);
    auto const wait = options.refresh == Refresh::with_the_screen ? WaitForRefresh::yes : WaitForRefresh::no;
    auto painter = window ? make_painter(window, wait) : nullptr;
    if (!painter) {
        auto error = no_screen();
        if (window) SDL_DestroyWindow(window);
        return error;
    }
    if (options.mode == WindowMode::full_screen) SDL_ShowCursor(SDL_DISABLE);
    auto made = std::make_unique<SdlWindow>(window, std::move(painter), options.rotation);
    made->options_ = options;
    made->cover_screen_ = cover_later;
    made->closes_ = options.mode == WindowMode::windowed;
    return made;
}

std::string SdlWindow::describe() const
{
    return fmt::format("{}, {}, {}x{}", SDL_GetCurrentVideoDriver(), painter_->renderer(), size().width, size().height);
}

WindowFacts SdlWindow::facts() const
{
    WindowFacts facts;
    facts.driver = SDL_GetCurrentVideoDriver();
    facts.renderer = painter_->renderer();
    facts.graphics = painter_->graphics();
    facts.width = static_cast<int>(panel().width);
    facts.height = static_cast<int>(panel().height);
    facts.touch_devices = SDL_GetNumTouchDevices();
    facts.by_card = painter_->is_card();
    return facts;
}

std::optional<float> SdlWindow::diagonal_inches() const
{
    auto const screen = SDL_GetWindowDisplayIndex(window_);
    SDL_Rect bounds{};
    float across = 0; // dots an inch
    float down = 0;
    if (screen < 0 || SDL_GetDisplayDPI(screen, nullptr, &across, &down) != 0 || across <= 0 || down <= 0 ||
        SDL_GetDisplayBounds(screen, &bounds) != 0)
        return std::nullopt;
    return plausible_diagonal({static_cast<float>(bounds.w) / across * kMillimetresPerInch,
                               static_cast<float>(bounds.h) / down * kMillimetresPerInch, bounds.w, bounds.h});
}

// A driver may claim to be accelerated and not be. If this many frames in a row take this long, pictures no longer
// move.
void SdlWindow::judge_speed(std::chrono::steady_clock::duration taken)
{
    constexpr std::chrono::milliseconds kSlow{45};
    constexpr int kOften = 12;
    slow_frames_ = taken > kSlow ? slow_frames_ + 1 : 0;
    if (slow_frames_ == kOften) painter_->stop_motion();
}

void SdlWindow::present(ImDrawData const& data)
{
    auto const began = std::chrono::steady_clock::now();
    // With SDL 2.26 by KMSDRM the very first picture stays black until a second is presented: seen on Linux 6.1's bochs
    // with llvmpipe. From the second on, each is on the panel at once.
    int const times = presented_ == 0 && std::string_view(SDL_GetCurrentVideoDriver()) == "KMSDRM" ? 2 : 1;
    for (int i = 0; i < times; ++i) watch_.drew(painter_->present(data, rotation_));
    ++presented_;
    judge_speed(std::chrono::steady_clock::now() - began);
}

Point SdlWindow::in_pixels(int x, int y) const
{
    int width = 1;
    int height = 1;
    SDL_GetWindowSize(window_, &width, &height);
    auto const scale_x = panel().width / static_cast<float>(width);
    auto const scale_y = panel().height / static_cast<float>(height);
    return ui::from_panel({static_cast<float>(x) * scale_x, static_cast<float>(y) * scale_y}, panel(), rotation_);
}

void SdlWindow::take_finger(SDL_TouchFingerEvent const& finger, ui::FingerPhase phase, WindowEvents& incoming) const
{
    auto const point = ui::from_panel({finger.x * panel().width, finger.y * panel().height}, panel(), rotation_);
    incoming.fingers.push_back({phase, finger.fingerId, point});
}

void SdlWindow::take_mouse(SDL_Event const& event, WindowEvents& incoming) const
{
    using ui::FingerPhase;
    if (event.type == SDL_MOUSEMOTION) {
        if ((event.motion.state & SDL_BUTTON_LMASK) == 0 || event.motion.which == SDL_TOUCH_MOUSEID) return;
        incoming.fingers.push_back({FingerPhase::move, ui::kMouseFinger, in_pixels(event.motion.x, event.motion.y)});
        return;
    }
    if (event.button.button != SDL_BUTTON_LEFT || event.button.which == SDL_TOUCH_MOUSEID) return;
    auto const phase = event.type == SDL_MOUSEBUTTONDOWN ? FingerPhase::down : FingerPhase::up;
    incoming.fingers.push_back({phase, ui::kMouseFinger, in_pixels(event.button.x, event.button.y)});
}

void SdlWindow::take(SDL_Event const& event, WindowEvents& incoming)
{
    using ui::FingerPhase;
    switch (event.type) {
    case SDL_FINGERDOWN: take_finger(event.tfinger, FingerPhase::down, incoming); break;
    case SDL_FINGERMOTION: take_finger(event.tfinger, FingerPhase::move, incoming); break;
    case SDL_FINGERUP: take_finger(event.tfinger, FingerPhase::up, incoming); break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION: take_mouse(event, incoming); break;
    case SDL_KEYDOWN:
        if (auto const key = key_of(event.key)) incoming.keys.push_back(*key);
        break;
    case SDL_QUIT: incoming.stop = closes_; break;
    case SDL_WINDOWEVENT:
        painter_->uncovered();
        incoming.exposed = true;
        // With two windows SDL sends no quit while one of them is left.
        if (event.window.event == SDL_WINDOWEVENT_CLOSE && closes_) incoming.stop = true;
        hide_cursor();
        break;
    case SDL_DISPLAYEVENT:
        // Unplugged, back, or of another size: X11 and Wayland say so, KMSDRM has no hot-plug in SDL2.
        cover_again_ = options_.mode == WindowMode::full_screen;
        painter_->uncovered();
        incoming.exposed = true;
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        painter_->lost_textures();
        incoming.exposed = true;
        break;
    default: break;
    }
}

// Some desktops show it again after a hot-plug.
void SdlWindow::hide_cursor() const
{
    if (options_.mode == WindowMode::full_screen) SDL_ShowCursor(SDL_DISABLE);
}

// Covers the configured screen again, or the first one while that is missing, at its current size.
void SdlWindow::cover_screen_again()
{
    auto const screens = SDL_GetNumVideoDisplays();
    SDL_Rect bounds{};
    if (screens < 1 || SDL_GetDisplayBounds(options_.screen <= screens ? options_.screen - 1 : 0, &bounds) != 0) return;
    SDL_SetWindowFullscreen(window_, 0);
    SDL_SetWindowPosition(window_, bounds.x, bounds.y);
    SDL_SetWindowSize(window_, bounds.w, bounds.h);
    SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
    hide_cursor();
}

void SdlWindow::tick()
{
    if (std::exchange(cover_again_, false) && presented_ > 0) cover_screen_again();
    if (presented_ > 0 && std::exchange(cover_screen_, false))
        SDL_SetWindowFullscreen(window_, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

} // namespace kiosk::platform
