// What the checkers share: the pack, the options and the list of Problems, with the few phrases of complaint.
// Private to content/.
#pragma once
#include "content/check/check.h"

#include <set>

namespace kiosk::content {

struct Checking {
    Checking(Pack const& of, CheckOptions const& with) : pack(of), options(with) {}

    Pack const& pack;
    CheckOptions const& options;
    Problems problems = {};

    void error(FilePlace const& place, std::string message, std::string suggestion);
    void remark(Severity severity, FilePlace const& place, std::string message, std::string suggestion);
    void warning(FilePlace const& place, std::string message, std::string suggestion);
    // Ids of sources that do not exist, or are missing altogether. `unread`: of the record that names them.
    void sources(std::vector<std::string> const& ids, FilePlace const& place, std::string const& what,
                 Unread const& unread = {});
    // A channel that does not exist: an error. Nothing where it does, or where nobody can know.
    Channel const* channel(std::string const& id, FilePlace const& place, std::string const& what);
    void picture(std::string const& name, FilePlace const& place);
    // Of sources and channels that do not exist, when all that names them was seen.
    void tell_unknown();
    // Whether a file, by the name it has in Problems, could not be read whole.
    bool is_unread(std::string_view shown) const;
    // The words file that belongs to a place of the structure beside it.
    FilePlace words_of(FilePlace const& structure, Language const& language) const;
    // A day as YYYY-MM-DD, and none that has yet to come; false after a complaint.
    bool past_day(std::string const& day, FilePlace const& place, std::string const& key);
    // A text of more letters than its place on the screen has room for.
    void length(std::string const& text, std::size_t most, FilePlace const& place, std::string const& what);
    // A headline that is too long to be one, or holds a word that no line can hold.
    void headline(std::string const& text, FilePlace const& place);
    // Complains for each id that comes twice.
    template <typename T>
    void unique_ids(std::vector<T> const& entries, std::string const& what)
    {
        std::set<std::string> seen;
        for (auto const& entry : entries)
            if (!seen.insert(entry.id).second)
                error(entry.place, what + " '" + entry.id + "' is there twice", "give one of them another id");
    }
    // Each record has its words in each language, and each words file has words of records only (words.cpp).
    template <typename T>
    void words(std::vector<T> const& entries, std::string const& what, std::string const& structure)
    {
        std::vector<Worded> worded;
        for (auto const& entry : entries) {
            worded.push_back({entry.id, entry.place, {}});
            for (auto const& [language, words] : entry.words) worded.back().languages.insert(language);
        }
        hold_against_words(std::move(worded), what, structure);
    }

private:
    struct Unknown {
        std::string kind, id; // "source"
        std::string what;     // names it
        FilePlace place;
    };
    void note_unknown(Unknown unknown);
    std::vector<std::string> pictures() const;
    struct Worded {
        std::string id;
        FilePlace place;
        std::set<Language> languages; // that it has words in
    };
    friend class WordsCheck;
    void hold_against_words(std::vector<Worded> worded, std::string const& what, std::string const& structure);

    std::vector<Unknown> unknown_ = {};
    std::set<std::string> told_pictures_ = {};
    std::set<std::string> named_ = {};     // "source the-code"
    std::set<std::string> corrected_ = {}; // the same of an id that a record was told to have
};

// "did you mean 'x'?", or what to do where no id is near.
std::string nearest_or(std::string const& id, std::vector<std::string> const& known, std::string otherwise);

void check_display(Checking& checking, Display const& display);
void check_quiz(Checking& checking, Quiz const& quiz);
void check_reporting(Checking& checking);
// The telephone of a channel, and a number of emergency (numbers.cpp).
void check_phone(Checking& checking, Channel const& channel);
void check_emergency(Checking& checking, EmergencyNumber const& number);

} // namespace kiosk::content
