// The {names} of a text. Pure.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

struct Placeholders {
    std::vector<std::string_view> names; // in their order, each as often as it is there; what stands between braces
    bool broken = false;                 // a brace without its partner, or nothing between two
};
Placeholders placeholders_in(std::string_view text);

// The text with a blank for each name.
std::string without_names(std::string_view text);

} // namespace kiosk::content
