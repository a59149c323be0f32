// A pseudo language, to see whether the screens would hold a longer one: every word is stretched by 40 %, the most that
// German needs beyond English. {placeholders} stay. For audits and tests only.
#pragma once
#include "content/content.h"

namespace kiosk::content {

constexpr char const* kPseudoLanguage = "qps"; // from ISO 639-2's range for private use

std::string stretched(std::string const& text);

// Adds the pseudo language, made from the language `from`.
Content with_pseudo_language(Content content, Language from);

} // namespace kiosk::content
