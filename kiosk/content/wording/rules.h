// What a text must be before anybody reads it: with its values and no others, with letters that are seen and that the
// kiosk's fonts have, without leftovers of writing it, and without an avoided term, an address or a number of its own.
// A text with a fault is never shown: that of the first language stands in (words_files.h). Pure, but for the fonts,
// which are asked by a function.
#pragma once
#include "content/keys/word_key.h"
#include "content/pack.h"

#include <functional>
#include <set>

namespace kiosk::content {

// Whether a font of the kiosk has it; true for what no font needs to have. Empty: nobody asks.
using HasLetter = std::function<bool(char32_t)>;

enum class TextOf {
    words,   // of a words file: what visitors or staff read
    channel, // the same, of a channel
    source,  // a title or a publisher, which may be a host
};

struct TextToJudge {
    std::string_view words;
    Language language; // "" where nobody knows: terms of every language are avoided
    TextOf kind = TextOf::words;
    std::string_view of; // the channel's id
    // Of an interface's or staff's text: the values it is given. Nothing: it may have references only.
    std::string_view placeholders;
    std::string_view references; // that it has in other languages
    bool may_be_blank = false;   // a sign between digits
};

// Each fault once: what is wrong, as a sentence about "this text", and what to do.
struct WordFault {
    std::string message, suggestion;
    bool told = true;                    // false: a fault of what the text refers to, which was told where that stands
    Severity severity = Severity::error; // of a warning's text nothing stands in
};

class WordRules {
public:
    // Borrows both. Channels, places and historic hosts are read already.
    // `unread`: of the pack.
    WordRules(Reporting const& reporting, std::vector<AvoidedTerm> const& avoided, HasLetter has_letter,
              Unread unread = {});

    std::vector<WordFault> faults_of(TextToJudge const& text) const;

private:
    struct Term {
        Language language;
        std::vector<std::string> folded;
        AvoidedTerm const* avoided;
    };

    void letters(std::u32string_view points, bool joins, std::vector<WordFault>& faults) const;
    void terms(TextToJudge const& text, std::vector<WordFault>& faults) const;
    void contacts(TextToJudge const& text, std::vector<WordFault>& faults) const;
    void placeholders(TextToJudge const& text, std::vector<WordFault>& faults) const;
    bool is_of_unread(std::string_view reference) const;

    Reporting const& reporting_;
    HasLetter has_letter_;
    Unread unread_;
    std::set<std::string> emergency_; // numbers, of three digits or more
    std::set<std::string> called_;    // short numbers, of channels too
    std::vector<Term> terms_;
};

} // namespace kiosk::content
