// The text engine: shapes texts, breaks them into lines and caches both, so that an unchanged screen shapes nothing.
// Text is UTF-8; *stars* mark emphasis; a newline ends a line. Lengths are pixels. Owner: the stage.
#pragma once
#include "ui/text/glyph_atlas.h"
#include "ui/text/lru_cache.h"
#include "ui/text/shaped_paragraph.h"

namespace kiosk::ui {

enum class Wrap { natural, balanced };

struct TextStyle {
    Face face = Face::regular;
    float size = 26;          // [px]
    float line_height = 1.5F; // of the size
    Wrap wrap = Wrap::natural;
    bool operator==(TextStyle const&) const = default;
};

struct PlacedGlyph {
    int font = 0; // -1: ImGui's built-in font, `glyph` is the code point
    std::uint32_t glyph = 0;
    float x = 0, y = 0; // pen and baseline, from the text's top left
};

struct ShapedText {
    std::vector<PlacedGlyph> glyphs;
    Size size; // width of the longest line, height of all
    int lines = 0;
    bool word_broken = false; // a word was wider than the line and was cut
    bool right_to_left = false;
    float font_size = 0;
    int longest = 0; // characters of the longest line
    std::string text;
};

class TextEngine {
public:
    TextEngine(std::vector<std::filesystem::path> const& font_folders, Textures& textures, Problems& problems);

    // Valid until the next call of tick().
    ShapedText const& shape(std::string_view text, std::string_view language, TextStyle const& style, float width);
    // The style with its size reduced in steps until the text fits the box and no word is cut. Not below `least`,
    // except for a word that would otherwise be cut.
    TextStyle fit(std::string_view text, std::string_view language, TextStyle style, Size box, float least);

    GlyphAtlas& atlas() { return atlas_; }
    // To be called between frames: keeps the caches within their budgets.
    void tick();
    // How many runs HarfBuzz has shaped since the start.
    long shapings() const { return fonts_.shapings(); }
    // Characters seen so far that no font of this machine has; they are drawn as an empty box.
    std::set<char32_t> const& missing() const { return missing_; }

private:
    ShapedParagraph const& paragraph(std::string_view text, std::string_view language, Face face);
    ShapedText balanced(std::string_view text, std::string_view language, TextStyle const& style, float width);
    ShapedText lay_out(ShapedParagraph const& paragraph, TextStyle const& style, float width) const;

    Fonts fonts_;
    GlyphAtlas atlas_;
    LineBreaker breaker_;
    LruCache<ShapedParagraph> paragraphs_;
    LruCache<ShapedText> shaped_;
    std::set<char32_t> missing_;
    std::string key_; // of the current lookup; a member to reuse its memory
};

} // namespace kiosk::ui
