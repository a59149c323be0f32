// What the readers of the parts of the content share: the files, where Problems go, and words files, whose faulty texts
// are replaced before a reader sees them. Private to content/read.
#pragma once
#include "content/read/read.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace kiosk::content {

// The parsed words files of a folder, by language, without the keys of the review (status, reviewed_by, …).
using WordsTrees = PerLanguage<toml::Value>;

struct WordsFileOptions {
    std::string prefix = {}; // of its keys in the tables (content/keys/): "screen"
    Audience readers = Audience::visitors;
    // Whether screens ask for these texts by key. Then placeholders are checked by the tables, and a faulty text that
    // no language can replace is removed: Content::words() falls back by itself.
    bool by_key = false;
    // A top-level section that holds no words, and is checked by its own reader.
    std::string apart = {};
};

struct ReadContext {
    ContentFiles const& files;
    std::string name; // of the folder, in Problems
    ReadOptions const& options;
    Content& content;
    Problems problems = {};
    std::vector<Text> texts = {};
    std::unique_ptr<WordRules> rules = {}; // made when channels and avoided terms are read
    // Words files that are not there, and those of languages that are not offered, by language.
    PerLanguage<std::vector<std::filesystem::path>> missing_words = {}, unlisted_words = {};
    // By words file, as shown, the keys whose value is no text, which is reported.
    std::map<std::string, std::map<std::string, SourceLocation>> refused_words = {};

    // The parsed file; or nothing, a Problem, and an entry in Content::unread. `relative` is below the folder.
    std::optional<toml::Value> file(std::filesystem::path const& relative);
    // Adds a file to Content::unread: some of its records may be missing, so that no check reports these.
    void mark_incomplete(std::filesystem::path const& relative) { content.unread.insert(relative.generic_string()); }
    // Adds a record, unless it has no id. Without an id, or with one that is taken, doubt()s its file.
    template <typename T>
    void add(std::vector<T>& records, T record, std::filesystem::path const& relative)
    {
        bool twice = false;
        for (auto const& other : records) twice = twice || other.id == record.id;
        if (twice || record.id.empty()) mark_incomplete(relative);
        if (!record.id.empty()) records.push_back(std::move(record));
    }
    // Notes words of an id that the structure file does not have, for the check.
    void add_stray(std::string what, std::string const& id, std::filesystem::path const& structure,
                   Language const& language, SourceLocation const& place);
    std::string shown(std::filesystem::path const& relative) const;
    // Reads <folder>/<language>.toml of every language: its texts are checked, replaced where faulty, and added to
    // `texts` and Content::words_files.
    WordsTrees words(std::filesystem::path const& folder, WordsFileOptions const& of = {});
    // Checks a text that is the same in every language.
    void judge(std::string const& text, SourceLocation const& place, std::string const& what, TextRole kind);
};

// A folder that kiosk.toml names, and where.
struct NamedFolder {
    std::string name;
    SourceLocation place;
};

// content_folder.cpp. The languages of kiosk.toml that are valid codes, in lower case; others are reported.
std::vector<Language> check_languages(ReadContext& reading, toml::Value const& root,
                                      std::vector<Language> const& languages);
void check_id(ReadContext& reading, toml::TableReader const& reader, std::string const& id,
              std::filesystem::path const& folder);
// Reports folders that kiosk.toml does not name, and named ones that are missing; these are removed from `listed`.
void diagnose_unlisted_folders(ReadContext& reading, std::string const& folder, std::vector<NamedFolder>& listed,
                               std::string const& where);
// Among the names of a folder, one that is probably the wanted file, misnamed: "fr.toml.txt". "" where there is none.
std::string similar_name(std::vector<std::string> const& names, std::string const& wanted);
void diagnose_missing_words(ReadContext& reading);
// Compares the texts of each key in all languages (compare_texts.cpp).
void compare_texts(ReadContext& reading);
void record_unlisted_words(ReadContext& reading, std::filesystem::path const& folder);
void diagnose_unlisted_words(ReadContext& reading);

// For read_records(): what the sections of a words file belong to, as the slides of display.toml.
struct RecordWordsOptions {
    std::string what; // "slide"
    std::filesystem::path structure;
    Language const& language;
};

// Calls `read(record, section)` for each section of a words file; a section of no record is a stray. Where the heading
// of a section is missing, that is reported and the file is in doubt.
template <typename T, typename Read>
void read_records(ReadContext& reading, toml::TableReader& file, std::vector<T>& records, RecordWordsOptions const& of,
                  Read read)
{
    std::vector<std::string> ids;
    for (auto const& record : records) ids.push_back(record.id);
    for (auto const& [id, section] : file.remaining_tables(ids)) {
        auto const found = std::find(ids.begin(), ids.end(), id);
        if (found == ids.end())
            reading.add_stray(of.what, id, of.structure, of.language, section->place);
        else
            read(records[static_cast<std::size_t>(found - ids.begin())], *section);
    }
    file.finish();
    for (auto const& id : ids)
        if (file.unread().contains(id)) reading.mark_incomplete(of.structure.parent_path() / (of.language + ".toml"));
}

void read_series(ReadContext& reading, std::filesystem::path const& relative, Series& series);
void read_quiz(ReadContext& reading, std::filesystem::path const& relative, Quiz& quiz);
void read_scenes(ReadContext& reading, std::filesystem::path const& relative, SceneSet& set);
// The cards of the first screen, out of kiosk.toml.
void read_home(toml::TableReader& root, ReadContext& reading);
void read_display(ReadContext& reading, std::filesystem::path const& relative, Display& display);
void read_channels(ReadContext& reading, Reporting& reporting);
// Reads [format] of the workbook's words in a language, and removes it from them (formats.cpp).
void read_formats(ReadContext& reading, Language const& language, std::filesystem::path const& file,
                  toml::Value& words);
void read_reporting_words(ReadContext& reading, Reporting& reporting);
// Keys of texts that the program asks for.
using Keys = std::set<std::string, std::less<>>;
// Reports wanted keys that a words file of the folder lacks, and keys that nothing asks for (compare_keys.cpp).
void compare_keys(ReadContext& reading, std::string const& folder, Keys const& wanted);
// Read the texts of the interface and of staff, and compare their keys with the tables (interface.cpp).
void read_interface(ReadContext& reading);
void read_staff(ReadContext& reading);

} // namespace kiosk::content
