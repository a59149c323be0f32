// What is wrong with a text though each of its letters can be shown: broken by another encoding, with letters of
// another alphabet that look like ours, with an address or a number that is spelt out. Private to content/. Pure.
#pragma once
#include "content/wording/called_numbers.h"
#include "content/wording/rules.h"

namespace kiosk::content {

// "ECPAT.Puis" of "Lisez ECPAT.Puis agissez.", or "".
std::string joined_sentences(std::string_view text);

std::vector<WordFault> slips_of(TextToJudge const& text, ShortNumbers const& numbers);

} // namespace kiosk::content
