#include "settings/config_names.h"
#include "base/calendar.h"
#include "base/utf8.h"
#include "figures/label_rules.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

namespace kiosk::settings {

namespace {

constexpr auto kOptional = toml::Presence::optional;

void read_name(toml::Value const& root, toml::TableReader& reader, Config& config)
{
    auto const* value = root.find("name");
    auto const name = reader.text("name", kOptional);
    if (!value) return;
    config.name = is_kiosk_name(name) ? name : "";
    // If it is no text, the reader has reported that already.
    if (config.name.empty() && value->kind == toml::Value::Kind::text)
        reader.complain(value->place,
                        fmt::format("'name' is no name of a kiosk: {} letters, digits and hyphens at most, nothing "
                                    "else, and no hyphen first; figures go on under the name that was last known",
                                    kLongestKioskName),
                        "for instance name = \"brussels-1\"");
}

bool is_country(std::string const& code)
{
    for (auto const* known = uloc_getISOCountries(); *known != nullptr; ++known)
        if (code == *known) return true;
    return false;
}

std::string read_country(toml::TableReader& reader)
{
    auto code = reader.text("country", kOptional);
    if (code.empty() || is_country(code)) return code;
    auto capitals = capital_letters(code);
    // What is written for them elsewhere: in speech, and in the European Union.
    if (capitals == "UK") capitals = "GB";
    if (capitals == "EL") capitals = "GR";
    reader.complain(reader.place_of("country"), "'country' is no country of ISO 3166",
                    is_country(capitals) ? fmt::format("did you mean \"{}\"?", capitals)
                                         : "two capitals, for instance \"BE\"");
    return {};
}

// The zone of Brussels if none or an unknown one is named.
Zone read_zone(toml::TableReader& reader)
{
    auto const name = reader.text("zone", kOptional);
    if (name.empty()) return {};
    auto const zone = Zone::named(name);
    if (zone) return zone.value();
    reader.complain(reader.place_of("zone"), zone.error().message + "; " + Zone().name() + " stands in",
                    zone.error().advice);
    return {};
}

// "" where it is missing or none.
std::string read_fair_day(toml::TableReader& reader, char const* key)
{
    auto day = reader.text(key, kOptional);
    if (day.empty() || calendar_day(day)) return day;
    reader.complain(reader.place_of(key), fmt::format("'{}' is no day", key), "write it as \"2027-02-04\"");
    return {};
}

// All of it or nothing: figures of a fair need its name and its days.
FairConfig read_fair(toml::Value const& table, figures::Venue setting, Problems& problems)
{
    toml::TableReader reader(table, "[fair]", problems);
    FairConfig fair{read_label(reader, "name"), read_fair_day(reader, "from"), read_fair_day(reader, "to")};
    reader.finish();
    bool const complete = table.find("name") && table.find("from") && table.find("to");
    if (!complete)
        reader.complain(reader.place(), "[fair] needs a name, its first day and its last",
                        "set 'name', 'from' and 'to'");
    if (!fair.from.empty() && !fair.to.empty() && fair.to < fair.from) {
        reader.complain(reader.place_of("to"), "'to' is before 'from'", "a fair ends on its last day");
        fair = {};
    }
    if (setting == figures::Venue::shop)
        reader.complain(reader.place(), "there is a [fair], but the setting is \"shop\"",
                        "write setting = \"fair\", or take [fair] away", Severity::warning);
    return fair.name.empty() || fair.from.empty() || fair.to.empty() ? FairConfig{} : fair;
}

} // namespace

std::string read_label(toml::TableReader& reader, char const* key)
{
    auto const text = reader.text(key, kOptional);
    auto const label = std::string(trimmed(text, " \t\r\n"));
    if (label.empty()) {
        if (!text.empty()) reader.complain(reader.place_of(key), fmt::format("'{}' holds spaces only", key), "say it");
        return {};
    }
    if (auto const checked = check_label(label); !checked) {
        reader.complain(reader.place_of(key), fmt::format("'{}' {}", key, checked.error().message),
                        checked.error().advice);
        return {};
    }
    if (label.size() != text.size())
        reader.complain(reader.place_of(key), fmt::format("'{}' begins or ends with a space", key),
                        "it is read without", Severity::warning);
    return label;
}

void read_names(toml::Value const& root, toml::TableReader& reader, Config& config, Problems& problems)
{
    read_name(root, reader, config);
    config.partner = read_label(reader, "partner");
    config.country = read_country(reader);
    config.zone = read_zone(reader);
    if (root.find("setting"))
        config.setting =
            reader.choice<figures::Venue>("setting", {{"shop", figures::Venue::shop}, {"fair", figures::Venue::fair}});
    reader.ignore("setting");
    if (auto const* table = reader.table("fair", kOptional)) config.fair = read_fair(*table, config.setting, problems);
}

} // namespace kiosk::settings
