// The glyph atlas: drawn glyphs on textures, of which more are made up to kMostPages. Beyond that all glyphs are
// dropped, and drawn again when they are needed. Owner: the text engine. The textures belong to the platform.
#pragma once
#include "ui/text/fonts.h"

#include <unordered_map>

namespace kiosk::ui {

// A glyph on a texture: where it is (0..1) and how it sits from the pen, [px].
struct AtlasGlyph {
    TextureId texture = 0; // 0: nothing to draw (a space)
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float left = 0, top = 0, width = 0, height = 0;
};

class GlyphAtlas {
public:
    GlyphAtlas(Fonts const& fonts, Textures& textures) : fonts_(fonts), textures_(textures) {}
    ~GlyphAtlas() { forget(); }
    GlyphAtlas(GlyphAtlas const&) = delete;
    GlyphAtlas& operator=(GlyphAtlas const&) = delete;

    // `fraction` of the pen's x, 0..1.
    AtlasGlyph const& get(int font, std::uint32_t glyph, float size, float fraction);
    // To be called between frames: drops all glyphs beyond the budget, or after the renderer was lost.
    void tick();
    int pages() const { return static_cast<int>(pages_.size()); }

private:
    struct Page {
        TextureId texture = 0;
        int x = 0, y = 0, row = 0;
    };
    static constexpr int kPageSide = 1024;
    static constexpr int kMostPages = 16; // 64 MiB

    void forget();
    AtlasGlyph place(GlyphBitmap const& bitmap);

    Fonts const& fonts_;
    Textures& textures_;
    int generation_ = 0;
    std::vector<Page> pages_;
    std::unordered_map<std::uint64_t, AtlasGlyph> glyphs_;
};

} // namespace kiosk::ui
