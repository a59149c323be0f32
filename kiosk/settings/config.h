// Config: the settings of this kiosk, from a TOML file and the command line. Every key is checked; a fault is a Problem
// and the default is used, so that a mistyped line never keeps a kiosk dark. Owner: program/setup/options.h.
#pragma once
#include "base/bounds.h"
#include "base/problem.h"
#include "base/result.h"
#include "base/zone.h"
#include "content/content.h"
#include "figures/bucket.h"
#include "figures/threshold.h"
#include "settings/dayparts.h"
#include "settings/opening_hours.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::settings {

enum class Mode { kiosk, display, both }; // display: a loop for passers-by; both: one of each on two screens

// One screen that the program shows something on.
struct ScreenConfig {
    int screen = 1;                   // as SDL counts them, from 1
    int rotation = 0;                 // of picture and touch, clockwise: 0, 90, 180, 270
    double panel_diagonal_inches = 0; // 0: as the screen reports
};
constexpr NumberKeys<ScreenConfig, 3> kScreenNumbers{
    number_key("screen", &ScreenConfig::screen, Bounds<int>{1, 16}),
    number_key("rotation", &ScreenConfig::rotation, Bounds<int>{0, 270}),
    number_key("panel_diagonal_inches", &ScreenConfig::panel_diagonal_inches, Bounds<double>{7, 120})};

struct DisplayConfig {
    ScreenConfig screen{0, 0, 0};  // screen 0: the second in the mode "both", else the first
    double viewing_distance_m = 0; // 0: the distance at which the panel's QR code can be scanned
    std::string stand;             // shown at the foot of every slide
};
constexpr NumberKeys<DisplayConfig, 1> kDisplayNumbers{
    number_key("viewing_distance_m", &DisplayConfig::viewing_distance_m, Bounds<double>{0.5, 50})};

// The name of a kiosk that has not been given one.
constexpr char const* kDefaultName = "kiosk";

// A fair, whose figures are published as a whole: its name, first and last day. All are "" where there is none.
struct FairConfig {
    std::string name, from, to;
};

// How figures leave this kiosk.
struct ExportConfig {
    std::string language;   // of workbooks; "" for the content's first
    std::string public_key; // "age1…": packages are sealed for its owner; "" for open ones
    std::vector<std::filesystem::path> folders{"/media", "/run/media"}; // where sticks appear, or a folder itself
};

// The way in for staff.
struct StaffConfig {
    // As kiosk --hash-pin prints it; "" for none. A PIN that is set at the kiosk overrides it until another hash is
    // written here (lock/pin_file.h).
    std::string pin_hash;
    bool shuffle = false; // the digits of the PIN pad are in another order each time
};

// Idle times, [s]; 0 for those of the content.
struct IdleConfig {
    double usual = 0, reading = 0, reporting = 0, warning = 0;
};
constexpr NumberKeys<IdleConfig, 4> kIdleNumbers{
    number_key("seconds", &IdleConfig::usual, content::kIdleBounds),
    number_key("reading", &IdleConfig::reading, content::kIdleBounds),
    number_key("reporting", &IdleConfig::reporting, content::kReportIdleBounds),
    number_key("warning", &IdleConfig::warning, content::kWarningBounds)};

// The keys that content from sticks is signed with: the office's, a second person's, and last the spare one, as
// kiosk-content make-key writes them. Without keys no content is taken from sticks. `epoch` is the number of the list
// of keys that these were taken from.
struct UpdatesConfig {
    std::vector<std::string> keys; // as minisign writes them, "RW…"
    std::int64_t epoch = 1;
    // Hosts that addresses of reporting may move to with one signature; without any, only within their own hosts.
    std::vector<std::string> reporting_hosts;
};
constexpr NumberKeys<UpdatesConfig, 1> kUpdatesNumbers{
    number_key("epoch", &UpdatesConfig::epoch, Bounds<std::int64_t>{1, 1'000'000})};

struct Config {
    // The kiosk's name in the figures: letters, digits and hyphens, 40 at most. "" where the configuration cannot be
    // read or has an invalid name; the last known name is then used.
    std::string name = kDefaultName;
    std::string partner, country; // who operates it; ISO 3166 alpha-2; "" if not set
    figures::Venue setting = figures::Venue::shop;
    Zone zone; // of its clocks: days, hours, opening hours and dayparts
    FairConfig fair;
    ExportConfig exporting;
    UpdatesConfig updates;
    StaffConfig staff;
    IdleConfig idle;
    std::vector<std::string> languages; // codes, in the order they are offered; none: all of the content, in its order
    std::int64_t threshold = figures::Threshold::kLeast; // counts of reporting below it are not exported
    std::filesystem::path content;
    std::filesystem::path data;
    bool wait_for_data = false; // `data` is on a disk that is mounted late: used only while it holds the marker file
    std::filesystem::path assets;
    std::string theme = "dusk";
    Mode mode = Mode::kiosk;
    ScreenConfig kiosk;
    DisplayConfig display;
    Dayparts dayparts;
    OpeningHours hours; // by default always open
};
// A count below ten can point to a person (figures/suppression.h).
constexpr NumberKeys<Config, 1> kConfigNumbers{
    number_key("threshold", &Config::threshold, figures::Threshold::kBounds)};

// Calls visit(table, values, defaults, keys) for every part of a configuration that holds numbers.
template <typename Visit>
void visit_numbers(Config const& config, Visit visit)
{
    Config const defaults;
    visit("", config, defaults, kConfigNumbers);
    visit("", config.kiosk, defaults.kiosk, kScreenNumbers);
    visit("display", config.display.screen, defaults.display.screen, kScreenNumbers);
    visit("display", config.display, defaults.display, kDisplayNumbers);
    visit("updates", config.updates, defaults.updates, kUpdatesNumbers);
    visit("idle", config.idle, defaults.idle, kIdleNumbers);
}

// Whether every number is what its bounds allow, or the default.
bool in_bounds(Config const& config);

// "display" -> Mode::display; an unknown name is Mode::kiosk.
Mode parse_mode(std::string const& name);

// Overrides `config` with the file. Of a file that is not valid TOML the part above the first bad line is read.
// Problems name the file as given.
Problems read_config(std::filesystem::path const& file, Config& config);

// The file's text with every key, its default and what it means.
std::string default_config_text();

constexpr Bounds<std::int64_t> kSideBounds{240, 8192}; // [px]

// "1920x1080" -> both numbers.
struct PanelSize {
    int width = 0, height = 0;
};
std::optional<PanelSize> parse_panel_size(std::string const& text);

} // namespace kiosk::settings
