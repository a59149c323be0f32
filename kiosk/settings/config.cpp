#include "settings/config.h"
#include "content/address.h"
#include "content/contacts.h"
#include "crypto/age_keys.h"
#include "crypto/key_text.h"
#include "crypto/minisign.h"
#include "files/files.h"
#include "lock/pin.h"
#include "settings/config_names.h"
#include "toml/toml.h"
#include "ui/scene/rotation.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::settings {

namespace {

void read_screen(toml::TableReader& reader, ScreenConfig& screen)
{
    reader.numbers(screen, kScreenNumbers);
    if (ui::rotation_of(screen.rotation)) return;
    reader.complain(reader.place_of("rotation"), "'rotation' must be 0, 90, 180 or 270",
                    "it turns picture and touch clockwise");
    screen.rotation = ScreenConfig{}.rotation;
}

void read_display(toml::Value const& table, DisplayConfig& display, Problems& problems)
{
    toml::TableReader reader(table, "[display]", problems);
    read_screen(reader, display.screen);
    reader.numbers(display, kDisplayNumbers);
    display.stand = read_label(reader, "stand");
    // It is read by everybody who passes; where reports go is the content's to say, which two people have signed.
    if (!content::mentioned_contacts(display.stand).empty()) {
        reader.complain(reader.place_of("stand"), "'stand' holds an address or a telephone number",
                        "say where in the hall it is, as in \"ECPAT Belgium, stand 310\"");
        display.stand.clear();
    }
    reader.finish();
}

Dayparts read_dayparts(std::vector<toml::Value const*> const& tables, Zone const& zone, Problems& problems)
{
    std::vector<Daypart> parts;
    for (auto const* table : tables) {
        toml::TableReader reader(*table, "[[daypart]]", problems);
        Daypart part{reader.text("name"), reader.text("theme"), 0};
        auto const from = reader.text("from");
        auto const minutes = parse_minutes_of_day(from);
        if (minutes)
            part.from = *minutes;
        else if (!from.empty())
            reader.complain(reader.place_of("from"), "'" + from + "' is no time of day", "write it as \"08:30\"");
        reader.finish();
        if (minutes && !part.theme.empty()) parts.push_back(std::move(part));
    }
    return Dayparts(std::move(parts), zone);
}

// A text that `holds` accepts; else a Problem, and "".
std::string checked(toml::TableReader& reader, char const* key, bool (*holds)(std::string const&), char const* what,
                    char const* advice)
{
    auto text = reader.text(key, toml::Presence::optional);
    if (text.empty() || holds(text)) return text;
    reader.complain(reader.place_of(key), fmt::format("'{}' {}", key, what), advice);
    return {};
}

bool all_of(std::string const& text, char const* letters)
{
    return text.find_first_not_of(letters) == std::string::npos;
}

void complain_of_key(toml::TableReader& reader, std::string_view name, Error const& error)
{
    reader.complain(reader.place_of(name), fmt::format("'{}' {}", name, error.message), error.advice);
}

// As its program writes it; "" where it is none, or the half that belongs into no kiosk.
std::string sealing_key(std::string const& text, std::string_view name, toml::TableReader& reader)
{
    auto key = crypto::read_key_text(text, {crypto::KeyUse::seal, crypto::KeyHalf::open});
    if (key)
        if (auto const point = crypto::read_recipient(key.value()); !point) key = point.error();
    if (key) return key.take();
    complain_of_key(reader, name, key.error());
    return {};
}

Result<crypto::PublicKey> signing_key(std::string const& text)
{
    auto const key = crypto::read_key_text(text, {crypto::KeyUse::sign, crypto::KeyHalf::open});
    return key ? crypto::read_public_key(key.value()) : Result<crypto::PublicKey>(key.error());
}

void read_update_keys(toml::TableReader& reader, UpdatesConfig& updates)
{
    std::vector<crypto::PublicKey> known;
    for (auto const& text : reader.texts("keys", toml::Presence::optional)) {
        auto const key = signing_key(text);
        if (!key) {
            complain_of_key(reader, "keys", key.error());
            continue;
        }
        auto const is_same = [&](crypto::PublicKey const& one) { return crypto::is_same_signer(one, key.value()); };
        if (std::any_of(known.begin(), known.end(), is_same)) {
            reader.complain(reader.place_of("keys"), "'keys' holds one key twice",
                            "give each person a key of their own: content that changes where reports go wants two",
                            Severity::warning);
            continue;
        }
        known.push_back(key.value());
        updates.keys.push_back(crypto::public_key_text(key.value()));
    }
}

bool is_language(std::string const& text) { return text.size() == 2 && all_of(text, "abcdefghijklmnopqrstuvwxyz"); }

void read_export(toml::Value const& table, ExportConfig& exporting, Problems& problems)
{
    toml::TableReader reader(table, "[export]", problems);
    exporting.language = checked(reader, "language", is_language, "is no language", "for instance \"fr\"");
    if (auto const key = reader.text("public_key", toml::Presence::optional); !key.empty())
        exporting.public_key = sealing_key(key, "public_key", reader);
    auto const folders = reader.texts("folders", toml::Presence::optional);
    if (!folders.empty()) exporting.folders.assign(folders.begin(), folders.end());
    reader.finish();
}

void read_updates(toml::Value const& table, UpdatesConfig& updates, Problems& problems)
{
    toml::TableReader reader(table, "[updates]", problems);
    read_update_keys(reader, updates);
    for (auto const& host : reader.texts("reporting_hosts", toml::Presence::optional))
        if (auto const fault = content::fault_of_host(host); fault.empty())
            updates.reporting_hosts.push_back(host);
        else
            reader.complain(reader.place_of("reporting_hosts"), fmt::format("'{}' {}", host, fault),
                            "write hosts alone, as \"www.ecpat.be\"");
    reader.numbers(updates, kUpdatesNumbers);
    reader.finish();
}

void read_staff(toml::Value const& table, Config& config, Problems& problems)
{
    toml::TableReader reader(table, "[staff]", problems);
    auto const is_hash = [](std::string const& text) { return lock::is_pin_hash(text); };
    config.staff.pin_hash =
        checked(reader, "pin_hash", is_hash, "is no hash of a PIN", "it is what kiosk --hash-pin prints");
    config.staff.shuffle = reader.flag("shuffle", config.staff.shuffle);
    if (!reader.text("pin", toml::Presence::optional).empty())
        reader.complain(reader.place_of("pin"), "a PIN does not stand here as it is",
                        "run kiosk --hash-pin and put the line that it prints in place of this one");
    reader.finish();
}

void read_idle(toml::Value const& table, IdleConfig& idle, Problems& problems)
{
    toml::TableReader reader(table, "[idle]", problems);
    reader.numbers(idle, kIdleNumbers);
    reader.finish();
}

void read_languages(toml::TableReader& reader, Config& config)
{
    for (auto& language : reader.texts("languages", toml::Presence::optional)) {
        if (is_language(language))
            config.languages.push_back(std::move(language));
        else
            reader.complain(reader.place_of("languages"), "'" + language + "' is no language",
                            "two small letters, for instance \"fr\"");
    }
}

// What leaves the kiosk, and who may ask for it.
void read_figures(toml::TableReader& reader, Config& config, Problems& problems)
{
    auto const optional = toml::Presence::optional;
    reader.numbers(config, kConfigNumbers);
    if (auto const* table = reader.table("export", optional)) read_export(*table, config.exporting, problems);
    if (auto const* table = reader.table("staff", optional)) read_staff(*table, config, problems);
    if (auto const* table = reader.table("idle", optional)) read_idle(*table, config.idle, problems);
    read_languages(reader, config);
    if (auto const* table = reader.table("updates", optional)) read_updates(*table, config.updates, problems);
}

// "10 to 1000": what a key of a table may be, as the printed configuration says it.
template <typename Struct, std::size_t count>
std::string range_of(NumberKeys<Struct, count> const& keys, std::string_view key)
{
    auto const found = std::find_if(keys.begin(), keys.end(), [&](auto const& one) { return one.key == key; });
    if (found == keys.end()) return {};
    return std::visit([](auto const& of) { return fmt::format("{} to {}", of.bounds.least, of.bounds.most); },
                      found->of);
}

} // namespace

bool in_bounds(Config const& config)
{
    bool inside = ui::rotation_of(config.kiosk.rotation) && ui::rotation_of(config.display.screen.rotation);
    visit_numbers(config, [&](std::string_view, auto const& values, auto const& defaults, auto const& keys) {
        inside = inside && kiosk::in_bounds(values, keys, defaults);
    });
    for (auto const& part : config.dayparts.all()) inside = inside && kMinutesOfDay.contains(part.from);
    return inside;
}

Mode parse_mode(std::string const& name)
{
    if (name == "display") return Mode::display;
    return name == "both" ? Mode::both : Mode::kiosk;
}

Problems read_config(std::filesystem::path const& file, Config& config)
{
    Problems problems;
    auto const bytes = read_file(file);
    if (!bytes) {
        problems.push_back({Severity::error, {file.string()}, bytes.error().message, bytes.error().advice});
        config.name.clear();
        return problems;
    }
    auto root = toml::parse_toml(bytes.value(), file.string(), problems);
    bool const is_whole = root.has_value();
    if (!root) root = toml::parse_up_to_fault(bytes.value(), file.string(), problems.back().place.line);
    if (!root) {
        config.name.clear(); // it stands there, and nobody can read it
        return problems;
    }
    toml::TableReader reader(*root, "the configuration", problems);
    auto const optional = toml::Presence::optional;
    read_names(*root, reader, config, problems);
    if (auto path = reader.text("content", optional); !path.empty()) config.content = path;
    if (auto path = reader.text("data", optional); !path.empty()) config.data = path;
    config.wait_for_data = reader.flag("wait_for_data", config.wait_for_data);
    if (auto path = reader.text("assets", optional); !path.empty()) config.assets = path;
    if (auto theme = reader.text("theme", optional); !theme.empty()) config.theme = theme;
    if (root->find("mode")) config.mode = parse_mode(reader.word("mode", {"kiosk", "display", "both"}));
    read_screen(reader, config.kiosk);
    if (auto const* table = reader.table("display", optional)) read_display(*table, config.display, problems);
    read_figures(reader, config, problems);
    config.dayparts = read_dayparts(reader.tables("daypart", optional), config.zone, problems);
    config.hours = OpeningHours(config.zone);
    if (auto const* table = reader.table("hours", optional))
        config.hours = read_opening_hours(*table, config.zone, problems);
    reader.ignore("mode");
    reader.finish();
    if (!is_whole && !root->find("name")) config.name.clear(); // it may stand below the fault
    return problems;
}

std::string default_config_text()
{
    return fmt::format(R"(# How this kiosk is set up. Every line may be left out; these are the defaults.
name = "kiosk"                 # of this kiosk, in the figures; letters, digits and hyphens (not first), 40 at most
# partner = "Agence du Midi"   # who has it, in the figures
# country = "BE"               # where it stands (ISO 3166)
zone = "Europe/Brussels"       # whose clocks its days, hours and opening hours go by: "Europe/London", as tzdata names it
setting = "shop"               # "shop": figures by the day; "fair": by the hour
threshold = 10                 # counts of reporting below it never leave the kiosk; {threshold}
theme = "dusk"                 # a file in assets/themes
mode = "kiosk"                 # "display": a loop for passers-by, without touch; "both": on two screens
screen = 1                     # which of the machine's screens; {screen}
rotation = 0                   # turns picture and touch clockwise: 0, 90, 180 or 270
# panel_diagonal_inches = 22   # {panel}; so that targets and letters have their millimetres; else what the screen says
# content = "/path/to/content" # what visitors read
# data = "/path/to/data"       # where the figures are kept
wait_for_data = false          # true: only while an empty file named kiosk-data is in it, for a disk that is mounted late;
                               # until then the figures wait in memory
# assets = "/path/to/assets"   # pictures and themes

# languages = ["fr", "nl"]     # which are offered, and in which order; else all of the content

# [idle]                       # untouched seconds until "still there?"; else as the content says
# seconds = 70                 # {usual}
# reading = 100                # on pages of text: {reading}
# reporting = 25               # where somebody may be watching: {reporting}
# warning = 20                 # how long "still there?" waits: {warning}

# [staff]                      # a finger held for 3 s in the top right corner of the attract loop leads to staff mode
# pin_hash = "…"               # the line that kiosk --hash-pin prints; a PIN that is set at the kiosk stands over it
                               # until another hash is written here
# shuffle = true               # the keys of the pad stand elsewhere each time

# [fair]                       # which fair, with setting = "fair": figures of these days are told as one
# name = "Salon des Vacances"
# from = "2027-02-04"
# to = "2027-02-07"

[export]                       # how figures leave the kiosk, from the staff's screen
# language = "fr"              # of the workbook; else the content's first
# public_key = "age1…"         # of kiosk-log make-key: packages are sealed, and only its owner can open them
folders = ["/media", "/run/media"] # where sticks appear; or a folder to write into

# [updates]                    # content by stick; without keys none is taken
# keys = ["RW…", "RW…", "RW…"] # of kiosk-content make-key: the office's key, a second person's, and last the spare one.
                               # two of them sign what changes where reports go, the words around it,
                               # numbers, pictures, or this list; the spare stays
# epoch = 1                    # of the list of keys they stand for, if it is not the first; {epoch}
# reporting_hosts = ["…"]      # where one signature may move any address of reporting; else each on the hosts it has

[display]                      # the screen for passers-by, in the modes "display" and "both"
# screen = 2                   # the second in the mode "both", else the first
rotation = 0
# panel_diagonal_inches = 55
# viewing_distance_m = 4       # letters and codes are as large as it asks for; else as far as the panel carries; {distance}
# stand = "ECPAT Belgium, stand 310"

# [[daypart]]                  # colours by the clock: from this time on, until the next
# name = "day"
# from = "08:00"
# theme = "day"
)",
                       fmt::arg("threshold", range_of(kConfigNumbers, "threshold")),
                       fmt::arg("screen", range_of(kScreenNumbers, "screen")),
                       fmt::arg("panel", range_of(kScreenNumbers, "panel_diagonal_inches")),
                       fmt::arg("usual", range_of(kIdleNumbers, "seconds")),
                       fmt::arg("reading", range_of(kIdleNumbers, "reading")),
                       fmt::arg("reporting", range_of(kIdleNumbers, "reporting")),
                       fmt::arg("warning", range_of(kIdleNumbers, "warning")),
                       fmt::arg("epoch", range_of(kUpdatesNumbers, "epoch")),
                       fmt::arg("distance", range_of(kDisplayNumbers, "viewing_distance_m"))) +
           opening_hours_help();
}

std::optional<PanelSize> parse_panel_size(std::string const& text)
{
    auto const cross = text.find('x');
    if (cross == std::string::npos) return std::nullopt;
    auto const width = whole_number(std::string_view(text).substr(0, cross), kSideBounds);
    auto const height = whole_number(std::string_view(text).substr(cross + 1), kSideBounds);
    if (!width || !height) return std::nullopt;
    return PanelSize{static_cast<int>(*width), static_cast<int>(*height)};
}

} // namespace kiosk::settings
