// Health: facts about this kiosk, gathered by program/doctor/, and the lines that they are judged to: green, amber or
// red, in English for the terminal, and as key and values for screens in the staff's language. health_code() has the
// same in short for a QR code that staff photograph and send; it has no visitors' figures and no serial number. Pure.
#pragma once
#include "base/clock.h"
#include "base/zone.h"
#include "figures/bucket.h"
#include "health/config_in_force.h"
#include "health/line.h"
#include "health/machine.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::health {

// Whether a touch panel is needed: the trade-fair screen has none.
enum class TouchExpectation { expected, not_expected };

// Where the kiosk stands, as the configuration says: figures of reporting are released by fair, or by month.
struct VenueFacts {
    figures::Venue standing = figures::Venue::shop;
    std::string fair, first, last; // its name and days; "" where the configuration does not say which
};

struct DisplayFacts {
    std::string driver;        // SDL's name: "KMSDRM", "wayland", "x11"
    std::string renderer;      // SDL's name: "opengles2", "software"; or "memory"
    std::string graphics;      // what draws, as the driver says: "Mesa Intel(R) UHD Graphics"; "" if it does not say
    int width = 0, height = 0; // [px]
    std::string fault;         // why there is none; else ""
    int missing_screens = 0;   // that the configuration names
    bool by_card = true;       // else the processor draws
};

struct PanelFacts {
    float inches = 0; // diagonal; 0: not known
    int width_mm = 0, height_mm = 0;
    bool configured = false; // by the configuration, rather than reported by the screen
};

struct TouchFacts {
    int devices = 0;                     // touch panels that can be read
    std::vector<std::string> unreadable; // present, but without permission: "/dev/input/event3"
    TouchExpectation touching = TouchExpectation::expected;
    long ghosts = 0; // ghost touches in this run of the kiosk (ui/scene/touch_filter.h)
};

enum class Folder { usable, missing, read_only };

struct DiskFacts {
    std::string folder; // of the figures
    Folder state = Folder::usable;
    std::int64_t free_bytes = 0;
    bool waits_for_marker = false; // configured: wait_for_data
    bool marker = false;           // the file "kiosk-data" is there
};

struct ClockFacts {
    WallTime now;
    figures::ClockBounds bounds; // highest_seen: 0 on a first start
};

struct ContentFacts {
    std::string version;
    int errors = 0, warnings = 0;
    bool usable = true;  // else the safe page is shown
    std::string first;   // line of the first problem, errors first
    std::string expired; // day on which it stopped being valid; "" while it is
};

enum class DatabaseState { good, none_yet, unreadable, damaged };

struct DatabaseFacts {
    DatabaseState state = DatabaseState::good;
    std::string fault;       // line of it
    std::string quarantined; // folder of the newest damaged database that was put aside; "" for none
    int crashes = 0;         // starts in the last 30 days without a clean stop before them
    std::string machine;     // the kiosk's number, 16 hexadecimal digits; "" while there is no database
    std::string key;         // that signs its exports, the public half, 64 hexadecimal digits; "" while there is none
    std::string kiosk;       // the name that its figures are stored under
};

// The list of libraries and fonts that an installed kiosk uses, with the terms of each (tools/notices).
struct NoticesFacts {
    std::string file; // where it belongs
    int listed = 0;   // libraries and fonts in it; 0: the file is missing or of another form
};

// Facts that were not gathered are absent, and not judged.
struct HealthFacts {
    std::string kiosk;               // its name; "" where the configuration has none that can be used
    std::string program;             // version
    Zone zone;                       // of the days in lines
    std::optional<VenueFacts> place; // name and zone are judged with it
    std::optional<DisplayFacts> display;
    std::optional<PanelFacts> panel;
    std::optional<TouchFacts> touch;
    std::optional<std::vector<std::string>> missing_fonts; // faces, by name
    std::optional<DiskFacts> disk;
    std::optional<ClockFacts> clock;
    std::optional<ContentFacts> content;
    std::optional<DatabaseFacts> database;
    std::optional<std::string> writer_fault;                 // of the running kiosk; "" while figures are stored
    std::optional<std::vector<std::string>> config_problems; // lines
    ConfigInForce config_in_force = ConfigInForce::as_written;
    std::optional<std::vector<std::string>> missing_programs; // helpers that should lie beside the kiosk
    std::optional<NoticesFacts> notices;                      // absent where the kiosk runs from its build folder
    std::optional<bool> staff_pin;                            // whether one is set
    std::optional<BootFacts> boot;
    std::optional<SourceFacts> sources;
};

// One line or more for each fact that is present, always in the same order.
std::vector<HealthLine> judge(HealthFacts const& facts);

// One line of at most 500 bytes, ASCII: "KIOSK1 brussels-1 0.1.0 content=2026.11 free=5120MB number=0123456789abcdef
// key=… red=touch.none amber=clock.back green=9". A list that does not fit is cut, and then ends in "+". Number and key
// are in the office's list of kiosks; neither is secret.
std::string health_code(HealthFacts const& facts, std::vector<HealthLine> const& lines);

} // namespace kiosk::health
