// What is wrong with a text though each of its letters can be shown: broken by another encoding, with letters of
// another alphabet that look like ours, with an address or a number that is spelt out. Private to content/. Pure.
#pragma once
#include "content/word_rules.h"

namespace kiosk::content {

std::vector<WordFault> slips_of(TextToJudge const& text, std::set<std::string> const& emergency);

} // namespace kiosk::content
