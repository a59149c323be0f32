// What a kiosk, its partner and its fair may be called: asked of a configuration when it is read, and by the office of
// a package, which no kiosk can have written otherwise. Pure. An Error has no place: who reads a line knows it.
#pragma once
#include "base/result.h"

#include <cstddef>

namespace kiosk {

constexpr std::size_t kLongestKioskName = 40; // letters; it is part of file names
constexpr std::size_t kLongestLabel = 80;     // letters; what a column of a workbook bears

// Letters, digits and hyphens, the first of them no hyphen: a spreadsheet would take it for a formula.
bool is_kiosk_name(std::string_view name);

// A partner's or a fair's name: one line of letters that can be seen, none too many, and nothing that a spreadsheet
// would run. Blanks around it are not looked at.
Result<> check_label(std::string_view label);

} // namespace kiosk
