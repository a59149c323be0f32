// What the readers of the content room share: the files they read, where Problems go, and the words files of a folder,
// whose faulty texts are replaced before anybody reads them. Private to content/.
#pragma once
#include "content/read.h"

#include <memory>

namespace kiosk::content {

// The trees of a folder's words files, by language, without what an editor alone reads (status and so on).
using WordsTrees = PerLanguage<TomlValue>;

struct WordsOf {
    std::string prefix = {}; // of its keys in the tables of keys: "screen"
    Readers readers = Readers::visitors;
    // Of texts that screens ask for by key: each is held against the tables, and a faulty one is taken out rather than
    // replaced, since the Pack looks for another language's itself.
    bool by_key = false;
};

struct Reading {
    ContentFiles const& files;
    std::string name; // of the folder, in Problems
    ReadOptions const& options;
    Pack& pack;
    Problems problems = {};
    std::vector<Text> texts = {};
    std::unique_ptr<WordRules> rules = {}; // made when channels and avoided terms are read

    // The parsed file, or nothing and a Problem. `relative` is below the folder.
    std::optional<TomlValue> file(std::filesystem::path const& relative);
    std::string shown(std::filesystem::path const& relative) const;
    // <folder>/<language>.toml of every language that has one: judged, mended, and noted in texts and words_files.
    WordsTrees words(std::filesystem::path const& folder, WordsOf const& of = {});
    // A text that is the same in every language.
    void judge(std::string const& text, FilePlace const& place, std::string const& what, TextOf kind);
};

// Who is who (identity.cpp): languages are some, a folder is called as what is in it, and what nothing names is told.
void check_languages(Reading& reading, TomlValue const& root, std::vector<Language> const& languages);
void check_id(Reading& reading, TableReader const& reader, std::string const& id, std::filesystem::path const& folder);
void tell_unlisted(Reading& reading, std::string const& folder, std::vector<std::string> const& listed,
                   std::string const& where);
void tell_unlisted_words(Reading& reading, std::filesystem::path const& folder);

void read_series(Reading& reading, std::filesystem::path const& relative, Series& series);
void read_quiz(Reading& reading, std::filesystem::path const& relative, Quiz& quiz);
void read_display(Reading& reading, std::filesystem::path const& relative, Display& display);
void read_channels(Reading& reading, Reporting& reporting);
void read_reporting_words(Reading& reading, Reporting& reporting);
// The interface's words and the staff's; whether each key of the tables, and of what the content makes, is there.
void read_interface(Reading& reading);
void read_staff(Reading& reading);

} // namespace kiosk::content
