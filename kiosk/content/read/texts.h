// Every text of a content folder as an editor wrote it, with its place, and what is shown of it. For checks and for
// those who go through all sentences; screens use the Pack.
#pragma once
#include "content/pack.h"
#include "toml/toml.h"

namespace kiosk::content {

struct Text {
    Language language;   // "" of what is the same in every language: titles of sources
    std::string folder;  // "campaigns/dont-look-away", below the content
    std::string key;     // "what.title", "what.text.2"
    std::string written; // as in the file
    std::string shown;   // with its references filled in; another language's, or "", where this one has a fault
    bool faulty = false;
    Readers readers = Readers::visitors;
    FilePlace place;
};

// The mark (mark.h) of a words file's texts as they stand in it.
std::string mark_of_words(toml::Value root);

} // namespace kiosk::content
