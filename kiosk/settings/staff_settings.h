// What staff have set at the kiosk, stored in <data>/settings.toml. It overrides the configuration, so that nobody
// needs a keyboard. Read at the start; written by the worker of services/staff_services.h.
#pragma once
#include "base/calendar.h"
#include "base/clock.h"
#include "base/problem.h"
#include "base/result.h"
#include "base/zone.h"
#include "staff/settings.h"

#include <filesystem>
#include <optional>

namespace kiosk::settings {

constexpr char const* kSettingsFile = "settings.toml";

constexpr NumberKeys<staff::Settings, 1> kSettingsNumbers{
    number_key("brightness", &staff::Settings::brightness, Bounds<int>{staff::kLeastBrightness, 100})};
constexpr NumberKeys<staff::Settings, 2> kHoursNumbers{// in [hours]
                                                       number_key("opens", &staff::Settings::opens, kMinutesOfDay),
                                                       number_key("closes", &staff::Settings::closes, kMinutesOfDay)};

// Overrides `settings` with the file, if it exists. A fault is a Problem; the rest of the file is used.
Problems read_settings(std::filesystem::path const& file, staff::Settings& settings);

Result<> write_settings(std::filesystem::path const& file, staff::Settings const& settings);

// "09:00-18:00" or "closed", as the configuration's [hours] has it for a weekday (0: Monday).
std::string hours_text(staff::Settings const& settings, std::size_t day);

// Local time of the zone, to the minute, and back; nothing for a time that does not exist.
staff::ClockReading local_clock(WallTime time, Zone const& zone);
std::optional<WallTime> wall_time(staff::ClockReading const& clock, Zone const& zone);

} // namespace kiosk::settings
