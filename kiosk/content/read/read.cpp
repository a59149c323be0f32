#include "content/read/read.h"
#include "base/nearest.h"
#include "content/keys/folded.h"
#include "content/keys/language.h"
#include "content/read/contact_fields.h"
#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

std::string ReadContext::shown(std::filesystem::path const& relative) const
{
    return (std::filesystem::path(name) / relative).string();
}

std::optional<toml::Value> ReadContext::file(std::filesystem::path const& relative)
{
    auto root = files.toml(relative, shown(relative), problems);
    if (root && root->members.empty()) {
        problems.push_back({Severity::error,
                            {shown(relative), 1, 1},
                            "nothing is in this file",
                            "put its lines back, from an earlier copy or as the file of another language has them"});
        root.reset();
    }
    if (!root) mark_incomplete(relative);
    return root;
}

void ReadContext::add_stray(std::string what, std::string const& id, std::filesystem::path const& structure,
                            Language const& language, SourceLocation const& place)
{
    constexpr std::size_t kMostToSort = 500; // more of them are no slips, and are not compared one by one
    if (content.stray_words.size() >= kMostToSort) return;
    content.stray_words.push_back({std::move(what), id, shown(structure), language, place});
}

namespace {

void read_timings(toml::Value const* table, ReadContext& reading, Timings& timings)
{
    if (!table) return;
    toml::TableReader reader(*table, "[timings]", reading.problems);
    reader.numbers(timings, kTimingNumbers);
    reader.finish();
}

void read_sources(ReadContext& reading)
{
    auto const root = reading.file("sources.toml");
    if (!root) return;
    toml::TableReader file(*root, "sources.toml", reading.problems);
    for (auto const* table : file.tables("source")) {
        toml::TableReader reader(*table, "[[source]]", reading.problems);
        Source source;
        source.place = reader.place();
        source.lines = reader.lines();
        source.id = reader.text("id");
        source.title = reader.text("title");
        source.publisher = reader.text("publisher");
        source.year = reader.text("year");
        auto const what = fmt::format("source '{}'", source.id);
        ContactFields fields(reader, what);
        source.url = fields.source("url");
        source.confidence = fields.confidence("confidence");
        reader.finish();
        source.unread = reader.unread();
        for (auto const& [key, text] : {std::pair("title", &source.title), std::pair("publisher", &source.publisher)})
            if (table->find(key)) reading.judge(*text, reader.place_of(key), what, TextRole::source);
        reading.add(reading.content.sources, std::move(source), "sources.toml");
    }
    file.finish();
    if (!file.unread().empty()) reading.mark_incomplete("sources.toml");
}

// Whether an avoided term is of use. One of an unknown language, or too short, or there twice, is reported and left
// out. `met`: the terms before it.
bool check_avoided_term(toml::TableReader& reader, AvoidedTerm const& avoided, std::set<std::string>& met)
{
    constexpr std::size_t kFewestLetters = 4;
    if (!reader.unread().empty()) return false; // told
    auto const& language = avoided.language;
    auto const term = folded_ways(avoided.term).front();
    if (language != "*" && !is_language(language)) {
        reader.complain(reader.place_of("language"),
                        fmt::format("language = \"{}\" is no code of a language", language),
                        "write its two small letters of ISO 639-1, as in fr, or \"*\" for every language");
        return false;
    }
    if (term.size() < kFewestLetters) {
        reader.complain(reader.place_of("term"),
                        fmt::format("the avoided term '{}' is too short to be told from other words", avoided.term),
                        fmt::format("write {} letters or more", kFewestLetters));
        return false;
    }
    if (!met.insert(language + ' ' + term).second) {
        reader.complain(reader.place_of("term"), fmt::format("the avoided term '{}' is there twice", avoided.term),
                        "take one of them out");
        return false;
    }
    return true;
}

// Warns of a single term in a language that the kiosk does not speak, probably a typing mistake: "ne", Nepali, for
// "nl". Several terms are for a language to come.
void diagnose_unused_languages(ReadContext& reading, std::string const& file)
{
    auto const& spoken = reading.content.languages;
    std::map<std::string, int> terms;
    for (auto const& avoided : reading.content.avoided) ++terms[avoided.language];
    for (auto const& [language, count] : terms)
        if (count == 1 && language != "*" && std::find(spoken.begin(), spoken.end(), language) == spoken.end())
            reading.problems.push_back(
                {Severity::warning,
                 {file},
                 fmt::format("one avoided term is of '{}', which this kiosk does not speak", language),
                 "write the code of its language, or \"*\" for every one"});
}

void read_avoided(ReadContext& reading)
{
    auto const root = reading.file("avoided.toml");
    if (!root) return;
    toml::TableReader file(*root, "avoided.toml", reading.problems);
    std::set<std::string> met;
    for (auto const* table : file.tables("avoid")) {
        toml::TableReader reader(*table, "[[avoid]]", reading.problems);
        AvoidedTerm avoided{reader.text("language"), reader.text("term"), reader.text("instead")};
        reader.finish();
        if (check_avoided_term(reader, avoided, met)) reading.content.avoided.push_back(std::move(avoided));
    }
    file.finish();
    diagnose_unused_languages(reading, root->place.file);
}

struct Names {
    std::vector<NamedFolder> campaigns, scenes, professionals, support, guides, quiz, display;
    UnreadKeys unread; // of these
};

// Each name with its place in the list.
std::vector<NamedFolder> locate_names(toml::Value const& root, std::string const& key,
                                      std::vector<std::string> const& names)
{
    auto const* list = root.find(key);
    std::vector<NamedFolder> placed;
    for (auto const& name : names) {
        placed.push_back({name, list ? list->place : root.place});
        if (!list) continue;
        for (auto const& item : list->items)
            if (item.text == name && item.place.line > 0) placed.back().place = item.place;
    }
    return placed;
}

std::vector<NamedFolder> named(toml::TableReader& reader, std::string_view key,
                               toml::Presence presence = toml::Presence::required)
{
    auto const name = reader.text(key, presence);
    if (name.empty()) return {};
    return {{name, reader.place_of(key)}};
}

// A list of kiosk.toml, without repetitions, which are reported.
std::vector<std::string> read_list(toml::TableReader& reader, toml::Value const& root, std::string const& key,
                                   toml::Presence presence = toml::Presence::required)
{
    auto const* list = root.find(key);
    std::vector<std::string> once;
    auto const names = reader.texts(key, presence);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(once.begin(), once.end(), names[i]) == once.end()) {
            once.push_back(names[i]);
            continue;
        }
        auto const place = list && i < list->items.size() ? list->items[i].place : reader.place_of(key);
        reader.complain(place, fmt::format("'{}' names '{}' twice", key, names[i]), "take one of them out");
    }
    return once;
}

// One name, or a list of them.
std::vector<NamedFolder> named_or_listed(toml::TableReader& reader, toml::Value const& root, std::string const& key)
{
    auto const* value = root.find(key);
    if (value && value->kind == toml::Value::Kind::array) return locate_names(root, key, read_list(reader, root, key));
    return named(reader, key);
}

void read_attract(toml::TableReader& reader, ReadContext& reading)
{
    auto& slides = reading.content.attract;
    for (auto const* table : reader.tables("attract")) {
        toml::TableReader slide(*table, "[[attract]]", reading.problems);
        AttractSlide const read{slide.text("id"), slide.text("picture"), slide.place(), slide.lines()};
        slide.finish();
        bool const twice =
            std::any_of(slides.begin(), slides.end(), [&](auto const& other) { return other.id == read.id; });
        if (twice || read.id.empty()) reading.mark_incomplete("kiosk.toml");
        if (twice)
            reader.complain(slide.place_of("id"), fmt::format("attract slide '{}' is there twice", read.id),
                            "give one of them another id");
        else if (!read.id.empty())
            slides.push_back(read);
    }
}

Names read_root(ReadContext& reading)
{
    Names names;
    auto& content = reading.content;
    auto const root = reading.file("kiosk.toml");
    if (!root) return names;
    toml::TableReader reader(*root, "kiosk.toml", reading.problems);
    content.version = reader.text("version");
    content.version_place = reader.place_of("version");
    if (reader.has("version") && content.version.empty() && !reader.unread().contains("version"))
        reader.complain(content.version_place, "'version' is empty",
                        "write which edition this is: version = \"2026.11.3\"");
    content.edition =
        reader.choice<Edition>("edition", {{"demonstration", Edition::demonstration}, {"release", Edition::release}});
    content.languages = check_languages(reading, *root, read_list(reader, *root, "languages"));
    content.languages_place = reader.place_of("languages");
    if (content.languages.empty() && !reader.unread().contains("languages") && !content.unread.contains("kiosk.toml")) {
        reader.complain(content.languages_place, "'languages' is empty",
                        "name the languages that the kiosk speaks: languages = [\"fr\", \"nl\"]");
        reading.mark_incomplete("kiosk.toml");
    }
    names.campaigns = locate_names(*root, "campaigns", read_list(reader, *root, "campaigns"));
    names.scenes = locate_names(*root, "scenes", read_list(reader, *root, "scenes", toml::Presence::optional));
    names.professionals = named(reader, "professionals");
    names.support = named(reader, "support");
    names.guides = locate_names(*root, "guides", read_list(reader, *root, "guides", toml::Presence::optional));
    names.quiz = named_or_listed(reader, *root, "quiz");
    names.display = named(reader, "display", toml::Presence::optional);
    read_timings(reader.table("timings", toml::Presence::optional), reading, content.timings);
    read_attract(reader, reading);
    read_home(reader, reading);
    reader.finish();
    names.unread = reader.unread();
    if (!names.unread.empty()) reading.mark_incomplete("kiosk.toml");
    return names;
}

// Compares the folders that kiosk.toml names with those that exist.
void check_folders(ReadContext& reading, Names& names)
{
    auto const tell = [&](char const* folder, std::vector<NamedFolder>& listed, char const* key,
                          std::string const& where) {
        if (!names.unread.contains(key)) diagnose_unlisted_folders(reading, folder, listed, where);
    };
    tell("campaigns", names.campaigns, "campaigns", "campaigns = […]");
    tell("scenes", names.scenes, "scenes", "scenes = […]");
    tell("quiz", names.quiz, "quiz", "quiz");
    tell("display", names.display, "display", "display");
    std::vector<NamedFolder> guides = names.professionals;
    guides.insert(guides.end(), names.support.begin(), names.support.end());
    guides.insert(guides.end(), names.guides.begin(), names.guides.end());
    if (names.unread.contains("support") || names.unread.contains("guides")) return;
    tell("guides", guides, "professionals", "professionals, support or guides = […]");
    auto const gone = [&](NamedFolder const& named) {
        return std::none_of(guides.begin(), guides.end(),
                            [&](NamedFolder const& one) { return one.name == named.name; });
    };
    std::erase_if(names.professionals, gone);
    std::erase_if(names.support, gone);
    std::erase_if(names.guides, gone);
}

void read_all(ReadContext& reading, Names& names)
{
    auto& content = reading.content;
    read_avoided(reading);
    read_channels(reading, content.reporting);
    reading.rules = std::make_unique<WordRules>(content.reporting, content.avoided, reading.options.has_letter,
                                                content.unread, reading.options.known);
    read_sources(reading);
    read_interface(reading);
    read_staff(reading);
    check_folders(reading, names);
    auto const series = [&](char const* folder, NamedFolder const& named, Series& into) {
        read_series(reading, std::filesystem::path(folder) / named.name, into);
    };
    for (auto const& named : names.campaigns) series("campaigns", named, content.campaigns.emplace_back());
    for (auto const& named : names.professionals) series("guides", named, content.professionals);
    for (auto const& named : names.support) series("guides", named, content.support);
    for (auto const& named : names.guides) series("guides", named, content.guides.emplace_back());
    for (auto const& named : names.quiz)
        read_quiz(reading, std::filesystem::path("quiz") / named.name, content.quizzes.emplace_back());
    for (auto const& named : names.scenes)
        read_scenes(reading, std::filesystem::path("scenes") / named.name, content.scenes.emplace_back());
    read_reporting_words(reading, content.reporting);
    for (auto const& named : names.display)
        read_display(reading, std::filesystem::path("display") / named.name, content.display);
    diagnose_missing_words(reading);
    diagnose_unlisted_words(reading);
    compare_texts(reading);
}

} // namespace

ReadContent read_content(ContentFiles const& files, std::string const& name, ReadOptions const& options)
{
    ReadContent read;
    ReadContext reading{files, name, options, read.content};
    auto names = read_root(reading);
    // Without a language no words can be checked; a Problem says why there is none.
    if (!read.content.languages.empty()) read_all(reading, names);
    read.problems = std::move(reading.problems);
    read.texts = std::move(reading.texts);
    return read;
}

ReadContent read_content(std::filesystem::path const& folder, ReadOptions const& options)
{
    if (auto fault = content_folder_problem(folder)) {
        ReadContent read;
        read.problems.push_back(std::move(*fault));
        read.content.unread.insert("kiosk.toml");
        return read;
    }
    auto const root = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return read_content(ContentFolder(folder), root.string(), options);
}

} // namespace kiosk::content
