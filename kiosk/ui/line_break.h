// Where lines may end. Pure: glyphs and a width in, ranges of glyphs out. Private to ui/.
#pragma once
#include "ui/fonts.h"

namespace kiosk::ui {

struct LinePart {
    std::size_t first = 0, last = 0; // glyphs, last not included
    float width = 0;                 // [px], without the spaces at its end
};

struct BrokenLines {
    std::vector<LinePart> lines;
    bool word_broken = false;
};

// Whether a line may end after this character when `next` follows: spaces, hyphens, slashes and dashes; never at a
// no-break space, never before closing punctuation.
bool may_break_after(char32_t character, char32_t next);

BrokenLines break_lines(std::string_view text, std::vector<RunGlyph> const& run, float size, float width);

} // namespace kiosk::ui
