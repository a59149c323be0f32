// Days of the calendar as figures and configurations write them, "2026-11-23". Plain values; knows no clock and no
// zone: which day it is now is figures/bucket.h's to say.
#pragma once
#include "base/bounds.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

using CalendarDay = std::chrono::sys_days;

constexpr Bounds<int> kMinutesOfDay{0, 24 * 60 - 1};

// Nothing if it is no day of the calendar: "2026-02-30", "23.11.2026".
std::optional<CalendarDay> calendar_day(std::string_view text);
std::string day_text(CalendarDay day);

// The parts of it, as people say them: year, month from 1, day from 1, weekday from 1 (Monday) to 7.
struct DayParts {
    int year = 0, month = 1, day = 1, weekday = 1;
};
DayParts parts_of(CalendarDay day);

// 28 to 31; months count from 1.
int days_of_month(int year, int month);

} // namespace kiosk
