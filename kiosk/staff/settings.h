// What staff can set at the kiosk itself, as plain data; it stands over the configuration. The visit's screens change a
// copy, settings/staff_settings.h keeps it; those two do not know each other.
#pragma once
#include <array>
#include <compare>
#include <string>
#include <vector>

namespace kiosk::staff {

// Local time; what a person reads off a wall clock.
struct ClockReading {
    int year = 2026, month = 1, day = 1, hour = 0, minute = 0;
    auto operator<=>(ClockReading const&) const = default;
};

enum class DayRule { open, closed };

// always: no opening hours; set: by weekday, as below; file: what stands in the configuration, untouched.
enum class HoursRule { file, always, set };

constexpr int kLeastBrightness = 30; // percent; below it a panel in a shop cannot be read

struct Settings {
    int brightness = 100;               // percent
    std::vector<std::string> languages; // codes, in the order they are offered
    HoursRule hours = HoursRule::file;
    int opens = 9 * 60, closes = 18 * 60; // minutes after midnight, the same on every open day
    std::array<DayRule, 7> days{};        // Monday first
    ClockReading clock;                   // as it was read, or as it is being set
    bool operator==(Settings const&) const = default;
};

} // namespace kiosk::staff
