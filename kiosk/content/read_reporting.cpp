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

bool is_mail(std::string_view text)
{
    auto const at = text.find('@');
    if (at == 0 || at == std::string_view::npos || !fault_of_host(text.substr(at + 1)).empty()) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
               letter == '_';
    });
}

bool is_text_contact(TextKind kind, std::string_view text)
{
    switch (kind) {
    case TextKind::chat: return fault_of_host(text).empty();
    case TextKind::email: return is_mail(text);
    case TextKind::whatsapp: break;
    }
    return text.starts_with('+') && is_telephone(text);
}

std::vector<TextContact> read_text_contacts(TableReader& reader, std::string const& channel)
{
    std::vector<TextContact> contacts;
    auto const* table = reader.table("text_contact", Presence::optional);
    if (!table) return contacts;
    constexpr TextKind kKinds[] = {TextKind::chat, TextKind::email, TextKind::whatsapp};
    for (auto const& [kind, value] : table->members) {
        auto const* const known =
            std::find_if(std::begin(kKinds), std::end(kKinds), [&](TextKind one) { return name(one) == kind; });
        if (known == std::end(kKinds))
            reader.complain(value.place, fmt::format("channel '{}': '{}' is no way to write to it", channel, kind),
                            suggest_word(kind, {"chat", "email", "whatsapp"}));
        else if (is_text_contact(*known, value.text))
            contacts.push_back({*known, value.text});
        else
            reader.complain(value.place,
                            fmt::format("channel '{}': '{}' is no {}", channel, value.text,
                                        *known == TextKind::chat    ? "host of a page with a chat"
                                        : *known == TextKind::email ? "address of mail"
                                                                    : "telephone number"),
                            *known == TextKind::whatsapp ? kTelephoneAdvice : "write it as one would type it");
    }
    return contacts;
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
    channel.from_abroad = reader.text("from_abroad", Presence::optional);
    channel.text_contacts = read_text_contacts(reader, channel.id);
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
    number.number = reader.text("number");
    number.answers = reader.word("answers", {"all", "police"}) == "police" ? Answers::police : Answers::all;
    number.countries = reader.texts("countries");
    number.source = reader.text("source");
    number.confidence = reader.text("confidence");
    reader.finish();
    if (is_telephone(number.number))
        reporting.emergency.push_back(std::move(number));
    else
        reader.complain(reader.place_of("number"), fmt::format("emergency: '{}' is no telephone number", number.number),
                        kTelephoneAdvice);
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
        for (auto const* table : file.tables("emergency", Presence::optional))
            read_emergency(*table, reading, reporting);
        for (auto const* table : file.tables("place")) reporting.places.push_back(read_place(*table, reading));
        file.finish();
    }
    for (auto const& language : reading.languages) {
        reporting.countries[language] = countries_in(language);
        read_words(reading, language, reporting);
    }
}

} // namespace kiosk::content
