// Theme files, assets/themes/*.toml, to themes. A role that is missing or no colour is a Problem and keeps its built-in
// value. Reads the disk once, at start.
#pragma once
#include "base/problem.h"
#include "settings/dayparts.h"
#include "ui/scene/theme.h"

#include <filesystem>

namespace kiosk::settings {

struct ThemeSet {
    ui::Theme usual, contrast;
    std::vector<ui::Theme> by_daypart; // empty: one all day
    ui::Theme const& at(std::size_t daypart) const { return daypart < by_daypart.size() ? by_daypart[daypart] : usual; }
};

ui::Theme read_theme(std::filesystem::path const& file, Problems& problems);
ThemeSet read_themes(std::filesystem::path const& folder, std::string const& usual, Dayparts const& dayparts,
                     Problems& problems);

} // namespace kiosk::settings
