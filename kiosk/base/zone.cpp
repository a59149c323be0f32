#include "base/zone.h"
#include "base/nearest.h"
#include "base/utf8.h"

#include <absl/time/time.h>
#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fstream>
#include <limits>
#include <sstream>

namespace kiosk {

namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2100;
constexpr std::string_view kBrussels = "Europe/Brussels";

std::int64_t seconds_of(CalendarDay day) { return std::int64_t{day.time_since_epoch().count()} * kDay; }

// Inside the four digits of a year, whatever the offset.
std::int64_t clamped(WallTime time)
{
    using namespace std::chrono;
    static auto const first = seconds_of(sys_days(year(2) / 1 / 1));
    static auto const last = seconds_of(sys_days(year(9998) / 12 / 31));
    return std::clamp(time.unix_seconds, first, last);
}

LocalMoment moment(std::int64_t local)
{
    CalendarDay const day(std::chrono::floor<std::chrono::days>(std::chrono::seconds(local)));
    return {day, static_cast<int>(local - seconds_of(day))};
}

// As names of zones are written; not what tzdata holds beside them (posix/, right/, localtime, zone.tab).
bool is_zone_name(std::string_view name)
{
    auto const is_letter = [](char letter) {
        return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '-' ||
               letter == '+' || letter == '/';
    };
    constexpr std::size_t kLongest = 64; // the longest has 32
    return !name.empty() && name.size() <= kLongest && std::isupper(static_cast<unsigned char>(name.front())) != 0 &&
           name.back() != '/' && name.find("//") == std::string_view::npos &&
           std::all_of(name.begin(), name.end(), is_letter);
}

// Those that tzdata lists for people to choose from.
std::vector<std::string> zone_names(std::filesystem::path const& folder)
{
    std::vector<std::string> names;
    std::ifstream lines(folder / "zone.tab");
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string country, place, name;
        if (!line.starts_with('#') && words >> country >> place >> name) names.push_back(std::move(name));
    }
    return names;
}

std::string_view place_of(std::string_view name) { return name.substr(name.rfind('/') + 1); }

// By the whole name, or by its place alone: who writes "london" means Europe/London.
std::string nearest_zone(std::string_view typed, std::vector<std::string> const& names)
{
    constexpr auto kForm = "write area and place, for instance \"Europe/London\"";
    auto const nearest_by = [&](auto part, std::string_view wanted) -> std::string {
        std::vector<std::string> parts;
        for (auto const& name : names) parts.push_back(small_letters(part(name)));
        auto const word = nearest_word(small_letters(wanted), parts);
        if (!word) return {};
        auto const at = std::find(parts.begin(), parts.end(), *word) - parts.begin();
        return fmt::format("did you mean '{}'?", names[static_cast<std::size_t>(at)]);
    };
    auto const whole = [](std::string_view name) { return name; };
    auto advice = typed.find('/') == std::string_view::npos ? nearest_by(place_of, typed) : nearest_by(whole, typed);
    if (advice.empty()) advice = nearest_by(place_of, place_of(typed));
    return advice.empty() ? kForm : advice;
}

Error no_such_zone(std::string_view typed, std::filesystem::path const& folder)
{
    auto const names = zone_names(folder);
    if (names.empty())
        return {folder.string(), fmt::format("there is no list of zones, so that '{}' is not known", typed),
                fmt::format("install the package tzdata; until then {} is the only zone", kBrussels)};
    constexpr std::size_t kShown = 64;
    return {folder.string(), fmt::format("'{}' is no time zone", typed.substr(0, kShown)), nearest_zone(typed, names)};
}

} // namespace

// Summer from 01:00 UTC on the last Sunday of March to that of October (directive 2000/84/EC).
Zone::Table Zone::european(std::string name, std::int64_t winter)
{
    using namespace std::chrono;
    auto const turn = [](int which, month at) { return seconds_of(sys_days(year(which) / at / Sunday[last])) + kHour; };
    Table table{std::move(name), {{std::numeric_limits<std::int64_t>::min(), winter}}};
    for (int which = kFirstYear; which <= kLastYear; ++which) {
        table.changes.push_back({turn(which, March), winter + kHour});
        table.changes.push_back({turn(which, October), winter});
    }
    return table;
}

Zone Zone::brussels()
{
    static auto const table = std::make_shared<Table const>(european(std::string(kBrussels), kHour));
    return Zone(table);
}

Result<Zone> Zone::named(std::string_view iana, std::filesystem::path const& folder)
{
    if (iana == kBrussels) return brussels();
    absl::TimeZone read;
    if (!is_zone_name(iana) || !absl::LoadTimeZone((folder / iana).string(), &read)) return no_such_zone(iana, folder);
    auto const from = seconds_of(std::chrono::sys_days(std::chrono::year(kFirstYear) / 1 / 1));
    auto const to = seconds_of(std::chrono::sys_days(std::chrono::year(kLastYear + 1) / 1 / 1));
    Table table{std::string(iana), {}};
    auto time = absl::FromUnixSeconds(from);
    table.changes.push_back({std::numeric_limits<std::int64_t>::min(), read.At(time).offset});
    for (absl::TimeZone::CivilTransition next; read.NextTransition(time, &next);) {
        time = read.At(next.to).trans;
        auto const seconds = absl::ToUnixSeconds(time);
        if (seconds >= to) break;
        table.changes.push_back({seconds, read.At(time).offset});
    }
    return Zone(std::make_shared<Table const>(std::move(table)));
}

std::size_t Zone::change_at(std::int64_t seconds) const
{
    auto const& changes = table_->changes;
    auto const next = std::upper_bound(changes.begin(), changes.end(), seconds,
                                       [](std::int64_t time, Change const& change) { return time < change.from; });
    return static_cast<std::size_t>(next - changes.begin()) - 1;
}

std::int64_t Zone::offset(WallTime time) const { return table_->changes[change_at(clamped(time))].offset; }

LocalMoment Zone::local(WallTime time) const { return moment(clamped(time) + offset(time)); }

std::string Zone::day(WallTime time) const { return day_text(local(time).day); }

int Zone::hour(WallTime time) const { return local(time).hour(); }

int Zone::minute_of_day(WallTime time) const { return local(time).minute_of_day(); }

int Zone::weekday(WallTime time) const { return parts_of(local(time).day).weekday; }

// The first second at which clocks show a time of [local_from, local_from + length); `within` is one of them.
WallTime Zone::first_of(std::int64_t local_from, std::int64_t length, WallTime within) const
{
    // No zone has set its clocks back by more than a day.
    auto const& changes = table_->changes;
    for (auto i = change_at(clamped(within) - 2 * kDay);; ++i) {
        auto const end = i + 1 < changes.size() ? changes[i + 1].from : std::numeric_limits<std::int64_t>::max();
        auto const first = std::max(changes[i].from, local_from - changes[i].offset);
        if (first < std::min(end, local_from + length - changes[i].offset) || i + 1 == changes.size()) return {first};
    }
}

WallTime Zone::start_of_day(WallTime time) const { return first_of(seconds_of(local(time).day), kDay, time); }

WallTime Zone::start_of_hour(WallTime time) const
{
    auto const shown = local(time);
    return first_of(seconds_of(shown.day) + shown.hour() * kHour, kHour, time);
}

WallTime Zone::when(CalendarDay day, int minute_of_day) const
{
    auto const wanted = clamped({seconds_of(day) + std::int64_t{minute_of_day} * 60});
    // No offset is as much as a day: the first that may hold is that of a day before.
    auto const& changes = table_->changes;
    for (auto i = change_at(wanted - kDay);; ++i) {
        auto const time = wanted - changes[i].offset;
        if (i + 1 < changes.size() && time >= changes[i + 1].from) continue;
        bool const leapt_over = i > 0 && time < changes[i].from;
        return {leapt_over ? wanted - changes[i - 1].offset : time};
    }
}

} // namespace kiosk
