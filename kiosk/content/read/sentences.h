// Every text that visitors read, with its sources, its state, and its languages side by side, for reviewers. Pure.
#pragma once
#include "content/read/read.h"

namespace kiosk::content {

struct Translation {
    std::string text;     // as shown, with references filled in
    SourceLocation place; // where it is written
    std::string state;    // "draft", "reviewed by N on D", "changed after …", "faulty: another language stands in"
};

struct Sentence {
    std::string folder, key;          // "campaigns/dont-look-away", "what.text.1"
    std::vector<std::string> sources; // "ecpat-2016: Offenders on the Move. ECPAT International, 2016, https://… [A]"
    PerLanguage<Translation> versions;
};

// In the order in which the files were read, and of the texts in each.
std::vector<Sentence> sentences(ReadContent const& read);

} // namespace kiosk::content
