// A text shaped before it is broken into lines: glyphs in runs of one font, one script and one direction. Lengths are
// em, so that it need not be shaped again for another size or width. Private to ui/.
#pragma once
#include "ui/text/bidi.h"
#include "ui/text/fonts.h"
#include "ui/text/line_break.h"

#include <set>

namespace kiosk::ui {

struct GlyphRun {
    std::size_t first = 0, last = 0; // glyphs, in the order they stand on the line
    std::uint8_t level = 0;          // odd: from right to left
};

struct ShapedParagraph {
    std::string text; // valid UTF-8, without the marks of emphasis
    std::vector<RunGlyph> glyphs;
    std::vector<GlyphRun> runs;      // in the order of the text
    std::vector<Cluster> clusters;   // in the order of the text; advances in em
    std::vector<std::size_t> run_of; // by cluster
    bool right_to_left = false;
};

// Takes *stars* as emphasis (base/emphasis.h); bytes that are no text become U+FFFD. Characters that no font has are
// put into `missing`.
ShapedParagraph shape_paragraph(Fonts const& fonts, LineBreaker& breaker, std::string_view source,
                                std::string_view language, Face face, std::set<char32_t>& missing);

} // namespace kiosk::ui
