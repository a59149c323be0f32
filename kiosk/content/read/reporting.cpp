#include "base/nearest.h"
#include "content/address.h"
#include "content/historic.h"
#include "content/read/contact_fields.h"
#include "content/read/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::content {

namespace {

Channel read_channel(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[channel]]", reading.problems);
    Channel channel;
    channel.place = reader.place();
    channel.lines = reader.lines();
    channel.id = reader.text("id");
    ContactFields fields(reader, fmt::format("channel '{}'", channel.id));
    channel.countries = fields.countries("countries");
    channel.scope = fields.scopes("scope");
    channel.runs_it = fields.name("runs_it");
    channel.receives_it = fields.name("receives_it");
    channel.anonymous = reader.choice<Anonymity>("anonymous", {{"unknown", Anonymity::unknown},
                                                               {"yes", Anonymity::yes},
                                                               {"no", Anonymity::no},
                                                               {"confidential", Anonymity::confidential},
                                                               {"depends", Anonymity::depends}});
    channel.languages = fields.languages("languages");
    channel.interprets = reader.flag("interpreters", false);
    channel.url = fields.addresses("url", reading.content.reporting);
    channel.phone_free = reader.word("phone_free", {"unknown", "yes", "no"});
    channel.hours = fields.hours("hours");
    channel.works_from = reader.word("works_from", {"anywhere", "country"});
    channel.phone =
        fields.telephone("phone", channel.works_from == "anywhere" ? DialledFrom::anywhere : DialledFrom::country);
    channel.from_abroad = reader.text("from_abroad", toml::Presence::optional);
    channel.text_contacts = fields.text_contacts("text_contact", reading.content.reporting);
    channel.source = fields.source("source");
    channel.confidence = fields.confidence("confidence");
    channel.verified_on = reader.text("verified_on");
    channel.verified_by = reader.text("verified_by");
    channel.verified_mark = reader.text("verified_mark", toml::Presence::optional);
    channel.verified_place = reader.place_of("verified_on");
    reader.finish();
    channel.unread = reader.unread();
    return channel;
}

Place read_place(toml::Value const& table, ReadContext& reading)
{
    toml::TableReader reader(table, "[[place]]", reading.problems);
    Place place;
    place.place = reader.place();
    place.lines = reader.lines();
    place.id = reader.text("id");
    place.kind = reader.word("kind", {"country", "at-sea", "in-the-air", "online", "elsewhere", "unknown"});
    if (place.kind == "country" && !reader.unread().contains("kind"))
        ContactFields(reader, fmt::format("place '{}'", place.id)).country(place.id, "id");
    place.channels = reader.texts("channels");
    place.residents = reader.texts("residents", toml::Presence::optional);
    place.online = reader.texts("online", toml::Presence::optional);
    reader.finish();
    place.unread = reader.unread();
    return place;
}

// 112 reaches every emergency service in each Member State: Directive (EU) 2018/1972, Article 109.
constexpr std::string_view kUnion[] = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
                                       "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
                                       "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};

// A country of the EU in which a number that is not 112 is said to reach all emergency services; "" where there is
// none.
std::string answered_otherwise(EmergencyNumber const& number)
{
    if (number.answers != EmergencyServices::all || number.number == "112" || number.number.empty()) return {};
    auto const& countries = number.countries;
    auto const member = std::find_first_of(countries.begin(), countries.end(), std::begin(kUnion), std::end(kUnion));
    return member == countries.end() ? std::string() : *member;
}

// A number that cannot be right is left out, so that nobody calls it.
void read_emergency(toml::Value const& table, ReadContext& reading, Reporting& reporting)
{
    toml::TableReader reader(table, "[[emergency]]", reading.problems);
    EmergencyNumber number;
    number.place = reader.place();
    number.lines = reader.lines();
    ContactFields fields(reader, "emergency number");
    number.number = fields.telephone("number", DialledFrom::country);
    number.answers = reader.choice<EmergencyServices>(
        "answers", {{"all", EmergencyServices::all}, {"police", EmergencyServices::police}});
    number.countries = fields.countries("countries");
    number.source = fields.source("source");
    number.confidence = fields.confidence("confidence");
    reader.finish();
    if (auto const country = answered_otherwise(number); !country.empty()) {
        reader.complain(location_of(number, "number"),
                        fmt::format("the emergency number {} is said to answer all calls in {}, and there it is 112",
                                    number.number, country),
                        "write number = \"112\", or answers = \"police\"");
        reader.refuse("number");
        number.number.clear();
    }
    if (!reader.unread().empty()) reading.mark_incomplete("reporting/places.toml");
    if (!number.number.empty()) reporting.emergency.push_back(std::move(number));
}

template <typename T>
T* find_id(std::vector<T>& entries, std::string const& id)
{
    auto const found = std::find_if(entries.begin(), entries.end(), [&](T const& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

// The structure file of a group of words.
char const* structure_of(std::string_view what)
{
    if (what == "channel") return "reporting/channels.toml";
    return what == "place" ? "reporting/places.toml" : "reporting/reporting.toml";
}

// Reads [what.<id>] for each record of a kind.
template <typename T, typename Read>
void read_group(toml::TableReader& file, std::string const& what, std::vector<T>& entries, ReadContext& reading,
                Language const& language, Read read)
{
    auto const* group = file.table(what, toml::Presence::optional);
    if (!group) {
        if (!entries.empty() && !file.has(what))
            file.complain(file.place(), fmt::format("there is no [{}.…] in this file", what),
                          "put the sections back, as the file of another language has them");
        reading.mark_incomplete(std::filesystem::path("reporting") / (language + ".toml"));
        return;
    }
    for (auto const& [id, value] : group->members) {
        auto* found = find_id(entries, id);
        if (value.kind != toml::Value::Kind::table) {
            file.complain(value.place, fmt::format("'{}' stands under [{}], and belongs to none of them", id, what),
                          fmt::format("write [{}.…] above it, or take it out", what));
            continue;
        }
        if (!found) {
            reading.add_stray(what, id, structure_of(what), language, value.place);
            continue;
        }
        toml::TableReader reader(value, fmt::format("{} '{}'", what, id), reading.problems);
        read(reader, *found);
        reader.finish();
    }
}

void read_words(ReadContext& reading, toml::Value const& root, Language const& language, Reporting& reporting)
{
    toml::TableReader file(root, root.place.file, reading.problems);
    read_group(file, "channel", reporting.channels, reading, language,
               [&](toml::TableReader& reader, Channel& channel) {
                   channel.words[language] = {reader.text("name"), reader.text("receives"),
                                              reader.text("tip", toml::Presence::optional), reader.place()};
               });
    read_group(file, "place", reporting.places, reading, language, [&](toml::TableReader& reader, Place& place) {
        place.words[language] = {reader.text("name"), reader.place()};
    });
    auto const advice = [&](toml::TableReader& reader, AdviceEntry& entry) {
        entry.words[language] = {reader.text("label"), {reader.text("text")}, reader.place()};
    };
    read_group(file, "note", reporting.note, reading, language, advice);
    read_group(file, "never", reporting.never, reading, language, advice);
    read_group(file, "doubt", reporting.doubts, reading, language, [&](toml::TableReader& reader, AdviceEntry& entry) {
        entry.words[language] = {reader.text("question"), reader.texts("answer"), reader.place()};
    });
    file.finish();
}

constexpr char const* kSampleHost = "host = \"stopprostitutionenfantine.be\"";

void read_historic(ReadContext& reading, Reporting& reporting)
{
    auto const root = reading.file("reporting/historic.toml");
    if (!root) return;
    toml::TableReader file(*root, "historic.toml", reading.problems);
    for (auto const* table : file.tables("historic")) {
        toml::TableReader reader(*table, "[[historic]]", reading.problems);
        HistoricAddress historic{reader.text("host"), reader.text("now"), reader.text("source"), reader.place(),
                                 reader.lines()};
        reader.finish();
        // A host that no address can have would deny nothing.
        auto const fault =
            historic.host.starts_with("www.") ? "stands for one name of the host alone" : fault_of_host(historic.host);
        if (fault.empty())
            reporting.historic.push_back(std::move(historic));
        else if (!historic.host.empty() || table->find("host"))
            reader.complain(reader.place_of("host"), fmt::format("host = \"{}\" {}", historic.host, fault),
                            fmt::format("write the host alone, as in {}: without https://, without www. and without "
                                        "what stands behind it",
                                        kSampleHost));
    }
    file.finish();
    for (auto const& historic : reporting.historic)
        if (auto const fault = fault_of_host(historic.now); !fault.empty() || is_historic(reporting, historic.now))
            reading.problems.push_back(
                {Severity::error, location_of(historic, "now"),
                 fmt::format("now = \"{}\" {}", historic.now, fault.empty() ? "is a historic host itself" : fault),
                 "write the host that there is today, as in now = \"jedisstop.be\""});
}

void read_structure(ReadContext& reading, Reporting& reporting)
{
    auto const root = reading.file("reporting/reporting.toml");
    if (!root) return;
    toml::TableReader reader(*root, "reporting.toml", reading.problems);
    reporting.home = reader.text("home");
    reporting.home_place = reader.place_of("home");
    auto const advice = [&](char const* key, std::vector<AdviceEntry>& entries) {
        for (auto const& id : reader.texts(key)) entries.push_back({id, {}, reader.place_of(key)});
        if (reader.unread().contains(key)) reading.mark_incomplete("reporting/reporting.toml");
    };
    advice("note", reporting.note);
    advice("never", reporting.never);
    advice("doubts", reporting.doubts);
    reporting.sources = reader.texts("sources");
    reader.finish();
    if (!reader.unread().empty()) reading.mark_incomplete("reporting/reporting.toml");
}

// Where a channel has no words under its id, but under a similar one, its id is probably misspelt. Then texts that
// refer to the other id are right, and not reported; the check says which id to correct.
void detect_renamed_channels(ReadContext& reading, Reporting const& reporting)
{
    for (auto const& language : reading.content.languages) {
        auto const file = std::filesystem::path("reporting") / (language + ".toml");
        Problems told_later;
        auto const root = reading.files.toml(file, reading.shown(file), told_later);
        auto const* words = root ? root->find("channel") : nullptr;
        if (!words) continue;
        std::vector<std::string> strays;
        for (auto const& member : words->members)
            if (!reporting.channel(member.name)) strays.push_back(member.name);
        for (auto const& channel : reporting.channels)
            if (!words->find(channel.id) && nearest_word(channel.id, strays))
                reading.mark_incomplete("reporting/channels.toml");
        return;
    }
}

} // namespace

void read_channels(ReadContext& reading, Reporting& reporting)
{
    read_structure(reading, reporting);
    read_historic(reading, reporting);
    constexpr char const* kChannels = "reporting/channels.toml";
    constexpr char const* kPlaces = "reporting/places.toml";
    if (auto const root = reading.file(kChannels)) {
        toml::TableReader file(*root, "channels.toml", reading.problems);
        for (auto const* table : file.tables("channel"))
            reading.add(reporting.channels, read_channel(*table, reading), kChannels);
        file.finish();
        if (!file.unread().empty()) reading.mark_incomplete(kChannels);
        detect_renamed_channels(reading, reporting);
    }
    if (auto const root = reading.file(kPlaces)) {
        toml::TableReader file(*root, "places.toml", reading.problems);
        for (auto const* table : file.tables("emergency", toml::Presence::optional))
            read_emergency(*table, reading, reporting);
        for (auto const* table : file.tables("place"))
            reading.add(reporting.places, read_place(*table, reading), kPlaces);
        file.finish();
        if (!file.unread().empty()) reading.mark_incomplete(kPlaces);
    }
}

void read_reporting_words(ReadContext& reading, Reporting& reporting)
{
    for (auto const& language : reading.content.languages) reporting.countries[language] = countries_in(language);
    for (auto const& [language, words] : reading.words("reporting")) read_words(reading, words, language, reporting);
}

} // namespace kiosk::content
