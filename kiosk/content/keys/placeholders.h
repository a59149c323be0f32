// The {names} of a text. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct Placeholders {
    std::vector<std::string_view> names; // what is between the braces, in order, repeats included; views of the text
    bool broken = false;                 // whether a brace is unmatched, or has nothing between it and its partner
};
Placeholders placeholders_in(std::string_view text);

// The text with a blank in place of each name; the braces stay.
std::string without_names(std::string_view text);

} // namespace kiosk::content
