#include "raster/textures.h"

#include <algorithm>
#include <utility>

namespace kiosk::raster {

namespace {

std::size_t bytes_of(Texture const& texture)
{
    return static_cast<std::size_t>(texture.width) * static_cast<std::size_t>(texture.height) * 4;
}

// Asked for when all pixels have come at once; a page of letters grows, and has none that are opaque side by side.
bool all_opaque(std::vector<std::uint8_t> const& rgba)
{
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < rgba.size(); i += 4) all = static_cast<std::uint8_t>(all & rgba[i]);
    return !rgba.empty() && all == 255;
}

} // namespace

ui::TextureId Textures::create(int width, int height, ui::Filter filter)
{
    if (width <= 0 || height <= 0 || width > largest() || height > largest()) return 0;
    textures_[++last_] = {.width = width, .height = height, .filter = filter, .rgba = {}};
    return last_;
}

void Textures::update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba)
{
    auto const found = textures_.find(id);
    if (found == textures_.end()) return;
    auto& texture = found->second;
    texture.rgba.resize(bytes_of(texture));
    ++texture.version;
    auto const left = std::max(0, x);
    auto const right = std::min(texture.width, x + width);
    if (right <= left) return;
    for (int row = std::max(0, -y); row < height && y + row < texture.height; ++row) {
        auto const from =
            (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(left - x)) * 4;
        auto const to = (static_cast<std::size_t>(y + row) * static_cast<std::size_t>(texture.width) +
                         static_cast<std::size_t>(left)) *
                        4;
        auto const length = static_cast<std::size_t>(right - left) * 4;
        if (from + length > rgba.size()) return;
        std::copy_n(rgba.begin() + static_cast<std::ptrdiff_t>(from), length,
                    texture.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
    bool const is_whole = x <= 0 && y <= 0 && x + width >= texture.width && y + height >= texture.height;
    texture.is_opaque = is_whole && all_opaque(texture.rgba);
}

void Textures::fill_when_drawn(ui::TextureId id, std::function<ui::Image()> pixels)
{
    auto const found = textures_.find(id);
    if (found == textures_.end() || pixel_use_ != ui::PixelUse::when_drawn) return;
    found->second.pixels = std::move(pixels);
}

Texture const* Textures::find(ui::TextureId id)
{
    auto const found = textures_.find(id);
    if (found == textures_.end()) return nullptr;
    auto& texture = found->second;
    if (auto const pixels = std::exchange(texture.pixels, {})) {
        texture.rgba = pixels().rgba;
        texture.is_opaque = all_opaque(texture.rgba) && texture.rgba.size() == bytes_of(texture);
        ++texture.version;
    }
    texture.rgba.resize(bytes_of(texture)); // one that cannot be read shows nothing
    return &texture;
}

} // namespace kiosk::raster
