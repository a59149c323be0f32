// Folding: a text reduced to the letters that readers see, for comparing. Case, accents, stars of emphasis, blanks,
// hyphens, apostrophes and invisible characters (soft hyphens, zero-width letters) are dropped; full-width letters and
// ligatures become plain letters. So "Le *tourisme* sexuel" and "touris­me-sexuel" contain the same term. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

std::string folded(std::string_view text);

// The text in Unicode's normal form NFKC: compatibility variants of a letter become the plain letter.
std::string compatible(std::string_view text);

// folded() of every spelling of a term: with "ä" and, where that differs, with "ae".
std::vector<std::string> folded_ways(std::string_view term);

} // namespace kiosk::content
