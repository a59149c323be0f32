// Characters that word processors and other keyboards insert instead of a straight quote or a blank (Unicode 15,
// General Punctuation and Latin-1 Supplement). Pure.
#pragma once
#include <array>
#include <string_view>

namespace kiosk::toml {

constexpr std::array<std::string_view, 9> kCurlyQuotes{"“", "”", "„", "‟", "‘", "’", "‚", "«", "»"};
constexpr std::array<std::string_view, 3> kOddSpaces{"\u00A0", "\u202F", "\u200B"};

// The curly quote that a text begins with, ends with, holds first or holds last; "" for none.
std::string_view curly_at(std::string_view text);
std::string_view curly_ending(std::string_view text);
std::string_view curly_in(std::string_view text);
std::string_view last_curly(std::string_view text);
bool has_odd_space(std::string_view text);

} // namespace kiosk::toml
