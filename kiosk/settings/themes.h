// Reads themes from assets/themes/*.toml. A role that is missing or is no colour is a Problem and keeps its built-in
// value; a pair of colours with too little contrast is one, too, and gets black or white.
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
