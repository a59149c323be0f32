// What ICU (CLDR) knows of languages: which codes there are, and which direction they are written in. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kiosk::content {

// ISO 639-1 in small letters, of a language that CLDR has a name for: "fr". Not "sp", "FR" or "fr-BE".
bool is_language(std::string_view code);
bool is_written_right_to_left(std::string_view language);

} // namespace kiosk::content
