// What the readers of the content room share: the files they read, where Problems go, and the words files of a folder,
// whose faulty texts are replaced before anybody reads them. Private to content/.
#pragma once
#include "content/read/read.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace kiosk::content {

// The trees of a folder's words files, by language, without what an editor alone reads (status and so on).
using WordsTrees = PerLanguage<toml::Value>;

struct WordsOf {
    std::string prefix = {}; // of its keys in the tables of keys: "screen"
    Readers readers = Readers::visitors;
    // Of texts that screens ask for by key: each is held against the tables, and a faulty one is taken out rather than
    // replaced, since the Pack looks for another language's itself.
    bool by_key = false;
    // A section at the top that holds no words, and is judged by who reads it.
    std::string apart = {};
};

struct Reading {
    ContentFiles const& files;
    std::string name; // of the folder, in Problems
    ReadOptions const& options;
    Pack& pack;
    Problems problems = {};
    std::vector<Text> texts = {};
    std::unique_ptr<WordRules> rules = {}; // made when channels and avoided terms are read
    // Words files that are not there, and those of languages that are not offered, by language.
    PerLanguage<std::vector<std::filesystem::path>> missing_words = {}, unlisted_words = {};
    // Of each words file, as shown, the keys whose value is no text, which was told.
    std::map<std::string, std::map<std::string, FilePlace>> refused_words = {};

    // The parsed file, or nothing, a Problem, and its name in the pack's `unread`. `relative` is below the folder.
    std::optional<toml::Value> file(std::filesystem::path const& relative);
    // Notes that not all records of a file could be told apart, so that nobody complains of what they would be.
    void doubt(std::filesystem::path const& relative) { pack.unread.insert(relative.generic_string()); }
    // Puts a record among the others; one without an id, or with another's, is none, and its file is in doubt.
    template <typename T>
    void add(std::vector<T>& records, T record, std::filesystem::path const& relative)
    {
        bool twice = false;
        for (auto const& other : records) twice = twice || other.id == record.id;
        if (twice || record.id.empty()) doubt(relative);
        if (!record.id.empty()) records.push_back(std::move(record));
    }
    // Words of an id that the structure does not have.
    void stray(std::string what, std::string const& id, std::filesystem::path const& structure,
               Language const& language, FilePlace const& place);
    std::string shown(std::filesystem::path const& relative) const;
    // <folder>/<language>.toml of every language that has one: judged, mended, and noted in texts and words_files.
    WordsTrees words(std::filesystem::path const& folder, WordsOf const& of = {});
    // A text that is the same in every language.
    void judge(std::string const& text, FilePlace const& place, std::string const& what, TextOf kind);
};

// What kiosk.toml names in a list or alone: folders, each with its place.
struct NamedFolder {
    std::string name;
    FilePlace place;
};

// Who is who (identity.cpp): languages are some, a folder is called as what is in it, and what nothing names is told.
// The languages that are some, in small letters.
std::vector<Language> check_languages(Reading& reading, toml::Value const& root,
                                      std::vector<Language> const& languages);
void check_id(Reading& reading, toml::TableReader const& reader, std::string const& id,
              std::filesystem::path const& folder);
// Takes those out that are not there.
void tell_unlisted(Reading& reading, std::string const& folder, std::vector<NamedFolder>& listed,
                   std::string const& where);
// What a words file may be called that is not there, "" where nothing is like it: "fr.toml.txt".
std::string like_it(std::vector<std::string> const& names, std::string const& wanted);
void tell_missing_words(Reading& reading);
// Texts of one key in all languages (compare_texts.cpp).
void compare_texts(Reading& reading);
void note_unlisted_words(Reading& reading, std::filesystem::path const& folder);
void tell_unlisted_words(Reading& reading);

// What sections of a words file belong to: the slides of display.toml.
struct WordsOfRecords {
    std::string what; // "slide"
    std::filesystem::path structure;
    Language const& language;
};

// Each section of a words file to its record, by `read(record, section)`; what is of no record is a stray. The file is
// in doubt where a section's line was lost, which is said.
template <typename T, typename Read>
void read_records(Reading& reading, toml::TableReader& file, std::vector<T>& records, WordsOfRecords const& of,
                  Read read)
{
    std::vector<std::string> ids;
    for (auto const& record : records) ids.push_back(record.id);
    for (auto const& [id, section] : file.remaining_tables(ids)) {
        auto const found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end())
            reading.stray(of.what, id, of.structure, of.language, section->place);
        else
            read(records[static_cast<std::size_t>(found - ids.begin())], *section);
    }
    file.finish();
    for (auto const& id : ids)
        if (file.unread().contains(id)) reading.doubt(of.structure.parent_path() / (of.language + ".toml"));
}

void read_series(Reading& reading, std::filesystem::path const& relative, Series& series);
void read_quiz(Reading& reading, std::filesystem::path const& relative, Quiz& quiz);
void read_display(Reading& reading, std::filesystem::path const& relative, Display& display);
void read_channels(Reading& reading, Reporting& reporting);
// Takes [format] out of the workbook's words in a language (formats.cpp).
void read_formats(Reading& reading, Language const& language, std::filesystem::path const& file, toml::Value& words);
void read_reporting_words(Reading& reading, Reporting& reporting);
// Keys of words that something asks for.
using Keys = std::set<std::string, std::less<>>;
// Whether each of them is in each words file of the folder, and nothing else (compare_keys.cpp).
void compare_keys(Reading& reading, std::string const& folder, Keys const& wanted);
// The interface's words and the staff's; whether each key of the tables, and of what the content makes, is there.
void read_interface(Reading& reading);
void read_staff(Reading& reading);

} // namespace kiosk::content
