#include "app/config.h"
#include "base/files.h"
#include "content/toml.h"
#include "platform/rotation.h"

#include <algorithm>
#include <charconv>

namespace kiosk::app {

namespace {

bool is_plain_name(std::string const& name)
{
    return !name.empty() && name.size() <= 40 && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    });
}

void read_screen(content::TableReader& reader, ScreenConfig& screen)
{
    screen.screen = static_cast<int>(reader.number("screen", screen.screen, 1, 16));
    auto const degrees = static_cast<int>(reader.number("rotation", screen.rotation, 0, 270));
    if (platform::rotation_of(degrees))
        screen.rotation = degrees;
    else
        reader.complain(reader.place_of("rotation"), "'rotation' must be 0, 90, 180 or 270",
                        "it turns picture and touch clockwise");
    screen.panel_diagonal_inches = reader.number("panel_diagonal_inches", screen.panel_diagonal_inches, 7, 120);
}

void read_display(content::TomlValue const& table, DisplayConfig& display, Problems& problems)
{
    content::TableReader reader(table, "[display]", problems);
    read_screen(reader, display.screen);
    display.viewing_distance_m = reader.number("viewing_distance_m", display.viewing_distance_m, 0.5, 50);
    display.stand = reader.text("stand", content::Presence::optional);
    reader.finish();
}

Dayparts read_dayparts(std::vector<content::TomlValue const*> const& tables, Problems& problems)
{
    std::vector<Daypart> parts;
    for (auto const* table : tables) {
        content::TableReader reader(*table, "[[daypart]]", problems);
        Daypart part{reader.text("name"), reader.text("theme"), 0};
        auto const from = reader.text("from");
        auto const minutes = minutes_of_day(from);
        if (minutes)
            part.from = *minutes;
        else if (!from.empty())
            reader.complain(reader.place_of("from"), "'" + from + "' is no time of day", "write it as \"08:30\"");
        reader.finish();
        if (minutes && !part.theme.empty()) parts.push_back(std::move(part));
    }
    return Dayparts(std::move(parts));
}

} // namespace

Mode mode_named(std::string const& name)
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
        return problems;
    }
    auto const root = content::parse_toml(bytes.value(), file.string(), problems);
    if (!root) return problems;
    content::TableReader reader(*root, "the configuration", problems);
    auto const optional = content::Presence::optional;
    if (auto name = reader.text("name", optional); !name.empty()) {
        if (is_plain_name(name))
            config.name = name;
        else
            reader.complain(reader.place_of("name"), "'name' holds something else than letters, digits and hyphens",
                            "for instance name = \"brussels-1\"");
    }
    if (root->find("setting"))
        config.setting = reader.word("setting", {"shop", "fair"}) == "fair" ? Setting::fair : Setting::shop;
    if (auto path = reader.text("content", optional); !path.empty()) config.content = path;
    if (auto path = reader.text("data", optional); !path.empty()) config.data = path;
    if (auto path = reader.text("assets", optional); !path.empty()) config.assets = path;
    if (auto theme = reader.text("theme", optional); !theme.empty()) config.theme = theme;
    if (root->find("mode")) config.mode = mode_named(reader.word("mode", {"kiosk", "display", "both"}));
    read_screen(reader, config.kiosk);
    if (auto const* table = reader.table("display", optional)) read_display(*table, config.display, problems);
    config.dayparts = read_dayparts(reader.tables("daypart", optional), problems);
    reader.ignore("setting");
    reader.ignore("mode");
    reader.finish();
    return problems;
}

std::string default_config_text()
{
    return R"(# How this kiosk is set up. Every line may be left out; these are the defaults.
name = "kiosk"                 # of this kiosk, in the figures; letters, digits and hyphens
setting = "shop"               # "shop": figures by the day; "fair": by the hour
theme = "dusk"                 # a file in assets/themes
mode = "kiosk"                 # "display": a loop for passers-by, without touch; "both": on two screens
screen = 1                     # which of the machine's screens
rotation = 0                   # turns picture and touch clockwise: 0, 90, 180 or 270
# panel_diagonal_inches = 22   # so that targets and letters have their millimetres; else what the screen says of itself
# content = "/path/to/content" # what visitors read
# data = "/path/to/data"       # where the figures are kept
# assets = "/path/to/assets"   # pictures and themes

[display]                      # the screen for passers-by, in the modes "display" and "both"
# screen = 2                   # the second in the mode "both", else the first
rotation = 0
# panel_diagonal_inches = 55
# viewing_distance_m = 4       # letters and codes are as large as it asks for; else as far as the panel carries
# stand = "ECPAT Belgium, stand 310"

# [[daypart]]                  # colours by the clock: from this time on, until the next
# name = "day"
# from = "08:00"
# theme = "day"
)";
}

std::optional<PanelSize> panel_size(std::string const& text)
{
    PanelSize size;
    auto const cross = text.find('x');
    if (cross == std::string::npos) return std::nullopt;
    auto const* middle = text.data() + cross;
    auto const* end = text.data() + text.size();
    auto const width = std::from_chars(text.data(), middle, size.width);
    auto const height = std::from_chars(middle + 1, end, size.height);
    bool const whole = width.ec == std::errc() && width.ptr == middle && height.ec == std::errc() && height.ptr == end;
    auto const in_range = [](int side, int least) { return side >= least && side <= 8192; };
    if (!whole || !in_range(size.width, 240) || !in_range(size.height, 240)) return std::nullopt;
    return size;
}

} // namespace kiosk::app
