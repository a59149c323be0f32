#include "base/nearest.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

constexpr char const* kTelephoneAdvice =
    "digits, with one space between groups of them, and a '+' before where it has one";

Anonymity anonymity_named(std::string const& name)
{
    if (name == "yes") return Anonymity::yes;
    if (name == "no") return Anonymity::no;
    if (name == "confidential") return Anonymity::confidential;
    if (name == "depends") return Anonymity::depends;
    return Anonymity::unknown;
}

// What is no address is not there, so that nothing can lead to it.
PerLanguage<Address> read_addresses(TableReader& reader, std::string const& channel)
{
    PerLanguage<Address> addresses;
    auto const* table = reader.table("url");
    if (!table) return addresses;
    for (auto const& [language, value] : table->members) {
        auto const address = Address::read(value.text);
        if (address)
            addresses.emplace(language, address.value());
        else
            reader.complain(value.place, fmt::format("channel '{}': {}", channel, address.error().message),
                            address.error().advice);
    }
    return addresses;
}

// The same of a number: "" where it is none.
std::string read_telephone(TableReader& reader, std::string const& channel)
{
    auto number = reader.text("phone");
    if (number.empty() || is_telephone(number)) return number;
    reader.complain(reader.place_of("phone"), fmt::format("channel '{}': '{}' is no telephone number", channel, number),
                    kTelephoneAdvice);
    return {};
}

Channel read_channel(TomlValue const& table, Reading& reading)
{
    TableReader reader(table, "[[channel]]", reading.problems);
    Channel channel;
    channel.place = reader.place();
    channel.id = reader.text("id");
    channel.countries = reader.texts("countries");
    channel.scope = reader.texts("scope");
    channel.runs_it = reader.text("runs_it");
    channel.receives_it = reader.text("receives_it");
    channel.anonymous = anonymity_named(reader.word("anonymous", {"unknown", "yes", "no", "confidential", "depends"}));
    channel.languages = reader.texts("languages");
    channel.url = read_addresses(reader, channel.id);
    channel.phone = read_telephone(reader, channel.id);
    channel.phone_free = reader.word("phone_free", {"unknown", "yes", "no"});
    channel.hours = reader.text("hours");
    channel.works_from = reader.word("works_from", {"anywhere", "country"});
    channel.source = reader.text("source");
    channel.confidence = reader.text("confidence");
    channel.verified_on = reader.text("verified_on");
    channel.verified_by = reader.text("verified_by");
    reader.finish();
    return channel;
}

Place read_place(TomlValue const& table, Reading& reading)
{
    TableReader reader(table, "[[place]]", reading.problems);
    Place place;
    place.place = reader.place();
    place.id = reader.text("id");
    place.kind = reader.word("kind", {"country", "at-sea", "in-the-air", "online", "elsewhere", "unknown"});
    for (auto& number : reader.texts("emergency"))
        if (is_telephone(number))
            place.emergency.push_back(std::move(number));
        else
            reader.complain(reader.place_of("emergency"),
                            fmt::format("place '{}': '{}' is no telephone number", place.id, number), kTelephoneAdvice);
    place.emergency_source = reader.text("emergency_source");
    place.emergency_confidence = reader.text("emergency_confidence");
    place.channels = reader.texts("channels");
    reader.finish();
    return place;
}

template <typename T>
T* find_id(std::vector<T>& entries, std::string const& id)
{
    auto const found = std::find_if(entries.begin(), entries.end(), [&](T const& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

template <typename T>
std::vector<std::string> ids_of(std::vector<T> const& entries)
{
    std::vector<std::string> ids;
    for (auto const& entry : entries) ids.push_back(entry.id);
    return ids;
}

// [what.<id>] for each record of a kind: finds the record, or says which was meant.
template <typename T, typename Read>
void read_group(TableReader& file, std::string const& what, std::vector<T>& entries, Reading& reading, Read read)
{
    auto const* group = file.table(what);
    if (!group) return;
    for (auto const& [id, value] : group->members) {
        auto* found = find_id(entries, id);
        if (!found || value.kind != TomlValue::Kind::table) {
            file.complain(value.place, fmt::format("there is no {} '{}'", what, id), suggest_word(id, ids_of(entries)));
            continue;
        }
        TableReader reader(value, fmt::format("{} '{}'", what, id), reading.problems);
        read(reader, *found);
        reader.finish();
    }
}

void read_words(Reading& reading, Language const& language, Reporting& reporting)
{
    auto const relative = std::filesystem::path("reporting") / (language + ".toml");
    auto const root = reading.file(relative);
    if (!root) return;
    TableReader file(*root, reading.shown(relative), reading.problems);
    reporting.reviews[language] = read_review(file);
    read_group(file, "channel", reporting.channels, reading, [&](TableReader& reader, Channel& channel) {
        channel.words[language] = {reader.text("name"), reader.text("receives"), reader.text("tip", Presence::optional),
                                   reader.place()};
    });
    read_group(file, "place", reporting.places, reading, [&](TableReader& reader, Place& place) {
        place.words[language] = {reader.text("name"), reader.text("where"), reader.place()};
    });
    auto const advice = [&](TableReader& reader, AdviceEntry& entry) {
        entry.words[language] = {reader.text("label"), {reader.text("text")}, reader.place()};
    };
    read_group(file, "note", reporting.note, reading, advice);
    read_group(file, "never", reporting.never, reading, advice);
    read_group(file, "doubt", reporting.doubts, reading, [&](TableReader& reader, AdviceEntry& entry) {
        entry.words[language] = {reader.text("question"), reader.texts("answer"), reader.place()};
    });
    file.finish();
}

void read_historic(Reading& reading, Reporting& reporting)
{
    auto const root = reading.file("reporting/historic.toml");
    if (!root) return;
    TableReader file(*root, "historic.toml", reading.problems);
    for (auto const* table : file.tables("historic")) {
        TableReader reader(*table, "[[historic]]", reading.problems);
        reporting.historic.push_back({reader.text("host"), reader.text("now"), reader.text("source"), reader.place()});
        reader.finish();
    }
    file.finish();
}

void read_structure(Reading& reading, Reporting& reporting)
{
    auto const root = reading.file("reporting/reporting.toml");
    if (!root) return;
    TableReader reader(*root, "reporting.toml", reading.problems);
    reporting.home = reader.text("home");
    for (auto const& id : reader.texts("note")) reporting.note.push_back({id, {}});
    for (auto const& id : reader.texts("never")) reporting.never.push_back({id, {}});
    for (auto const& id : reader.texts("doubts")) reporting.doubts.push_back({id, {}});
    reporting.sources = reader.texts("sources");
    reader.finish();
}

} // namespace

void read_reporting(Reading& reading, Reporting& reporting)
{
    read_structure(reading, reporting);
    read_historic(reading, reporting);
    if (auto const root = reading.file("reporting/channels.toml")) {
        TableReader file(*root, "channels.toml", reading.problems);
        for (auto const* table : file.tables("channel")) reporting.channels.push_back(read_channel(*table, reading));
        file.finish();
    }
    if (auto const root = reading.file("reporting/places.toml")) {
        TableReader file(*root, "places.toml", reading.problems);
        for (auto const* table : file.tables("place")) reporting.places.push_back(read_place(*table, reading));
        file.finish();
    }
    for (auto const& language : reading.languages) read_words(reading, language, reporting);
}

} // namespace kiosk::content
