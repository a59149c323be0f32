// "Did you mean …?": the known word nearest to a mistyped one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// Nothing when no word is near: for three or four letters one edit, for more a third of them, for fewer none but of
// capitals, since among words of one letter a guess is no better than chance. Two letters that changed places are one.
std::optional<std::string> nearest_word(std::string_view typed, std::vector<std::string> const& known);

// "did you mean 'x'?" or "known are: a, b, c"; "" where none is near and the list is too long to be of help.
std::string suggest_word(std::string_view typed, std::vector<std::string> const& known);

// "\"yes\", \"no\" or \"unknown\"", in the order given.
std::string quoted_list(std::vector<std::string> const& words);

} // namespace kiosk
