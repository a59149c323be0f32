#include "platform/draw.h"
#include "platform/render_target.h"

#include <fmt/format.h>
#include <imgui.h>
#include <optional>
#include <type_traits>
#include <vector>

namespace kiosk::platform {

namespace {

// The lists of a frame are an array in ImGui 1.89, of Debian 12, and a vector since 1.89.8, of Debian 13.
template <typename Lists>
void assign_lists(Lists& to, std::vector<ImDrawList*>& lists)
{
    if constexpr (std::is_pointer_v<Lists>) {
        to = lists.data();
    } else {
        to.resize(0);
        for (auto* list : lists) to.push_back(list);
    }
}

// A frame that outlives ImGui's next one. Its textures do not: it must be drawn before another frame begins.
class RetainedFrame {
public:
    explicit RetainedFrame(ImDrawData const& data) : data_(data)
    {
        for (int i = 0; i < data.CmdListsCount; ++i) lists_.push_back(data.CmdLists[i]->CloneOutput());
        assign_lists(data_.CmdLists, lists_);
    }
    RetainedFrame(RetainedFrame const&) = delete;
    RetainedFrame& operator=(RetainedFrame const&) = delete;
    ~RetainedFrame()
    {
        for (auto* list : lists_) IM_DELETE(list);
    }
    ImDrawData const& data() const { return data_; }

private:
    ImDrawData data_;
    std::vector<ImDrawList*> lists_;
};

class OffscreenTarget final : public RenderTarget {
public:
    OffscreenTarget(SDL_Surface* surface, SDL_Renderer* renderer, ui::Rotation rotation, Rasterised rasterised)
        : surface_(surface),
          renderer_(renderer),
          rotation_(rotation),
          rasterised_(rasterised),
          textures_(std::make_unique<SdlTextures>(renderer))
    {
    }
    OffscreenTarget(OffscreenTarget const&) = delete;
    OffscreenTarget& operator=(OffscreenTarget const&) = delete;
    ~OffscreenTarget() override
    {
        textures_.reset();
        SDL_DestroyRenderer(renderer_);
        SDL_FreeSurface(surface_);
    }

    Size size() const override { return ui::rotated(panel(), rotation_); }
    ui::Textures& textures() override { return *textures_; }

    void present(ImDrawData const& data) override
    {
        ++presented_;
        if (rasterised_ == Rasterised::every_frame)
            rasterise(data);
        else
            kept_.emplace(data);
    }

    Result<ui::Image> picture() override
    {
        if (kept_) rasterise(kept_->data());
        kept_.reset();
        ui::Image image{surface_->w, surface_->h, {}};
        auto const* rows = static_cast<std::uint8_t const*>(surface_->pixels);
        auto const width = static_cast<std::size_t>(surface_->w) * 4;
        for (int y = 0; y < surface_->h; ++y) {
            auto const* row = rows + static_cast<std::ptrdiff_t>(y) * surface_->pitch;
            image.rgba.insert(image.rgba.end(), row, row + width);
        }
        return image;
    }

    long presented() const override { return presented_; }

private:
    Size panel() const { return {static_cast<float>(surface_->w), static_cast<float>(surface_->h)}; }
    void rasterise(ImDrawData const& data)
    {
        SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
        SDL_RenderClear(renderer_);
        draw(renderer_, *textures_, data, panel(), rotation_);
        SDL_RenderPresent(renderer_);
    }

    SDL_Surface* surface_;
    SDL_Renderer* renderer_;
    ui::Rotation rotation_;
    Rasterised rasterised_;
    std::optional<RetainedFrame> kept_; // presented, not yet looked at
    std::unique_ptr<SdlTextures> textures_;
    long presented_ = 0;
};

class NullTarget final : public RenderTarget {
public:
    NullTarget(int width, int height) : size_{static_cast<float>(width), static_cast<float>(height)} {}
    Size size() const override { return size_; }
    ui::Textures& textures() override { return textures_; }
    void present(ImDrawData const&) override { ++presented_; }
    Result<ui::Image> picture() override { return Error{"display", "draws nothing", "use --offscreen"}; }
    long presented() const override { return presented_; }

private:
    Size size_;
    ui::NoTextures textures_;
    long presented_ = 0;
};

} // namespace

Result<std::unique_ptr<RenderTarget>> make_offscreen(int width, int height, ui::Rotation rotation,
                                                     Rasterised rasterised)
{
    auto* surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGBA32);
    auto* renderer = surface ? SDL_CreateSoftwareRenderer(surface) : nullptr;
    if (!renderer) {
        SDL_FreeSurface(surface);
        return Error{fmt::format("--offscreen {}x{}", width, height), SDL_GetError(), "use a smaller size"};
    }
    return std::unique_ptr<RenderTarget>(std::make_unique<OffscreenTarget>(surface, renderer, rotation, rasterised));
}

std::unique_ptr<RenderTarget> make_null_target(int width, int height)
{
    return std::make_unique<NullTarget>(width, height);
}

} // namespace kiosk::platform
