#include "figures/label_rules.h"
#include "base/formula.h"
#include "base/utf8.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk {

namespace {

// Breaks lines, turns their direction or cannot be seen: C0, DEL and C1, line and paragraph separators, marks of
// direction, the mark of byte order.
bool is_control(char32_t letter)
{
    return letter < U' ' || (letter >= 0x7F && letter < 0xA0) || (letter >= 0x2028 && letter <= 0x202E) ||
           (letter >= 0x2066 && letter <= 0x2069) || letter == 0xFEFF;
}

} // namespace

bool is_kiosk_name(std::string_view name)
{
    return !name.empty() && name.front() != '-' && name.size() <= kLongestKioskName &&
           std::all_of(name.begin(), name.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-';
           });
}

Result<> check_label(std::string_view label)
{
    std::size_t letters = 0;
    bool controls = false;
    for (std::size_t at = 0; at < label.size(); ++letters)
        controls = is_control(next_code_point(label, at)) || controls;
    if (controls)
        return Error{"", "holds a letter that cannot be seen",
                     "write it on one line, without tabs and marks of direction"};
    if (letters > kLongestLabel)
        return Error{"", fmt::format("has {} letters", letters), fmt::format("{} at most", kLongestLabel)};
    auto const formula = find_formula(label);
    if (formula == std::string_view::npos) return success();
    auto const where = formula == 0 ? "begins" : "goes on behind a ;";
    return Error{"",
                 fmt::format("{} with = + - or @, so that a spreadsheet would take it for a formula and run it", where),
                 "begin it with a letter or a digit"};
}

} // namespace kiosk
