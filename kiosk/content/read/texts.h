// Every text of a content folder, as written and as shown, with its place. For checks and for reviewers of all texts;
// screens use the Content.
#pragma once
#include "content/content.h"
#include "toml/toml.h"

namespace kiosk::content {

struct Text {
    Language language;   // "" where the text is the same in every language: titles of sources
    std::string folder;  // "campaigns/dont-look-away", below the content
    std::string key;     // "what.title", "what.text.2"
    std::string written; // as in the file
    std::string shown;   // with references filled in; if `faulty`, another language's text or ""
    bool faulty = false;
    Audience readers = Audience::visitors;
    SourceLocation place;
};

// The mark (content/keys/mark.h) of the texts of a words file.
std::string mark_of_words(toml::Value root);

} // namespace kiosk::content
