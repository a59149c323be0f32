#include "figures/days.h"
#include "base/calendar.h"

namespace kiosk::figures {

namespace {

using namespace std::chrono;

std::optional<year_month_day> date_of(std::string_view text)
{
    auto const day = calendar_day(text);
    return day ? std::optional(year_month_day(*day)) : std::nullopt;
}

} // namespace

bool is_day(std::string_view text) { return calendar_day(text).has_value(); }

std::string day_after(std::string_view text, int count)
{
    auto const day = calendar_day(text);
    return day ? day_text(*day + days(count)) : std::string();
}

std::string months_before(std::string_view text, int count)
{
    auto const date = date_of(text);
    if (!date) return {};
    auto const moved = *date - months(count);
    return day_text(moved.ok() ? moved : year_month_day(moved.year() / moved.month() / last));
}

std::string first_of_month(std::string_view text)
{
    return is_day(text) ? std::string(text.substr(0, 8)) + "01" : std::string();
}

std::string last_of_month(std::string_view text)
{
    auto const date = date_of(text);
    return date ? day_text(date->year() / date->month() / last) : std::string();
}

std::optional<long> days_between(std::string_view first, std::string_view second)
{
    auto const from = calendar_day(first);
    auto const to = calendar_day(second);
    if (!from || !to) return std::nullopt;
    return (*to - *from).count();
}

} // namespace kiosk::figures
