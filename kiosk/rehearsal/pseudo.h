// A pseudo language, to see whether the screens would hold a longer one: every word is stretched by 40 %, the most that
// German needs beyond English. {placeholders} stay.
#pragma once
#include "content/content.h"

namespace kiosk::rehearsal {

constexpr char const* kPseudoLanguage = "qps"; // from ISO 639-2's range for private use

std::string stretched(std::string const& text);

// Adds the pseudo language, made from the language `from`.
content::Content with_pseudo_language(content::Content content, content::Language from);

} // namespace kiosk::rehearsal
