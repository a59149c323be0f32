// The doctor's facts: how things are on this machine, gathered by looking only. The running kiosk takes those of its
// own window, folder and content for the staff's card; kiosk --check takes all. They read disks and may take a second:
// not on the drawing thread, but for those of the display. Owner: whoever asked. What they mean is judged in
// staff/health.
#pragma once
#include "health/health.h"
#include "platform/window.h"
#include "program/setup/setup.h"

namespace kiosk::program {

health::DisplayFacts display_facts(platform::WindowFacts const& window, int missing_screens);
// `said` is what the screen says of itself, [inches]; none: nothing.
health::PanelFacts panel_facts(platform::WindowFacts const& window, settings::ScreenConfig const& screen,
                               std::optional<float> said);
// Devices that udev knows as touched, below `input`; `known` are those that SDL has found. Folders are tests' to
// change.
health::TouchFacts touch_facts(int known, health::Touching touching, std::filesystem::path const& input = "/dev/input",
                               std::filesystem::path const& udev = "/run/udev/data");
// Files of the faces that are missing.
std::vector<std::string> missing_fonts();
health::DiskFacts disk_facts(std::filesystem::path const& folder, bool waits_for_marker);
// Opens the database to read; its highest time, its soundness, and how often the kiosk crashed.
health::DatabaseFacts database_facts(std::filesystem::path const& folder, std::string const& today,
                                     WallTime& highest_seen);
health::ContentFacts content_facts(Setup const& setup, std::string const& today);

// Of a kiosk that is installed below the folder; none where it is not.
std::optional<health::NoticesFacts> notices_facts(std::optional<std::filesystem::path> const& installed_below);

health::PlaceFacts place_facts(settings::Config const& config);

// All that can be known without a display.
health::HealthFacts facts_of(Setup const& setup, Clock const& clock);

} // namespace kiosk::program
