#include "program/doctor/doctor_facts.h"
#include "base/geometry.h"
#include "figures/days.h"
#include "files/files.h"
#include "lock/pin_file.h"
#include "services/picture_process.h"
#include "store/signature.h"
#include "system/installed.h"
#include "system/version.h"
#include "ui/pictures/pictures.h"
#include "ui/text/font_coverage.h"
#include "ui/text/fonts.h"
#include "updates/content_folder_check.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace kiosk::program {

namespace {

// Whether udev takes a device for one that is touched (systemd's input_id).
bool is_touched(std::filesystem::path const& device, std::filesystem::path const& udev)
{
    struct stat status {};
    if (::stat(device.c_str(), &status) != 0) return false;
    std::ifstream lines(udev / fmt::format("c{}:{}", major(status.st_rdev), minor(status.st_rdev)));
    for (std::string line; std::getline(lines, line);)
        if (line == "E:ID_INPUT_TOUCHSCREEN=1" || line == "E:ID_INPUT_TABLET=1") return true;
    return false;
}

std::string newest_quarantined(std::filesystem::path const& folder)
{
    std::filesystem::path newest;
    std::filesystem::file_time_type newest_time;
    for (auto const& path : list_folder(folder)) {
        if (!path.filename().string().starts_with("put-aside-")) continue;
        std::error_code code;
        auto const time = std::filesystem::last_write_time(path, code);
        if (code || (!newest.empty() && time < newest_time)) continue;
        newest = path;
        newest_time = time;
    }
    return newest.string();
}

int crashes_since(store::Store& store, std::string const& day)
{
    auto const rows = store.machine_log();
    if (!rows) return 0;
    int crashes = 0;
    for (auto const& row : rows.value())
        if (row.event == "crash" && row.clock_trusted && row.wall >= day) ++crashes;
    return crashes;
}

} // namespace

health::DisplayFacts display_facts(platform::WindowFacts const& window, int missing_screens)
{
    return {window.driver,   window.renderer, window.graphics, window.width, window.height, "",
            missing_screens, window.by_card};
}

health::PanelFacts panel_facts(platform::WindowFacts const& window, settings::ScreenConfig const& screen,
                               std::optional<float> reported)
{
    health::PanelFacts panel;
    panel.configured = screen.panel_diagonal_inches > 0;
    panel.inches = panel.configured ? static_cast<float>(screen.panel_diagonal_inches) : reported.value_or(0);
    auto const dots = std::hypot(static_cast<float>(window.width), static_cast<float>(window.height));
    auto const side = [&](int pixels) {
        return dots > 0 ? static_cast<int>(
                              std::lround(static_cast<float>(pixels) / dots * panel.inches * kMillimetresPerInch))
                        : 0;
    };
    panel.width_mm = side(window.width);
    panel.height_mm = side(window.height);
    return panel;
}

health::TouchFacts touch_facts(int known, health::TouchExpectation touching, std::filesystem::path const& input,
                               std::filesystem::path const& udev)
{
    health::TouchFacts touch;
    touch.touching = touching;
    int readable = 0;
    for (auto const& device : list_folder(input)) {
        if (!device.filename().string().starts_with("event") || !is_touched(device, udev)) continue;
        if (::access(device.c_str(), R_OK) == 0)
            ++readable;
        else
            touch.unreadable.push_back(device.string());
    }
    // Wayland and X11 give devices on that we may not read ourselves.
    touch.devices = std::max(known, readable);
    return touch;
}

std::vector<std::string> missing_fonts()
{
    Problems problems;
    ui::Fonts const fonts(ui::Fonts::installed_folders(), problems);
    std::vector<std::string> names;
    for (auto const& problem : problems) names.push_back(problem.place.file);
    return names;
}

health::DiskFacts disk_facts(std::filesystem::path const& folder, bool waits_for_marker)
{
    health::DiskFacts disk;
    disk.folder = folder.string();
    disk.waits_for_marker = waits_for_marker;
    std::error_code code;
    disk.marker = std::filesystem::is_regular_file(folder / "kiosk-data", code);
    struct statvfs status {};
    if (!std::filesystem::is_directory(folder, code) || ::statvfs(folder.c_str(), &status) != 0) {
        disk.state = health::Folder::missing;
        return disk;
    }
    // In bytes of a size that differs from disk to disk; what is kept for root is not ours.
    disk.free_bytes = static_cast<std::int64_t>(status.f_bavail) * static_cast<std::int64_t>(status.f_frsize);
    if ((status.f_flag & ST_RDONLY) != 0 || ::access(folder.c_str(), W_OK | X_OK) != 0)
        disk.state = health::Folder::read_only;
    return disk;
}

health::DatabaseFacts database_facts(std::filesystem::path const& folder, std::string const& today,
                                     WallTime& highest_seen)
{
    health::DatabaseFacts facts;
    facts.quarantined = newest_quarantined(folder);
    std::error_code code;
    if (!std::filesystem::exists(folder / store::kDatabaseName, code)) {
        facts.state = health::DatabaseState::none_yet;
        return facts;
    }
    auto store = store::Store::open_to_read(folder);
    if (!store) {
        facts.state = health::DatabaseState::unreadable;
        facts.fault = store.error().line();
        return facts;
    }
    auto const sound = store.value().database().text("PRAGMA quick_check(1)");
    if (!sound || sound.value() != "ok") {
        facts.state = health::DatabaseState::damaged;
        facts.fault = sound ? (folder / store::kDatabaseName).string() + ": " + sound.value() : sound.error().line();
        return facts;
    }
    if (auto const seen = store.value().highest_seen()) highest_seen = seen.value();
    constexpr int kDays = 30;
    facts.machine = store.value().machine();
    facts.kiosk = store.value().label().text.kiosk;
    if (auto const key = store::public_export_key(folder)) facts.key = key.value();
    facts.crashes = crashes_since(store.value(), figures::day_after(today, -kDays));
    return facts;
}

health::ContentFacts content_facts(Setup const& setup, std::string const& today)
{
    auto const& config = setup.options.config;
    ui::FontCoverage letters;
    auto const judged = updates::check_content_folder(
        config.content, {{config.assets / "pictures"}, today, [&](char32_t letter) { return letters.has(letter); }});
    health::ContentFacts facts;
    facts.version = judged.content.version;
    facts.usable = judged.content.usable();
    facts.errors = count(judged.problems, Severity::error);
    facts.warnings = count(judged.problems, Severity::warning);
    facts.first = judged.first(facts.errors > 0 ? Severity::error : Severity::warning);
    return facts;
}

// The last day of content from a stick that has passed; "" while it is valid, or nobody knows which day it is.
std::string expired_day(updates::Shelf const& shelf, health::ClockFacts const& clock, Zone const& zone)
{
    auto const state = shelf.state();
    if (!state || figures::clock_trust(clock.now, clock.bounds) != figures::TimeTrust::trusted) return {};
    auto const manifest = shelf.manifest(state.value().current);
    if (!manifest) return {};
    auto const day = day_text(manifest->valid_until);
    return day < zone.day(clock.now) ? day : "";
}

std::optional<health::NoticesFacts> notices_facts(std::optional<std::filesystem::path> const& install_prefix)
{
    if (!install_prefix) return std::nullopt;
    auto const file = *install_prefix / "share/doc/kiosk/NOTICES";
    health::NoticesFacts facts{file.string(), 0};
    // Its table ends where the first text begins; a row of it that stands below its head is one thing.
    std::ifstream lines(file);
    bool in_table = false;
    for (std::string line; std::getline(lines, line) && !line.starts_with("==== ");) {
        if (in_table && line.find(" | ") != std::string::npos) ++facts.listed;
        in_table = in_table || line.starts_with("What | ");
    }
    return facts;
}

health::VenueFacts place_facts(settings::Config const& config)
{
    return {config.setting, config.fair.name, config.fair.from, config.fair.to};
}

health::HealthFacts facts_of(Setup const& setup, Clock const& clock)
{
    auto const& config = setup.options.config;
    auto const today = config.zone.day(clock.wall());
    health::HealthFacts facts;
    facts.kiosk = config.name;
    facts.program = KIOSK_VERSION;
    facts.zone = config.zone;
    facts.place = place_facts(config);
    facts.missing_fonts = missing_fonts();
    facts.disk = disk_facts(config.data, config.wait_for_data);
    health::ClockFacts time{clock.wall(), {kReleaseTime, {}}};
    facts.database = database_facts(config.data, today, time.bounds.highest_seen);
    facts.clock = time;
    facts.content = content_facts(setup, today);
    facts.config_problems.emplace();
    for (auto const& problem : setup.config_problems) facts.config_problems->push_back(problem.line());
    facts.config_in_force = setup.options.config_in_force;
    facts.staff_pin = lock::has_pin(config.data, config.staff.pin_hash);
    facts.missing_programs.emplace();
    std::error_code ignored;
    if (!std::filesystem::exists(services::picture_program(), ignored))
        facts.missing_programs->push_back("kiosk-picture");
    facts.notices = notices_facts(install_prefix());
    if (setup.shelf) facts.content->expired = expired_day(*setup.shelf, time, config.zone);
    return facts;
}

} // namespace kiosk::program
