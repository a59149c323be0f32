#include "content/read.h"
#include "base/files.h"
#include "base/nearest.h"
#include "content/reading.h"

#include <fmt/format.h>

namespace kiosk::content {

std::string Reading::shown(std::filesystem::path const& relative) const
{
    auto const root = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return (root / relative).string();
}

std::optional<TomlValue> Reading::file(std::filesystem::path const& relative)
{
    auto bytes = read_file(folder / relative);
    if (!bytes) {
        problems.push_back({Severity::error, {shown(relative)}, bytes.error().message, bytes.error().advice});
        return std::nullopt;
    }
    return parse_toml(bytes.value(), shown(relative), problems);
}

Review read_review(TableReader& reader)
{
    Review review;
    review.reviewed = reader.word("status", {"draft", "reviewed"}) == "reviewed";
    review.by = reader.text("reviewed_by");
    review.on = reader.text("reviewed_on");
    if (review.reviewed && (review.by.empty() || review.on.empty()))
        reader.complain(reader.place_of("status"), "is called reviewed, but not by whom or on what day",
                        "fill reviewed_by and reviewed_on, or set status = \"draft\"");
    return review;
}

namespace {

void read_timings(TomlValue const* table, Reading& reading, Timings& timings)
{
    if (!table) return;
    TableReader reader(*table, "[timings]", reading.problems);
    reader.numbers(timings, kTimingNumbers);
    reader.finish();
}

void read_sources(Reading& reading, Pack& pack)
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
        pack.sources.push_back(std::move(source));
    }
    file.finish();
}

void read_avoided(Reading& reading, Pack& pack)
{
    auto const root = reading.file("avoided.toml");
    if (!root) return;
    TableReader file(*root, "avoided.toml", reading.problems);
    for (auto const* table : file.tables("avoid")) {
        TableReader reader(*table, "[[avoid]]", reading.problems);
        pack.avoided.push_back({reader.text("language"), reader.text("term"), reader.text("instead")});
        reader.finish();
    }
    file.finish();
}

// Nested tables become dotted keys: [quiz] next -> "quiz.next".
void flatten(TomlValue const& table, std::string const& prefix, Reading& reading,
             std::map<std::string, std::string>& words)
{
    for (auto const& [name, value] : table.members) {
        if (value.kind == TomlValue::Kind::text)
            words[prefix + name] = value.text;
        else if (value.kind == TomlValue::Kind::table)
            flatten(value, prefix + name + ".", reading, words);
        else
            reading.problems.push_back({Severity::error, value.place,
                                        fmt::format("'{}{}' must be a text", prefix, name), "put it in double quotes"});
    }
}

void read_interface(Reading& reading, Pack& pack)
{
    for (auto const& language : reading.languages) {
        auto const root = reading.file(std::filesystem::path("interface") / (language + ".toml"));
        if (!root) continue;
        TableReader reader(*root, "the interface", reading.problems);
        pack.interface_reviews[language] = read_review(reader);
        pack.interface_places[language] = root->place;
        flatten(*root, "", reading, pack.interface[language]);
    }
}

// Words of the staff: a folder of its own, so that an edition without staff's pages needs none of them.
void read_staff(Reading& reading, Pack& pack)
{
    struct Part {
        char const *folder, *prefix;
    };
    // The kiosk itself is one more subject of the same pages.
    constexpr Part kParts[] = {{"screen", "screen."}, {"machine", "screen."}, {"figures", "figures."}};
    for (auto const& part : kParts) {
        auto const folder = std::filesystem::path("staff") / part.folder;
        if (list_folder(reading.folder / folder).empty()) continue;
        for (auto const& language : reading.languages) {
            auto const root = reading.file(folder / (language + ".toml"));
            if (!root) continue;
            TableReader reader(*root, "staff's words", reading.problems);
            pack.staff_reviews.push_back(read_review(reader));
            pack.staff_places[language] = root->place;
            flatten(*root, part.prefix, reading, pack.staff[language]);
        }
    }
}

struct Names {
    std::vector<std::string> campaigns;
    std::string professionals, support, quiz, display;
};

Names read_root(Reading& reading, Pack& pack)
{
    Names names;
    auto const root = reading.file("kiosk.toml");
    if (!root) return names;
    TableReader reader(*root, "kiosk.toml", reading.problems);
    pack.version = reader.text("version");
    pack.edition =
        reader.word("edition", {"demonstration", "release"}) == "release" ? Edition::release : Edition::demonstration;
    pack.languages = reader.texts("languages");
    names.campaigns = reader.texts("campaigns");
    names.professionals = reader.text("professionals");
    names.support = reader.text("support");
    names.quiz = reader.text("quiz");
    names.display = reader.text("display", Presence::optional);
    read_timings(reader.table("timings", Presence::optional), reading, pack.timings);
    for (auto const* table : reader.tables("attract")) {
        TableReader slide(*table, "[[attract]]", reading.problems);
        pack.attract.push_back({slide.text("id"), slide.text("picture"), slide.place()});
        slide.finish();
    }
    reader.finish();
    return names;
}

} // namespace

ReadPack read_pack(std::filesystem::path const& folder)
{
    Reading reading{folder, {}, {}};
    Pack pack;
    auto const names = read_root(reading, pack);
    reading.languages = pack.languages;
    if (!names.quiz.empty() || !pack.languages.empty()) {
        read_sources(reading, pack);
        read_avoided(reading, pack);
        read_interface(reading, pack);
        read_staff(reading, pack);
        for (auto const& name : names.campaigns)
            read_series(reading, std::filesystem::path("campaigns") / name, pack.campaigns.emplace_back());
        if (!names.professionals.empty())
            read_series(reading, std::filesystem::path("guides") / names.professionals, pack.professionals);
        if (!names.support.empty()) read_series(reading, std::filesystem::path("guides") / names.support, pack.support);
        if (!names.quiz.empty()) read_quiz(reading, std::filesystem::path("quiz") / names.quiz, pack.quiz);
        read_reporting(reading, pack.reporting);
        if (!names.display.empty())
            read_display(reading, std::filesystem::path("display") / names.display, pack.display);
    }
    return {std::move(pack), std::move(reading.problems)};
}

} // namespace kiosk::content
