#include "raster/textures.h"

#include <algorithm>

namespace kiosk::raster {

ui::TextureId Textures::create(int width, int height, ui::Filter filter)
{
    if (width <= 0 || height <= 0 || width > largest() || height > largest()) return 0;
    auto const bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    textures_[++last_] = {width, height, filter, std::vector<std::uint8_t>(bytes)};
    return last_;
}

void Textures::update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba)
{
    auto const found = textures_.find(id);
    if (found == textures_.end()) return;
    auto& texture = found->second;
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
}

Texture const* Textures::find(ui::TextureId id) const
{
    auto const found = textures_.find(id);
    return found == textures_.end() ? nullptr : &found->second;
}

} // namespace kiosk::raster
