// What the checks share: the content, the options, the list of Problems, and rules that more than one of them needs.
// Private to content/check.
#pragma once
#include "content/check/check.h"

#include <set>

namespace kiosk::content {

struct CheckContext {
    CheckContext(Content const& of, CheckOptions const& with) : content(of), options(with) {}

    Content const& content;
    CheckOptions const& options;
    Problems problems = {};

    void error(SourceLocation const& place, std::string message, std::string suggestion);
    void remark(Severity severity, SourceLocation const& place, std::string message, std::string suggestion);
    void warning(SourceLocation const& place, std::string message, std::string suggestion);
    // Reports a list of sources that is empty, and ids that no source has. `unread`: of the record that names them.
    void sources(std::vector<std::string> const& ids, SourceLocation const& place, std::string const& what,
                 UnreadKeys const& unread = {});
    // The channel of an id; null, and an error, where there is none. No error where channels.toml could not be read.
    Channel const* channel(std::string const& id, SourceLocation const& place, std::string const& what);
    void picture(std::string const& name, SourceLocation const& place);
    // Reports the unknown ids that sources() and channel() have collected. To be called last.
    void diagnose_unknown_ids();
    // Whether a file, by its name in Problems, could not be read completely.
    bool is_unread(std::string_view shown) const;
    // The words file beside a structure file.
    SourceLocation words_of(SourceLocation const& structure, Language const& language) const;
    // Whether a day is one, as YYYY-MM-DD, and not in the future; else reports it.
    bool past_day(std::string const& day, SourceLocation const& place, std::string const& key);
    // Warns of a text with more letters than its box has room for.
    void length(std::string const& text, std::size_t most, SourceLocation const& place, std::string const& what);
    // Warns of a headline that is too long.
    void headline(std::string const& text, SourceLocation const& place);
    // Reports each id that comes twice.
    template <typename T>
    void unique_ids(std::vector<T> const& entries, std::string const& what)
    {
        std::set<std::string> seen;
        for (auto const& entry : entries)
            if (!seen.insert(entry.id).second)
                error(entry.place, what + " '" + entry.id + "' is there twice", "give one of them another id");
    }
    // Reports records without words in a language, and words of no record (words.cpp).
    template <typename T>
    void words(std::vector<T> const& entries, std::string const& what, std::string const& structure)
    {
        std::vector<RecordLanguages> worded;
        for (auto const& entry : entries) {
            worded.push_back({entry.id, entry.place, {}});
            for (auto const& [language, words] : entry.words) worded.back().languages.insert(language);
        }
        compare_with_words(std::move(worded), what, structure);
    }

private:
    struct Unknown {
        std::string kind, id; // "source"
        std::string what;     // names it
        SourceLocation place;
    };
    void note_unknown(Unknown unknown);
    std::vector<std::string> pictures() const;
    struct RecordLanguages {
        std::string id;
        SourceLocation place;
        std::set<Language> languages; // that it has words in
    };
    friend class WordsCheck;
    void compare_with_words(std::vector<RecordLanguages> worded, std::string const& what, std::string const& structure);

    std::vector<Unknown> unknown_ = {};
    std::set<std::string> reported_pictures_ = {};
    std::set<std::string> mentioned_ = {}; // "source the-code"
    std::set<std::string> corrected_ = {}; // ids, as above, that an advice has told a record to have
};

// "did you mean 'x'?", or `otherwise` where no known id is similar.
std::string nearest_or(std::string const& id, std::vector<std::string> const& known, std::string otherwise);

void check_display(CheckContext& checking, Display const& display);
void check_scenes(CheckContext& checking, SceneSet const& set);
void check_home(CheckContext& checking);
void check_alternatives(CheckContext& checking);
void check_quiz(CheckContext& checking, Quiz const& quiz);
void check_reporting(CheckContext& checking);
// numbers.cpp.
void check_phone(CheckContext& checking, Channel const& channel);
void check_emergency(CheckContext& checking, EmergencyNumber const& number);

} // namespace kiosk::content
