#include "app/config.h"
#include "base/files.h"
#include "content/toml.h"

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

} // namespace

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
    config.panel_diagonal_inches = reader.number("panel_diagonal_inches", config.panel_diagonal_inches, 7, 120);
    reader.ignore("setting");
    reader.finish();
    return problems;
}

std::string default_config_text()
{
    return R"(# How this kiosk is set up. Every line may be left out; these are the defaults.
name = "kiosk"                 # of this kiosk, in the figures; letters, digits and hyphens
setting = "shop"               # "shop": figures by the day; "fair": by the hour
theme = "dusk"                 # a file in assets/themes
panel_diagonal_inches = 22     # so that targets and letters have their size in millimetres
# content = "/path/to/content" # what visitors read
# data = "/path/to/data"       # where the figures are kept
# assets = "/path/to/assets"   # pictures and themes
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
