// A language nobody speaks, to see whether a screen would hold a longer one: every word of the pack stretched by 40 %,
// which is what German takes beyond English at its worst. Values in {braces} stay. For audits and tests only.
#pragma once
#include "content/pack.h"

namespace kiosk::content {

constexpr char const* kPseudoLanguage = "qps"; // of ISO 639-2's codes for private use

std::string stretched(std::string const& text);

// The pack with the pseudo language beside the others, made from one of them.
Pack with_pseudo_language(Pack pack, Language from);

} // namespace kiosk::content
