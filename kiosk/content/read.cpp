#include "content/read.h"
#include "base/nearest.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

std::string Reading::shown(std::filesystem::path const& relative) const
{
    return (std::filesystem::path(name) / relative).string();
}

std::optional<TomlValue> Reading::file(std::filesystem::path const& relative)
{
    return files.toml(relative, shown(relative), problems);
}

namespace {

void read_timings(TomlValue const* table, Reading& reading, Timings& timings)
{
    if (!table) return;
    TableReader reader(*table, "[timings]", reading.problems);
    reader.numbers(timings, kTimingNumbers);
    reader.finish();
}

void read_sources(Reading& reading)
{
    auto const root = reading.file("sources.toml");
    if (!root) return;
    TableReader file(*root, "sources.toml", reading.problems);
    for (auto const* table : file.tables("source")) {
        TableReader reader(*table, "[[source]]", reading.problems);
        Source source;
        source.place = reader.place();
        source.id = reader.text("id");
        source.title = reader.text("title");
        source.publisher = reader.text("publisher");
        source.year = reader.text("year");
        source.url = reader.text("url");
        source.confidence = reader.text("confidence");
        reader.finish();
        auto const what = fmt::format("source '{}'", source.id);
        for (auto const& [key, text] : {std::pair("title", &source.title), std::pair("publisher", &source.publisher)})
            if (table->find(key)) reading.judge(*text, reader.place_of(key), what, TextOf::source);
        reading.pack.sources.push_back(std::move(source));
    }
    file.finish();
}

void read_avoided(Reading& reading)
{
    auto const root = reading.file("avoided.toml");
    if (!root) return;
    TableReader file(*root, "avoided.toml", reading.problems);
    for (auto const* table : file.tables("avoid")) {
        TableReader reader(*table, "[[avoid]]", reading.problems);
        reading.pack.avoided.push_back({reader.text("language"), reader.text("term"), reader.text("instead")});
        reader.finish();
    }
    file.finish();
}

struct Names {
    std::vector<std::string> campaigns;
    std::string professionals, support, quiz, display;
};

// A list of kiosk.toml without what it names twice, which is said.
std::vector<std::string> read_list(TableReader& reader, TomlValue const& root, std::string const& key)
{
    auto const* list = root.find(key);
    std::vector<std::string> once;
    auto const names = reader.texts(key);
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

void read_attract(TableReader& reader, Reading& reading)
{
    auto& slides = reading.pack.attract;
    for (auto const* table : reader.tables("attract")) {
        TableReader slide(*table, "[[attract]]", reading.problems);
        AttractSlide const read{slide.text("id"), slide.text("picture"), slide.place()};
        slide.finish();
        if (std::any_of(slides.begin(), slides.end(), [&](auto const& other) { return other.id == read.id; }))
            reader.complain(slide.place_of("id"), fmt::format("attract slide '{}' is there twice", read.id),
                            "give one of them another id");
        else
            slides.push_back(read);
    }
}

Names read_root(Reading& reading)
{
    Names names;
    auto& pack = reading.pack;
    auto const root = reading.file("kiosk.toml");
    if (!root) return names;
    TableReader reader(*root, "kiosk.toml", reading.problems);
    pack.version = reader.text("version");
    pack.version_place = reader.place_of("version");
    pack.edition =
        reader.word("edition", {"demonstration", "release"}) == "release" ? Edition::release : Edition::demonstration;
    pack.languages = read_list(reader, *root, "languages");
    check_languages(reading, *root, pack.languages);
    names.campaigns = read_list(reader, *root, "campaigns");
    names.professionals = reader.text("professionals");
    names.support = reader.text("support");
    names.quiz = reader.text("quiz");
    names.display = reader.text("display", Presence::optional);
    read_timings(reader.table("timings", Presence::optional), reading, pack.timings);
    read_attract(reader, reading);
    reader.finish();
    return names;
}

void read_all(Reading& reading, Names const& names)
{
    auto& pack = reading.pack;
    read_avoided(reading);
    read_channels(reading, pack.reporting);
    reading.rules = std::make_unique<WordRules>(pack.reporting, pack.avoided, reading.options.has_letter);
    read_sources(reading);
    read_interface(reading);
    read_staff(reading);
    auto const series = [&](char const* folder, std::string const& name, Series& into) {
        if (!name.empty()) read_series(reading, std::filesystem::path(folder) / name, into);
    };
    for (auto const& name : names.campaigns) series("campaigns", name, pack.campaigns.emplace_back());
    series("guides", names.professionals, pack.professionals);
    series("guides", names.support, pack.support);
    if (!names.quiz.empty()) read_quiz(reading, std::filesystem::path("quiz") / names.quiz, pack.quiz);
    read_reporting_words(reading, pack.reporting);
    if (!names.display.empty()) read_display(reading, std::filesystem::path("display") / names.display, pack.display);
    tell_unlisted(reading, "campaigns", names.campaigns, "campaigns = […]");
    tell_unlisted(reading, "guides", {names.professionals, names.support}, "professionals or support");
    tell_unlisted(reading, "quiz", {names.quiz}, "quiz");
    tell_unlisted(reading, "display", {names.display}, "display");
}

} // namespace

ReadPack read_pack(ContentFiles const& files, std::string const& name, ReadOptions const& options)
{
    ReadPack read;
    Reading reading{files, name, options, read.pack};
    auto const names = read_root(reading);
    if (!names.quiz.empty() || !read.pack.languages.empty()) read_all(reading, names);
    read.problems = std::move(reading.problems);
    read.texts = std::move(reading.texts);
    return read;
}

ReadPack read_pack(std::filesystem::path const& folder, ReadOptions const& options)
{
    auto const root = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return read_pack(ContentFolder(folder), root.string(), options);
}

} // namespace kiosk::content
