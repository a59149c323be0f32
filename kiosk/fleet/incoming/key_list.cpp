#include "fleet/incoming/key_list.h"
#include "base/escape_controls.h"
#include "files/hexadecimal.h"
#include "store/signature.h"
#include "toml/toml.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::fleet {

namespace {

void check_key(toml::TableReader const& reader, std::string_view field, std::string const& key, Problems& problems)
{
    if (!store::is_public_key(key))
        problems.push_back({Severity::error, reader.place_of(field), "is no public key",
                            "it has 64 hexadecimal digits: kiosk-log kiosk shows it"});
}

// Its other keys, then its own.
void read_entry(toml::Value const& table, KeyList& list, Problems& problems)
{
    toml::TableReader reader(table, "kiosk", problems);
    ListedKiosk kiosk{reader.text("machine"), reader.text("name"), reader.text("key", toml::Presence::optional)};
    if (table.find("machine") && !is_hexadecimal(kiosk.machine, kRandomIdDigits))
        reader.complain(reader.place_of("machine"),
                        fmt::format("'{}' is no number of a kiosk", escape_controls(kiosk.machine).substr(0, 60)),
                        "it has 16 hexadecimal digits: kiosk-log kiosk shows it");
    else if (list.knows(kiosk.machine))
        reader.complain(reader.place_of("machine"), fmt::format("{} stands in the list twice", kiosk.machine),
                        "take away what is not the kiosk's own; a further key of it goes into other_keys of one entry");
    if (table.find("key")) check_key(reader, "key", kiosk.key, problems);
    for (auto const& key : reader.texts("other_keys", toml::Presence::optional)) {
        check_key(reader, "other_keys", key, problems);
        list.kiosks.push_back({kiosk.machine, kiosk.name, key});
    }
    reader.finish();
    list.kiosks.push_back(std::move(kiosk));
}

// In quotes, whatever it holds.
std::string in_quotes(std::string_view text)
{
    std::string written = "\"";
    for (char const letter : escape_controls(text)) {
        if (letter == '"' || letter == '\\') written += '\\';
        written += letter;
    }
    return written + '"';
}

} // namespace

bool KeyList::knows(std::string_view machine) const
{
    return std::any_of(kiosks.begin(), kiosks.end(), [&](auto const& one) { return one.machine == machine; });
}

bool KeyList::knows(std::string_view machine, std::string_view key) const
{
    return std::any_of(kiosks.begin(), kiosks.end(),
                       [&](auto const& one) { return one.machine == machine && one.key == key; });
}

bool KeyList::has_key_of(std::string_view machine) const
{
    return std::any_of(kiosks.begin(), kiosks.end(),
                       [&](auto const& one) { return one.machine == machine && !one.key.empty(); });
}

std::string const* KeyList::name_unlike(std::string_view machine, std::string_view name) const
{
    auto const found =
        std::find_if(kiosks.begin(), kiosks.end(), [&](auto const& one) { return one.machine == machine; });
    return found == kiosks.end() || found->name == name ? nullptr : &found->name;
}

std::optional<KeyList> parse_key_list(std::string_view bytes, std::string const& file, Problems& problems)
{
    Problems found;
    auto const tree = toml::parse_toml(bytes, file, found);
    KeyList list;
    if (tree) {
        toml::TableReader reader(*tree, "list of kiosks", found);
        for (auto const* table : reader.tables("kiosk")) read_entry(*table, list, found);
        reader.finish();
    }
    bool const is_whole = found.empty();
    problems.insert(problems.end(), found.begin(), found.end());
    if (!is_whole) return std::nullopt;
    return list;
}

std::string entry_text(ListedKiosk const& kiosk)
{
    return fmt::format("[[kiosk]]\nmachine = {}\nname = {}\nkey = {}\n", in_quotes(kiosk.machine),
                       in_quotes(kiosk.name), in_quotes(kiosk.key));
}

} // namespace kiosk::fleet
