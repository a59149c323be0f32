// Textures in memory. Owner: a RenderTarget. Drawing thread only.
#pragma once
#include "ui/pictures/textures.h"

#include <map>

namespace kiosk::raster {

// 8-bit RGBA, not premultiplied, rows from the top, no padding.
struct Texture {
    int width = 0, height = 0; // [px]
    ui::Filter filter = ui::Filter::linear;
    std::vector<std::uint8_t> rgba;
};

class Textures final : public ui::Textures {
public:
    ui::TextureId create(int width, int height, ui::Filter filter) override;
    // What lies outside of the texture is left out.
    void update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba) override;
    void destroy(ui::TextureId id) override { textures_.erase(id); }
    ui::PictureMotion picture_motion() const override { return ui::PictureMotion::rests; }

    // Null where there is none.
    Texture const* find(ui::TextureId id) const;

private:
    std::map<ui::TextureId, Texture> textures_;
    ui::TextureId last_ = 0;
};

} // namespace kiosk::raster
