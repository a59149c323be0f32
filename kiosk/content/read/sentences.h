// Every sentence that visitors read, with its source, what state it is in, and its languages side by side: for those
// who go through all of them. Pure.
#pragma once
#include "content/read/read.h"

namespace kiosk::content {

struct Version {
    std::string text;  // as it is shown, references filled in; "" where the language lacks it
    FilePlace place;   // where it is written
    std::string state; // "draft", "reviewed by N on D", "changed after …", "faulty: another language stands in"
};

struct Sentence {
    std::string folder, key;          // "campaigns/dont-look-away", "what.text.1"
    std::vector<std::string> sources; // "ecpat-2016: Offenders on the Move. ECPAT International, 2016, https://… [A]"
    PerLanguage<Version> versions;
};

// In the order of the first language's files, and of each file.
std::vector<Sentence> sentences(ReadPack const& read);

} // namespace kiosk::content
