// Facts of this machine, gathered without changing anything: the running kiosk uses some for the health page of staff,
// kiosk --check all of them. health/health.h judges them. Most read disks and may take a second, so they are not for
// the drawing thread, except display_facts, panel_facts and touch_facts.
#pragma once
#include "health/health.h"
#include "platform/window.h"
#include "program/setup/setup.h"

namespace kiosk::program {

health::DisplayFacts display_facts(platform::WindowFacts const& window, int missing_screens);
// `said`: the diagonal that the screen reports, [inches].
health::PanelFacts panel_facts(platform::WindowFacts const& window, settings::ScreenConfig const& screen,
                               std::optional<float> reported);
// Touch devices below `input`, by udev's database. `known`: how many SDL has found. Tests change the folders.
health::TouchFacts touch_facts(int known, health::TouchExpectation touching,
                               std::filesystem::path const& input = "/dev/input",
                               std::filesystem::path const& udev = "/run/udev/data");
// Font files that are missing.
std::vector<std::string> missing_fonts();
health::DiskFacts disk_facts(std::filesystem::path const& folder, bool waits_for_marker);
// Opens the database read-only: its integrity, its key, and crashes of the last 30 days. Sets `highest_seen` if it can
// be read.
health::DatabaseFacts database_facts(std::filesystem::path const& folder, std::string const& today,
                                     WallTime& highest_seen);
health::ContentFacts content_facts(Setup const& setup, std::string const& today);

// Of a kiosk that is installed below the folder; nothing where it is not installed.
std::optional<health::NoticesFacts> notices_facts(std::optional<std::filesystem::path> const& install_prefix);

health::VenueFacts place_facts(settings::Config const& config);

// All that can be known without a display.
health::HealthFacts facts_of(Setup const& setup, Clock const& clock);

} // namespace kiosk::program
