// What the readers of the content room share: the folder they read, where Problems go, and the small things every words
// file has. Private to content/.
#pragma once
#include "content/pack.h"
#include "content/toml.h"

#include <filesystem>
#include <optional>

namespace kiosk::content {

struct Reading {
    std::filesystem::path folder;
    Problems problems;
    std::vector<Language> languages;

    // The parsed file, or nothing and a Problem. `relative` is below the folder.
    std::optional<TomlValue> file(std::filesystem::path const& relative);
    std::string shown(std::filesystem::path const& relative) const;
};

// status, reviewed_by, reviewed_on.
Review read_review(TableReader& reader);

void read_series(Reading& reading, std::filesystem::path const& relative, Series& series);
void read_quiz(Reading& reading, std::filesystem::path const& relative, Quiz& quiz);
void read_display(Reading& reading, std::filesystem::path const& relative, Display& display);
void read_reporting(Reading& reading, Reporting& reporting);

} // namespace kiosk::content
