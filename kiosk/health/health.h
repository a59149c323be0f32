// Health: how this kiosk is, as facts that somebody has gathered (program/doctor.h) and as lines that are judged from
// them: green, amber or red, in English words for the terminal, and by key and values for screens that say it in the
// staff's language. The same, compact, for a code that staff photograph and send: no figure of a visitor and no serial
// number is in it. Pure: nothing is opened, measured or asked here. Owner: whoever asked.
#pragma once
#include "base/clock.h"
#include "base/zone.h"
#include "figures/bucket.h"
#include "health/line.h"
#include "health/machine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::health {

enum class Touching { expected, not_expected }; // the loop for passers-by is not touched

enum class Standing { shop, fair };

// What the figures are told of.
struct PlaceFacts {
    Standing standing = Standing::shop;
    std::string fair, first, last; // its name and days; "" where the configuration does not say which
};

struct DisplayFacts {
    std::string driver;        // SDL's name: "KMSDRM", "wayland", "x11"
    std::string renderer;      // SDL's name: "opengles2", "software"
    std::string graphics;      // what draws, as the driver says: "Mesa Intel(R) UHD Graphics"; "" if it does not say
    int width = 0, height = 0; // [px]
    std::string fault;         // why there is none; else ""
    int missing_screens = 0;   // that the configuration names
};

struct PanelFacts {
    float inches = 0; // diagonal; 0: nobody knows
    int width_mm = 0, height_mm = 0;
    bool configured = false; // rather than said by the screen
};

struct TouchFacts {
    int devices = 0;                     // that can be used
    std::vector<std::string> unreadable; // devices that are there but may not be read: "/dev/input/event3"
    Touching touching = Touching::expected;
    long ghosts = 0; // touches of nobody, in this run of the kiosk (ui/scene/touch_filter.h)
};

enum class Folder { usable, missing, read_only };

struct DiskFacts {
    std::string folder; // of the figures
    Folder state = Folder::usable;
    std::int64_t free_bytes = 0;
    bool waits_for_marker = false; // configured: wait_for_data
    bool marker = false;           // the file "kiosk-data" is there
};

// as_written: with defaults for single settings that are wrong. kept: the file has a fault, and is as it was before
// that. partly: it has one, and none was kept.
enum class ConfigInForce { as_written, kept, partly };

struct ClockFacts {
    WallTime now;
    figures::ClockBounds bounds; // highest_seen 0 where nothing was seen yet
};

struct ContentFacts {
    std::string version;
    int errors = 0, warnings = 0;
    bool usable = true;  // else the safe page stands in
    std::string first;   // line of the first problem, errors first
    std::string expired; // day on which it stopped being valid; "" while it is
};

enum class DatabaseState { good, none_yet, unreadable, damaged };

struct DatabaseFacts {
    DatabaseState state = DatabaseState::good;
    std::string fault;     // line of it
    std::string put_aside; // the newest that was put aside; "" for none
    int crashes = 0;       // starts of the last 30 days that came after no clean stop
    std::string machine;   // the kiosk's number, 16 hexadecimal digits; "" while there is no database
    std::string key;       // by which its exports are known, the public half, 64 digits; "" while there is none
    std::string kiosk;     // the name that its figures are under
};

// The list of libraries and fonts that an installed kiosk uses, with the terms of each (tools/notices).
struct NoticesFacts {
    std::string file; // where it belongs
    int listed = 0;   // libraries and fonts; 0: the file is missing, or is no such list
};

// What nobody has looked at is left out, and is not judged.
struct HealthFacts {
    std::string kiosk;               // its name; "" where the configuration does not say it in a way that can be used
    std::string program;             // version
    Zone zone;                       // days are said by its clocks
    std::optional<PlaceFacts> place; // name and zone are judged with it
    std::optional<DisplayFacts> display;
    std::optional<PanelFacts> panel;
    std::optional<TouchFacts> touch;
    std::optional<std::vector<std::string>> missing_fonts; // faces by name; all three of them: no words can be set
    std::optional<DiskFacts> disk;
    std::optional<ClockFacts> clock;
    std::optional<ContentFacts> content;
    std::optional<DatabaseFacts> database;
    std::optional<std::string> writer_fault;                 // of the running kiosk; "" when figures are stored
    std::optional<std::vector<std::string>> config_problems; // lines
    ConfigInForce config_in_force = ConfigInForce::as_written;
    std::optional<std::vector<std::string>> missing_programs; // helpers that should lie beside the kiosk
    std::optional<NoticesFacts> notices;                      // none of a kiosk that runs where it was built
    std::optional<bool> staff_pin;                            // whether one is set
    std::optional<BootFacts> boot;
    std::optional<SourceFacts> sources;
};

// One line for each thing looked at, always in the same order.
std::vector<HealthLine> judge(HealthFacts const& facts);

// One line of at most 500 bytes, ASCII: "KIOSK1 brussels-1 0.1.0 content=2026.11 free=5120MB number=0123456789abcdef
// key=… red=touch.none amber=clock.back green=9". What does not fit is cut from the end of a list, which then ends in
// "+". Number and key are those of the office's list of kiosks: neither is a secret.
std::string health_code(HealthFacts const& facts, std::vector<HealthLine> const& lines);

} // namespace kiosk::health
