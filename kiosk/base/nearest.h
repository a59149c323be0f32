// "Did you mean …?": the known word nearest to a mistyped one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// Nothing when no word is within a third of the typed one's length (at least 2 edits).
std::optional<std::string> nearest_word(std::string_view typed, std::vector<std::string> const& known);

// "did you mean 'x'?" or "known are: a, b, c".
std::string suggest_word(std::string_view typed, std::vector<std::string> const& known);

} // namespace kiosk
