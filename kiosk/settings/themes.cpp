#include "settings/themes.h"
#include "base/nearest.h"
#include "files/files.h"
#include "toml/toml.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::settings {

namespace {

// Of a pair with too little contrast the colour in front becomes black or white, so that texts can be read.
void check_pairs(ui::Theme& theme, std::filesystem::path const& file, Problems& problems)
{
    for (auto const& pair : ui::contrast_requirements()) {
        auto const found = ui::contrast(theme[pair.ink], theme[pair.on]);
        if (found >= pair.least) continue;
        problems.push_back({Severity::error,
                            {file.string()},
                            fmt::format("'{}' on '{}' has a contrast of {:.1f}:1 and needs {}:1", ui::name(pair.ink),
                                        ui::name(pair.on), found, pair.least),
                            "change one of the two; black or white stands in"});
        ui::Color const black{0, 0, 0, 255};
        ui::Color const white{255, 255, 255, 255};
        theme.colors[static_cast<std::size_t>(pair.ink)] =
            ui::contrast(black, theme[pair.on]) > ui::contrast(white, theme[pair.on]) ? black : white;
    }
}

} // namespace

ui::Theme read_theme(std::filesystem::path const& file, Problems& problems)
{
    auto theme = ui::built_in_theme();
    theme.name = file.stem().string();
    auto const bytes = read_file(file);
    if (!bytes) {
        problems.push_back({Severity::error, {file.string()}, bytes.error().message, bytes.error().advice});
        return theme;
    }
    auto const root = toml::parse_toml(bytes.value(), file.string(), problems);
    if (!root) return theme;
    toml::TableReader reader(*root, "the theme", problems);
    reader.text("name");
    if (auto const* table = reader.table("colors")) {
        toml::TableReader colors(*table, "[colors]", problems);
        for (std::size_t i = 0; i < ui::kInks; ++i) {
            auto const role = std::string(ui::name(static_cast<ui::Ink>(i)));
            auto const hex = colors.text(role);
            if (auto const color = ui::color_from_hex(hex))
                theme.colors[i] = *color;
            else if (!hex.empty())
                colors.complain(colors.place_of(role), fmt::format("'{}' is not a colour", hex),
                                "write it as \"#RRGGBB\"");
        }
        colors.finish();
    }
    reader.finish();
    check_pairs(theme, file, problems);
    return theme;
}

namespace {

std::vector<std::string> themes_in(std::filesystem::path const& folder)
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (std::filesystem::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored))
        if (entry->path().extension() == ".toml") names.push_back(entry->path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

// A theme of the configuration; if there is none of this name, a Problem, and `instead`.
ui::Theme named_theme(std::filesystem::path const& folder, std::string const& name, ui::Theme const& instead,
                      Problems& problems)
{
    auto const known = themes_in(folder);
    // If there are no themes at all, read_theme() reports the missing file.
    if (known.empty() || std::find(known.begin(), known.end(), name) != known.end())
        return read_theme(folder / (name + ".toml"), problems);
    problems.push_back({Severity::error,
                        {},
                        fmt::format("there is no theme '{}'; '{}' stands in", name, instead.name),
                        "correct the theme in the configuration: " + suggest_word(name, known)});
    return instead;
}

} // namespace

ThemeSet read_themes(std::filesystem::path const& folder, std::string const& usual, Dayparts const& dayparts,
                     Problems& problems)
{
    Problems ignored;
    auto const built_in = read_theme(folder / "dusk.toml", ignored);
    ThemeSet themes{named_theme(folder, usual, built_in, problems), read_theme(folder / "contrast.toml", problems), {}};
    for (auto const& part : dayparts.all())
        themes.by_daypart.push_back(named_theme(folder, part.theme, themes.usual, problems));
    return themes;
}

} // namespace kiosk::settings
