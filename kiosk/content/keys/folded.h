// A text as people read it, for comparing: without capitals, accents and stars of emphasis; without blanks, hyphens,
// apostrophes and whatever is not seen (soft hyphens, letters without width); a letter of two signs is that letter. "Le
// *tourisme* sexuel" and "touris­me-sexuel" hold the same term. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

std::string folded(std::string_view text);

// In Unicode's form NFKC: one way to write each letter, whatever it looks like beside others.
std::string compatible(std::string_view text);

// The same in the ways a term may be written: with "ae" for "ä" too.
std::vector<std::string> folded_ways(std::string_view term);

} // namespace kiosk::content
