// Short numbers in a text: which of them it says to call, and which only count. Private to content/. Pure.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// Short numbers that somebody can call. Borrowed.
struct ShortNumbers {
    std::set<std::string> const& emergency;                   // told also where they are spelt: "1-1-2"
    std::set<std::string> const& called;                      // these, and those of channels
    std::function<std::string(std::string const&)> reference; // what a text writes in its place; "" for nothing
};

// Words and numbers in small letters, with what stands between them left out.
std::vector<std::string> spoken_words(std::string_view text);

// "Call 117", "Ligne 116": a short number that a word nearby says to dial; and "1-1-2". "" where there is none.
std::string called_number(std::string_view text, ShortNumbers const& numbers);

// Whole numbers of a text: "112" of "112.", not of "2112" and not of "112 pages".
bool has_number(std::string_view text, std::string_view number);

// What may stand between two groups of one number.
inline constexpr std::string_view kBetweenGroups[] = {" ", "\u00A0", "\u202F", "\u2009", ".", ",", "-", "/"};

} // namespace kiosk::content
