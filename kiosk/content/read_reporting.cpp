#include "base/nearest.h"
#include "content/contact_fields.h"
#include "content/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

Anonymity anonymity_named(std::string const& name)
{
    if (name == "yes") return Anonymity::yes;
    if (name == "no") return Anonymity::no;
    if (name == "confidential") return Anonymity::confidential;
    if (name == "depends") return Anonymity::depends;
    return Anonymity::unknown;
}

Channel read_channel(TomlValue const& table, Reading& reading)
{
    TableReader reader(table, "[[channel]]", reading.problems);
    Channel channel;
    channel.place = reader.place();
    channel.id = reader.text("id");
    ContactFields fields(reader, fmt::format("channel '{}'", channel.id));
    channel.countries = fields.countries("countries");
    channel.scope = fields.scopes("scope");
    channel.runs_it = fields.name("runs_it");
    channel.receives_it = fields.name("receives_it");
    channel.anonymous = anonymity_named(reader.word("anonymous", {"unknown", "yes", "no", "confidential", "depends"}));
    channel.languages = fields.languages("languages");
    channel.interprets = reader.flag("interpreters", false);
    channel.url = fields.addresses("url", reading.pack.reporting);
    channel.phone_free = reader.word("phone_free", {"unknown", "yes", "no"});
    channel.hours = fields.hours("hours");
    channel.works_from = reader.word("works_from", {"anywhere", "country"});
    channel.phone =
        fields.telephone("phone", channel.works_from == "anywhere" ? DialledFrom::anywhere : DialledFrom::country);
    channel.from_abroad = reader.text("from_abroad", Presence::optional);
    channel.text_contacts = fields.text_contacts("text_contact", reading.pack.reporting);
    channel.source = fields.source("source");
    channel.confidence = fields.confidence("confidence");
    channel.verified_on = reader.text("verified_on");
    channel.verified_by = reader.text("verified_by");
    channel.verified_mark = reader.text("verified_mark", Presence::optional);
    channel.verified_place = reader.place_of("verified_on");
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
    if (place.kind == "country") ContactFields(reader, fmt::format("place '{}'", place.id)).country(place.id, "id");
    place.channels = reader.texts("channels");
    place.residents = reader.texts("residents", Presence::optional);
    place.online = reader.texts("online", Presence::optional);
    reader.finish();
    return place;
}

// What is no number is not there, so that nobody calls it.
void read_emergency(TomlValue const& table, Reading& reading, Reporting& reporting)
{
    TableReader reader(table, "[[emergency]]", reading.problems);
    EmergencyNumber number;
    number.place = reader.place();
    ContactFields fields(reader, "emergency number");
    number.number = fields.telephone("number", DialledFrom::country);
    number.answers = reader.word("answers", {"all", "police"}) == "police" ? Answers::police : Answers::all;
    number.countries = fields.countries("countries");
    number.source = fields.source("source");
    number.confidence = fields.confidence("confidence");
    reader.finish();
    if (!number.number.empty()) reporting.emergency.push_back(std::move(number));
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

void read_words(Reading& reading, TomlValue const& root, Language const& language, Reporting& reporting)
{
    TableReader file(root, root.place.file, reading.problems);
    read_group(file, "channel", reporting.channels, reading, [&](TableReader& reader, Channel& channel) {
        channel.words[language] = {reader.text("name"), reader.text("receives"), reader.text("tip", Presence::optional),
                                   reader.place()};
    });
    read_group(file, "place", reporting.places, reading, [&](TableReader& reader, Place& place) {
        place.words[language] = {reader.text("name"), reader.place()};
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
    reporting.home_place = reader.place_of("home");
    auto const advice = [&](char const* key, std::vector<AdviceEntry>& entries) {
        for (auto const& id : reader.texts(key)) entries.push_back({id, {}, reader.place_of(key)});
    };
    advice("note", reporting.note);
    advice("never", reporting.never);
    advice("doubts", reporting.doubts);
    reporting.sources = reader.texts("sources");
    reader.finish();
}

} // namespace

void read_channels(Reading& reading, Reporting& reporting)
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
        for (auto const* table : file.tables("emergency", Presence::optional))
            read_emergency(*table, reading, reporting);
        for (auto const* table : file.tables("place")) reporting.places.push_back(read_place(*table, reading));
        file.finish();
    }
}

void read_reporting_words(Reading& reading, Reporting& reporting)
{
    for (auto const& language : reading.pack.languages) reporting.countries[language] = countries_in(language);
    for (auto const& [language, words] : reading.words("reporting")) read_words(reading, words, language, reporting);
}

} // namespace kiosk::content
