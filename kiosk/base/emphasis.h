// Which stars of a text mark emphasis ("*stress*"). A star opens emphasis before a word, after a blank or an opening
// sign; the next star at the end of a word closes it. A star inside a word ("Mitarbeiter*innen") or before what one
// dials ("*100#") is a letter of the text. Any other star has lost its partner. Used by whoever draws texts and by
// whoever checks them. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

enum class Star {
    none,  // no star
    mark,  // opens or closes emphasis, and is not seen
    sign,  // stands for itself
    alone, // looks like a mark and has no partner; it is drawn
};

// One entry for each code point.
std::vector<Star> classify_stars(std::u32string_view text);

// The UTF-8 text without the stars that mark emphasis.
std::string without_emphasis(std::string_view text);

} // namespace kiosk
