// The forms that a count takes in a language, by the rules of Unicode's CLDR as ICU has them: "1 visit", "2 visits";
// in Polish 1, 2 and 5 want three forms. Pure; rules are opened once and kept for each thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// "zero", "one", "two", "few", "many" or "other".
bool is_plural_form(std::string_view word);

// The form of a whole number; "other" for a language that ICU does not know.
std::string plural_form(std::string_view language, std::int64_t count);

// Those that whole numbers below a thousand meet, in the order above: what a kiosk counts is in no language a million.
std::vector<std::string> plural_forms(std::string_view language);

} // namespace kiosk::content
