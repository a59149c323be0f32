// Textures in memory. Owner: a RenderTarget. Drawing thread only.
#pragma once
#include "ui/pictures/textures.h"

#include <functional>
#include <map>

namespace kiosk::raster {

// 8-bit RGBA, not premultiplied, rows from the top, no padding.
struct Texture {
    int width = 0, height = 0; // [px]
    ui::Filter filter = ui::Filter::linear;
    std::vector<std::uint8_t> rgba;
    std::function<ui::Image()> pixels = {}; // until it is drawn
    bool is_opaque = false;                 // as far as is known
    std::uint32_t version = 0;              // counts its changes
};

class Textures final : public ui::Textures {
public:
    explicit Textures(ui::PixelUse pixel_use = ui::PixelUse::at_once) : pixel_use_(pixel_use) {}
    ui::TextureId create(int width, int height, ui::Filter filter) override;
    // What lies outside of the texture is left out.
    void update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba) override;
    void destroy(ui::TextureId id) override { textures_.erase(id); }
    ui::PixelUse pixel_use() const override { return pixel_use_; }
    void fill_when_drawn(ui::TextureId id, std::function<ui::Image()> pixels) override;
    ui::PictureMotion picture_motion() const override { return ui::PictureMotion::rests; }

    // To be drawn now, with its pixels; null where there is none.
    Texture const* find(ui::TextureId id);

private:
    ui::PixelUse pixel_use_;
    std::map<ui::TextureId, Texture> textures_;
    ui::TextureId last_ = 0;
};

} // namespace kiosk::raster
