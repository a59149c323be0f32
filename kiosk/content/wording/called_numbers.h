// Short numbers in a text: tells those that it says to call from those that only count. Private to content/wording.
// Pure.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// The short numbers that can be called. Borrows the sets.
struct ShortNumbers {
    std::set<std::string> const& emergency;                   // also found where they are spelt: "1-1-2"
    std::set<std::string> const& called;                      // these, and those of channels
    std::function<std::string(std::string const&)> reference; // the reference to write in its place; "" for none
};

// The words and numbers of a text in lower case, without what is between them.
std::vector<std::string> spoken_words(std::string_view text);

// The first short number that the text says to call ("Call 117", "Ligne 116", "1-1-2"); "" where there is none.
std::string called_number(std::string_view text, ShortNumbers const& numbers);

// Whether the text has this number as a whole: "112" in "112.", but not in "2112" or in "112 pages".
bool has_number(std::string_view text, std::string_view number);

// What may separate two groups of digits of one number.
inline constexpr std::string_view kBetweenGroups[] = {" ", "\u00A0", "\u202F", "\u2009", ".", ",", "-", "/"};

} // namespace kiosk::content
