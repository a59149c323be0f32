// Fonts: the faces text is set in, loaded once, with a fallback for what a face lacks. Shapes a run with HarfBuzz and
// draws a single glyph with FreeType; knows nothing of lines or paragraphs.
// Owner: the text engine. Faces come from the machine's font packages, never from content (a font is a parser's prey).
#pragma once
#include "base/problem.h"
#include "ui/pictures/textures.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::ui {

enum class Face { regular, semibold, statement };
enum class Direction { left_to_right, right_to_left };

// What a run is shaped in. `script` is an ISO 15924 tag as HarfBuzz writes it.
struct RunStyle {
    int font = 0;
    Direction direction = Direction::left_to_right;
    std::uint32_t script = 0;
};

// A glyph of a run. Lengths in em; `cluster` is the byte in the text it stands for.
struct RunGlyph {
    int font = 0;
    std::uint32_t glyph = 0;
    float advance = 0, offset_x = 0, offset_y = 0;
    std::size_t cluster = 0;
};

// Coverage of one glyph, 8 bit, and where it sits from the pen, [px].
struct GlyphBitmap {
    int width = 0, height = 0, left = 0, top = 0;
    std::vector<std::uint8_t> coverage;
};

class Fonts {
public:
    // Looks in the folders for the files it knows. A missing face is a Problem and is drawn in another; with none at
    // all `empty()` is true and the caller falls back to ImGui's built-in font, so that a screen is never without
    // words.
    explicit Fonts(std::vector<std::filesystem::path> const& folders, Problems& problems);
    ~Fonts();
    Fonts(Fonts const&) = delete;
    Fonts& operator=(Fonts const&) = delete;

    bool empty() const;
    // Which font draws a character for a face: the face's own, else the first fallback that has it.
    int font_for(Face face, char32_t character) const;
    bool has(int font, char32_t character) const;
    // Shapes text[begin, end), all of one run, and appends the glyphs in the order they stand on the line.
    void shape(RunStyle const& style, std::string_view text, std::size_t begin, std::size_t end,
               std::string_view language, std::vector<RunGlyph>& glyphs) const;
    // How often HarfBuzz was asked since the start.
    long shapings() const;
    // `shift` is the pen's fraction of a pixel, in quarters.
    GlyphBitmap draw(int font, std::uint32_t glyph, float size, int shift) const;

    float ascent(Face face) const;  // [em]
    float descent(Face face) const; // [em], positive
    // Where fonts of Debian's packages lie.
    static std::vector<std::filesystem::path> debian_folders();

private:
    struct Library;
    std::unique_ptr<Library> library_;
};

} // namespace kiosk::ui
