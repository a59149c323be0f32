// The settings that staff can change at the kiosk, as plain data; they override the configuration. The session edits a
// copy; settings/staff_settings.h stores it.
#pragma once
#include <array>
#include <compare>
#include <string>
#include <vector>

namespace kiosk::staff {

// Local time, as on a wall clock.
struct ClockReading {
    int year = 2026, month = 1, day = 1, hour = 0, minute = 0;
    auto operator<=>(ClockReading const&) const = default;
};

enum class DayRule { open, closed };

// Opening hours. file: those of the configuration. always: none. set: `opens`, `closes` and `days` below.
enum class HoursRule { file, always, set };

constexpr int kLeastBrightness = 30; // [%]; a darker panel cannot be read in a shop

struct Settings {
    int brightness = 100;               // [%]
    std::vector<std::string> languages; // codes, in the order they are offered
    HoursRule hours = HoursRule::file;
    int opens = 9 * 60, closes = 18 * 60; // [minutes after midnight], the same on every open day
    std::array<DayRule, 7> days{};        // Monday first
    ClockReading clock;                   // as read, or as being set
    bool operator==(Settings const&) const = default;
};

} // namespace kiosk::staff
