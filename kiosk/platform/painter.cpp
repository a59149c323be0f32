#include "platform/painter.h"
#include "platform/draw.h"
#include "raster/repainter.h"

#include <SDL.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

namespace kiosk::platform {

namespace {

class CardPainter final : public Painter {
public:
    explicit CardPainter(SDL_Renderer* renderer)
        : renderer_(renderer),
          textures_(std::make_unique<SdlTextures>(renderer))
    {
        SDL_GetRendererInfo(renderer_, &information_);
    }
    CardPainter(CardPainter const&) = delete;
    CardPainter& operator=(CardPainter const&) = delete;
    ~CardPainter() override
    {
        textures_.reset();
        SDL_DestroyRenderer(renderer_);
    }

    Size panel() const override
    {
        int width = 0;
        int height = 0;
        SDL_GetRendererOutputSize(renderer_, &width, &height);
        return {static_cast<float>(width), static_cast<float>(height)};
    }
    ui::Textures& textures() override { return *textures_; }
    bool present(ImDrawData const& data, ui::Rotation rotation) override
    {
        SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
        bool well = SDL_RenderClear(renderer_) == 0;
        well = draw(renderer_, *textures_, data, panel(), rotation) && well;
        // It reports no errors; the watchdog notices one that never returns.
        SDL_RenderPresent(renderer_);
        return well && !textures_->refused();
    }
    Result<ui::Image> picture() override
    {
        ui::Image image{static_cast<int>(panel().width), static_cast<int>(panel().height), {}};
        image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
        if (SDL_RenderReadPixels(renderer_, nullptr, SDL_PIXELFORMAT_RGBA32, image.rgba.data(), image.width * 4) != 0)
            return Error{"window", SDL_GetError(), "use --offscreen for pictures"};
        return image;
    }
    std::string renderer() const override { return information_.name; }
    std::string graphics() const override
    {
        // SDL calls a renderer accelerated that Mesa draws in software. Only the driver itself says so.
        if (!renderer().starts_with("opengl")) return "";
        using GetString = unsigned char const* (*)(unsigned);
        constexpr unsigned kRenderer = 0x1F01; // GL_RENDERER
        auto* const found = SDL_GL_GetProcAddress("glGetString");
        auto const get = reinterpret_cast<GetString>(found);
        auto const* name = get ? get(kRenderer) : nullptr;
        return name ? reinterpret_cast<char const*>(name) : "";
    }
    bool is_card() const override
    {
        constexpr std::string_view kInSoftware[] = {"llvmpipe", "softpipe", "swrast", "Software"};
        auto const name = graphics();
        return renderer() != "software" && std::none_of(std::begin(kInSoftware), std::end(kInSoftware), [&](auto part) {
                   return name.find(part) != std::string::npos;
               });
    }
    void lost_textures() override { textures_->lost(); }
    void stop_motion() override { textures_->stop_motion(); }

private:
    SDL_Renderer* renderer_;
    SDL_RendererInfo information_{};
    std::unique_ptr<SdlTextures> textures_;
};

class MemoryPainter final : public Painter {
public:
    explicit MemoryPainter(SDL_Window* window) : window_(window) {}

    Size panel() const override
    {
        int width = 0;
        int height = 0;
        SDL_GetWindowSizeInPixels(window_, &width, &height);
        return {static_cast<float>(width), static_cast<float>(height)};
    }
    ui::Textures& textures() override { return textures_; }
    bool present(ImDrawData const& data, ui::Rotation rotation) override
    {
        auto* surface = SDL_GetWindowSurface(window_);
        if (!surface) return false;
        // Another surface is without what was drawn on the one before.
        if (std::exchange(last_pixels_, surface->pixels) != surface->pixels) repainter_.forget();
        image_.width = surface->w;
        image_.height = surface->h;
        image_.rgba.resize(static_cast<std::size_t>(surface->w) * static_cast<std::size_t>(surface->h) * 4);
        bool const shown = show(
            *surface, repainter_.draw({image_.rgba.data(), image_.width, image_.height}, textures_, data, rotation));
        if (!shown) repainter_.forget(); // what the window has of it is not known
        return shown;
    }
    Result<ui::Image> picture() override { return image_; }
    std::string renderer() const override { return "memory"; }
    std::string graphics() const override { return ""; }
    bool is_card() const override { return false; }
    void uncovered() override { repainter_.forget(); }

private:
    // Changed pixels are copied once, into the form that the X server has.
    bool show(SDL_Surface const& surface, std::vector<raster::Bounds> const& parts)
    {
        shown_.clear();
        bool well = true;
        for (auto const& part : parts) {
            SDL_Rect const rect{part.left, part.top, part.right - part.left, part.bottom - part.top};
            auto const from = (static_cast<std::size_t>(rect.y) * static_cast<std::size_t>(image_.width) +
                               static_cast<std::size_t>(rect.x)) *
                              4;
            auto* to = static_cast<std::uint8_t*>(surface.pixels) +
                       static_cast<std::ptrdiff_t>(rect.y) * surface.pitch +
                       static_cast<std::ptrdiff_t>(rect.x) * surface.format->BytesPerPixel;
            well = SDL_ConvertPixels(rect.w, rect.h, SDL_PIXELFORMAT_RGBA32, image_.rgba.data() + from,
                                     image_.width * 4, surface.format->format, to, surface.pitch) == 0 &&
                   well;
            shown_.push_back(rect);
        }
        if (shown_.empty()) return true;
        return SDL_UpdateWindowSurfaceRects(window_, shown_.data(), static_cast<int>(shown_.size())) == 0 && well;
    }

    SDL_Window* window_;
    raster::Textures textures_;
    raster::Repainter repainter_{raster::usable_cores()};
    std::vector<SDL_Rect> shown_;
    void const* last_pixels_ = nullptr; // of the surface; compared only
    ui::Image image_;
};

// Only there a window has memory of its own in SDL 2.
bool has_window_memory() { return std::string_view(SDL_GetCurrentVideoDriver()) == "x11"; }

// An X server within a Wayland compositor: there windows that we draw stayed black at times (kiosk/DECISIONS.md).
bool is_within_wayland() { return std::getenv("WAYLAND_DISPLAY") != nullptr; }

// Whoever names a renderer for SDL gets it; ours stands in for its software.
bool is_renderer_named()
{
    auto const* name = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    return name && std::string_view(name) != "software";
}

// Whether the kernel has a driver of a graphics card that can draw. Asked before OpenGL is: Mesa's drawing by the
// processor takes 40 MiB, and longer than ours.
bool may_have_card()
{
    std::error_code none;
    if (std::filesystem::exists("/dev/nvidia0", none)) return true;
    for (auto const& entry : std::filesystem::directory_iterator("/dev/dri", none))
        if (entry.path().filename().string().starts_with("renderD")) return true;
    return false;
}

} // namespace

std::unique_ptr<Painter> make_painter(SDL_Window* window, WaitForRefresh wait)
{
    bool const ours = has_window_memory() && !is_renderer_named();
    if (ours && !may_have_card() && !is_within_wayland()) return std::make_unique<MemoryPainter>(window);
    auto const flags = wait == WaitForRefresh::yes ? SDL_RENDERER_PRESENTVSYNC : 0;
    auto* renderer = SDL_CreateRenderer(window, -1, static_cast<std::uint32_t>(flags));
    if (!renderer) renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    if (!renderer) return nullptr;
    auto made = std::make_unique<CardPainter>(renderer);
    if (made->is_card() || !ours) return made;
    if (made->renderer() != "software" && is_within_wayland()) return made;
    made.reset(); // a window has one of the two
    return std::make_unique<MemoryPainter>(window);
}

} // namespace kiosk::platform
