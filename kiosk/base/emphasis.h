// Which stars of a text mark emphasis. A star opens it before a word, after a blank or an opening sign, and the next
// star at the end of a word closes it. Any other star is a letter of the text: inside a word ("Mitarbeiter*innen"), or
// before what one dials ("*100#"). One that is neither has lost its partner. Asked by whoever draws texts and by
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

// One a code point.
std::vector<Star> stars_of(std::u32string_view text);

// UTF-8 without the stars that mark emphasis: what is read, or spoken.
std::string without_emphasis(std::string_view text);

} // namespace kiosk
