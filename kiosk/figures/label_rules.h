// What a kiosk, its partner and its fair may be called. Checked when a configuration is read, and by the office for
// each package. Pure. An Error has no `where`: the caller knows the line.
#pragma once
#include "base/result.h"

#include <cstddef>

namespace kiosk {

constexpr std::size_t kLongestKioskName = 40; // letters; it is part of file names
constexpr std::size_t kLongestLabel = 80;     // letters; fits a column of the workbook

// Letters, digits and hyphens; not a hyphen first, which a spreadsheet would take for a formula.
bool is_kiosk_name(std::string_view name);

// A partner's or a fair's name: one line of visible letters, at most kLongestLabel of them, without a spreadsheet
// formula. Does not check blanks around it.
Result<> check_label(std::string_view label);

} // namespace kiosk
