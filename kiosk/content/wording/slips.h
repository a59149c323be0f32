// Mistakes in a text whose letters can all be shown: mojibake, look-alike letters of another alphabet, an address or a
// number that is spelt out, signs that another program left. Private to content/wording. Pure.
#pragma once
#include "content/wording/called_numbers.h"
#include "content/wording/rules.h"

namespace kiosk::content {

// Two sentences without a blank between them: "ECPAT.Puis" of "Lisez ECPAT.Puis agissez."; "" where there are none.
std::string joined_sentences(std::string_view text);

std::vector<WordFault> find_slips(TextToCheck const& text, ShortNumbers const& numbers);

} // namespace kiosk::content
