// Fonts: the faces of the kiosk and their fallbacks, loaded once. Shapes a run with HarfBuzz and draws a single glyph
// with FreeType. Owner: the text engine. Font files come from the machine's packages and never from content: parsers of
// fonts are easily attacked.
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
    // Looks in the folders for its list of files. A missing file is a Problem, and another face stands in. Without any
    // file empty() is true and the caller uses ImGui's built-in font, so that a screen is never without words.
    explicit Fonts(std::vector<std::filesystem::path> const& folders, Problems& problems);
    ~Fonts();
    Fonts(Fonts const&) = delete;
    Fonts& operator=(Fonts const&) = delete;

    bool empty() const;
    // The font that draws a character in a face: the face's own, else the first fallback that has the character. -1
    // without any fonts.
    int font_for(Face face, char32_t character) const;
    bool has(int font, char32_t character) const;
    // Shapes text[begin, end), all of one run, and appends the glyphs in the order they stand on the line.
    void shape(RunStyle const& style, std::string_view text, std::size_t begin, std::size_t end,
               std::string_view language, std::vector<RunGlyph>& glyphs) const;
    // How many runs HarfBuzz has shaped since the start.
    long shapings() const;
    // `shift` is the pen's fraction of a pixel, in quarters.
    GlyphBitmap draw(int font, std::uint32_t glyph, float size, int shift) const;

    float ascent(Face face) const;  // [em]
    float descent(Face face) const; // [em], positive
    // The folders that hold its files, below `fonts` of these: Debian's own two where all are there, else wherever a
    // distribution has put them.
    static std::vector<std::filesystem::path>
    installed_folders(std::vector<std::filesystem::path> const& data_folders = {"/usr/local/share", "/usr/share"});

private:
    struct Library;
    std::unique_ptr<Library> library_;
};

} // namespace kiosk::ui
