// Plural forms, by CLDR's rules in ICU: "1 visit", "2 visits"; in Polish 1, 2 and 5 take three forms. Pure; any thread,
// each caches the rules it has used.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

// "zero", "one", "two", "few", "many" or "other".
bool is_plural_form(std::string_view word);

// The form for a count; "other" for a language that ICU does not know.
std::string plural_form(std::string_view language, std::int64_t count);

// The forms that counts from 0 to 999 take, in the order above. Forms for millions are left out: no kiosk counts that
// far.
std::vector<std::string> plural_forms(std::string_view language);

} // namespace kiosk::content
