#include "base/calendar.h"

#include <fmt/format.h>

namespace kiosk {

namespace {

std::optional<int> digits(std::string_view text)
{
    auto const value = text.starts_with('-') ? std::nullopt : whole_number(text, {0, 9999});
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

} // namespace

std::string time_text(int minute_of_day) { return fmt::format("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60); }

std::optional<CalendarDay> calendar_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = digits(text.substr(0, 4));
    auto const month = digits(text.substr(5, 2));
    auto const day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return CalendarDay(date);
}

DateParts parts_of(CalendarDay day)
{
    std::chrono::year_month_day const date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(std::chrono::weekday(day).iso_encoding())};
}

int days_of_month(int year, int month)
{
    std::chrono::year_month_day_last const last{
        std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string day_text(CalendarDay day)
{
    auto const parts = parts_of(day);
    return fmt::format("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day);
}

} // namespace kiosk
