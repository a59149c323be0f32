// Days of the calendar and times of a day as figures and configurations write them, "2026-11-23" and "09:05". Plain
// values without clock or zone; figures/bucket.h computes which day a time belongs to.
#pragma once
#include "base/bounds.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

using CalendarDay = std::chrono::sys_days;

constexpr Bounds<int> kMinutesOfDay{0, 24 * 60 - 1};

std::string time_text(int minute_of_day); // "09:05"

// Nothing if it is no day of the calendar: "2026-02-30", "23.11.2026".
std::optional<CalendarDay> calendar_day(std::string_view text);
std::string day_text(CalendarDay day);

// Month and day count from 1; weekday is 1 (Monday) to 7.
struct DateParts {
    int year = 0, month = 1, day = 1, weekday = 1;
};
DateParts parts_of(CalendarDay day);

// 28 to 31; months count from 1.
int days_of_month(int year, int month);

} // namespace kiosk
