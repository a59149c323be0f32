// Digits in a text that count or date, and are no number to call. Private to content/wording. Pure.
#pragma once
#include "content/content.h"

#include <string>
#include <string_view>

namespace kiosk::content {

// At least one.
bool only_digits(std::string_view text);

// The text without dates ("3.11.2026") and without counts in thousands ("1 000 000"), except where a record has such a
// number ("116 000").
std::string without_counts(std::string text, Reporting const& reporting);

} // namespace kiosk::content
