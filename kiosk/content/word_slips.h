// What is wrong with a text though each of its letters can be shown: broken by another encoding, with letters of
// another alphabet that look like ours, with an address or a number that is spelt out. Private to content/. Pure.
#pragma once
#include "content/word_rules.h"

namespace kiosk::content {

// Short numbers that somebody can call. Borrowed.
struct ShortNumbers {
    std::set<std::string> const& emergency;                   // told also where they are spelt: "1-1-2"
    std::set<std::string> const& called;                      // these, and those of channels
    std::function<std::string(std::string const&)> reference; // what a text writes in its place; "" for nothing
};

std::vector<WordFault> slips_of(TextToJudge const& text, ShortNumbers const& numbers);

} // namespace kiosk::content
