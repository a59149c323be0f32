#include "ui/text/glyph_atlas.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

// Large letters show no benefit from a pen that moves by quarters of a pixel, and would be stored four times.
constexpr float kLargestShifted = 48;
constexpr int kGap = 1; // so that filtering never reaches a neighbour

} // namespace

AtlasGlyph const& GlyphAtlas::get(int font, std::uint32_t glyph, float size, float fraction)
{
    int const shift = size > kLargestShifted ? 0 : static_cast<int>(fraction * 4) & 3;
    auto const size_key = static_cast<std::uint64_t>(std::lround(size * 4));
    auto const key = (static_cast<std::uint64_t>(font) << 56U) | (static_cast<std::uint64_t>(shift) << 54U) |
                     (size_key << 32U) | glyph;
    if (auto const found = glyphs_.find(key); found != glyphs_.end()) return found->second;
    return glyphs_.emplace(key, place(fonts_.draw(font, glyph, size, shift))).first->second;
}

AtlasGlyph GlyphAtlas::place(GlyphBitmap const& bitmap)
{
    if (bitmap.width == 0 || bitmap.height == 0) return {};
    if (bitmap.width + kGap > kPageSide || bitmap.height + kGap > kPageSide) return {};
    auto fits = [&](Page& page) {
        if (page.x + bitmap.width + kGap > kPageSide) {
            page.x = 0;
            page.y += page.row + kGap;
            page.row = 0;
        }
        return page.y + bitmap.height + kGap <= kPageSide;
    };
    if (pages_.empty() || !fits(pages_.back()))
        pages_.push_back({textures_.create(kPageSide, kPageSide, Filter::nearest)});
    auto& page = pages_.back();
    // White everywhere, the shape in the alpha: a glyph takes the colour of its vertices.
    std::vector<std::uint8_t> rgba(bitmap.coverage.size() * 4, 255);
    for (std::size_t i = 0; i < bitmap.coverage.size(); ++i) rgba[4 * i + 3] = bitmap.coverage[i];
    textures_.update(page.texture, page.x, page.y, bitmap.width, bitmap.height, rgba);

    auto const side = static_cast<float>(kPageSide);
    auto const x = static_cast<float>(page.x);
    auto const y = static_cast<float>(page.y);
    auto const width = static_cast<float>(bitmap.width);
    auto const height = static_cast<float>(bitmap.height);
    page.x += bitmap.width + kGap;
    page.row = std::max(page.row, bitmap.height);
    return {page.texture,
            x / side,
            y / side,
            (x + width) / side,
            (y + height) / side,
            static_cast<float>(bitmap.left),
            static_cast<float>(bitmap.top),
            width,
            height};
}

void GlyphAtlas::tick()
{
    if (textures_.generation() != generation_) {
        pages_.clear(); // the textures went with the renderer
        glyphs_.clear();
        generation_ = textures_.generation();
    }
    if (pages() > kMostPages) forget();
}

void GlyphAtlas::forget()
{
    for (auto const& page : pages_) textures_.destroy(page.texture);
    pages_.clear();
    glyphs_.clear();
}

} // namespace kiosk::ui
