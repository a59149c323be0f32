#include "platform/render_target.h"
#include "raster/repainter.h"

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
    OffscreenTarget(int width, int height, ui::Rotation rotation, Rasterised rasterised)
        : rotation_(rotation),
          rasterised_(rasterised),
          image_{width, height, {}},
          textures_(rasterised == Rasterised::on_demand ? ui::PixelUse::when_drawn : ui::PixelUse::at_once)
    {
        image_.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    }

    Size size() const override
    {
        return ui::rotated({static_cast<float>(image_.width), static_cast<float>(image_.height)}, rotation_);
    }
    ui::Textures& textures() override { return textures_; }

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
        return image_;
    }

    long presented() const override { return presented_; }

private:
    void rasterise(ImDrawData const& data)
    {
        repainter_.draw({image_.rgba.data(), image_.width, image_.height}, textures_, data, rotation_);
    }

    ui::Rotation rotation_;
    Rasterised rasterised_;
    ui::Image image_;
    std::optional<RetainedFrame> kept_; // presented, not yet looked at
    raster::Textures textures_;
    raster::Repainter repainter_{raster::usable_cores()};
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
    ui::UnseenTextures textures_;
    long presented_ = 0;
};

} // namespace

Result<std::unique_ptr<RenderTarget>> make_offscreen(int width, int height, ui::Rotation rotation,
                                                     Rasterised rasterised)
{
    constexpr int kLargest = 16384; // [px]; no panel has more, and a picture of it takes 1 GiB
    if (width < 1 || height < 1 || width > kLargest || height > kLargest)
        return Error{fmt::format("--offscreen {}x{}", width, height),
                     fmt::format("a picture has 1 to {} pixels a side", kLargest), "use a smaller size"};
    return std::unique_ptr<RenderTarget>(std::make_unique<OffscreenTarget>(width, height, rotation, rasterised));
}

std::unique_ptr<RenderTarget> make_null_target(int width, int height)
{
    return std::make_unique<NullTarget>(width, height);
}

} // namespace kiosk::platform
