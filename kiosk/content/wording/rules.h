// The rules that every text must meet: it has its placeholders and no others, only letters that are visible and that
// the kiosk's fonts have, no leftovers of writing it ("TODO"), no avoided term, and no address or number of its own. A
// text with an error is never shown: the first language's is shown instead (content/read/words_files.cpp). Pure, but
// for HasLetter, which asks the fonts.
#pragma once
#include "content/content.h"
#include "content/keys/word_key.h"

#include <functional>
#include <map>
#include <set>

namespace kiosk::content {

// Whether a font of the kiosk has a letter; true for characters that need no glyph. Empty: letters are not checked.
using HasLetter = std::function<bool(char32_t)>;

enum class TextRole {
    words,   // of a words file: what visitors or staff read
    channel, // the same, of a channel
    source,  // a title or a publisher, which may be a host
};

struct TextToCheck {
    std::string_view words;
    Language language; // "": not known, so that the avoided terms of every language apply
    TextRole kind = TextRole::words;
    std::string_view of; // the channel's id
    // Names, separated by blanks, of an interface or staff text (word_key.h). "": only references are allowed.
    std::string_view placeholders;
    std::string_view references; // that most languages have in this text, separated by blanks
    bool may_be_blank = false;   // the separator of thousands is a blank in some languages
};

// One fault of a text: what is wrong, as a sentence about "this text", and what to do.
struct WordFault {
    std::string message, suggestion;
    bool is_reported = true;             // false: the record that it refers to is faulty, and its Problem says so
    Severity severity = Severity::error; // a text with only warnings is shown as it is
};

// What rules have found so far, by text. Judging is half of the time that reading takes: who reads one content
// many times with few changes owns one of these for all of them. Only for rules that are equal: the same reporting/
// but for words, avoided.toml and kiosk.toml, and the same letters.
using KnownFaults = std::map<std::string, std::vector<WordFault>, std::less<>>;

class WordRules {
public:
    // Borrows all. Channels, places and historic hosts must have been read. `unread`: Content::unread; `known` may be
    // null: then every text is judged anew.
    WordRules(Reporting const& reporting, std::vector<AvoidedTerm> const& avoided, HasLetter has_letter,
              UnreadKeys unread = {}, KnownFaults* known = nullptr);

    std::vector<WordFault> faults_of(TextToCheck const& text) const;

private:
    struct Term {
        Language language;
        std::vector<std::string> folded;
        AvoidedTerm const* avoided;
    };

    std::vector<WordFault> judge(TextToCheck const& text) const;
    void letters(std::u32string_view points, bool joins, std::vector<WordFault>& faults) const;
    void terms(TextToCheck const& text, std::vector<WordFault>& faults) const;
    void contacts(TextToCheck const& text, std::vector<WordFault>& faults) const;
    void placeholders(TextToCheck const& text, std::vector<WordFault>& faults) const;
    bool is_of_unread(std::string_view reference) const;

    Reporting const& reporting_;
    HasLetter has_letter_;
    UnreadKeys unread_;
    KnownFaults* known_;
    std::set<std::string> emergency_; // numbers, of three digits or more
    std::set<std::string> called_;    // short numbers, of channels too
    std::vector<Term> terms_;
};

} // namespace kiosk::content
