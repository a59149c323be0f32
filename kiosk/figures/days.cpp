#include "figures/days.h"

#include <chrono>
#include <fmt/format.h>

namespace kiosk::figures {

namespace {

using namespace std::chrono;

int number(std::string_view digits)
{
    int value = 0;
    for (char const digit : digits) {
        if (digit < '0' || digit > '9') return -1;
        value = value * 10 + (digit - '0');
    }
    return value;
}

std::optional<year_month_day> parsed(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const years = number(text.substr(0, 4));
    auto const months = number(text.substr(5, 2));
    auto const days = number(text.substr(8, 2));
    if (years < 0 || months < 1 || days < 1) return std::nullopt;
    year_month_day const date{year(years), month(static_cast<unsigned>(months)), day(static_cast<unsigned>(days))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string written(year_month_day date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

} // namespace

bool is_day(std::string_view text) { return parsed(text).has_value(); }

std::string day_after(std::string_view text, int count)
{
    auto const date = parsed(text);
    return date ? written(sys_days(*date) + days(count)) : std::string();
}

std::string months_before(std::string_view text, int count)
{
    auto const date = parsed(text);
    if (!date) return {};
    auto const moved = *date - months(count);
    return written(moved.ok() ? moved : year_month_day(moved.year() / moved.month() / last));
}

std::string first_of_month(std::string_view text)
{
    return is_day(text) ? std::string(text.substr(0, 8)) + "01" : std::string();
}

std::string last_of_month(std::string_view text)
{
    auto const date = parsed(text);
    return date ? written(year_month_day(date->year() / date->month() / last)) : std::string();
}

std::optional<long> days_between(std::string_view first, std::string_view second)
{
    auto const from = parsed(first);
    auto const to = parsed(second);
    if (!from || !to) return std::nullopt;
    return (sys_days(*to) - sys_days(*from)).count();
}

} // namespace kiosk::figures
