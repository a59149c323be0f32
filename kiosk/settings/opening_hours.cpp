#include "settings/opening_hours.h"
#include "base/utf8.h"
#include "settings/dayparts.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::settings {

namespace {

constexpr int kDay = 24 * 60; // [min]
constexpr std::array<char const*, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
constexpr char const* kForm = "write it as \"09:00-18:00\", \"09:00-12:30, 13:30-18:00\" or \"closed\"";

std::optional<OpenSpan> open_span(std::string_view text)
{
    auto const dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    auto const from = parse_minutes_of_day(trimmed(text.substr(0, dash), " "));
    auto const last = trimmed(text.substr(dash + 1), " ");
    auto const to = last == "24:00" ? std::optional(kDay) : parse_minutes_of_day(last);
    if (!from || !to || *from == *to) return std::nullopt;
    return OpenSpan{*from, *to > *from ? *to : *to + kDay};
}

// Nothing where the table does not say, or says what cannot be read.
std::optional<OpenDay> read_day(toml::TableReader& reader, char const* key)
{
    auto const text = reader.text(key, toml::Presence::optional);
    if (text.empty()) return std::nullopt;
    auto day = open_day(text);
    if (!day)
        reader.complain(reader.place_of(key), "'" + text + "' are no opening hours; it counts as open all day", kForm);
    return day;
}

void read_exception(toml::Value const& table, std::map<CalendarDay, OpenDay>& exceptions, Problems& problems)
{
    toml::TableReader reader(table, "[[hours.exception]]", problems);
    auto const text = reader.text("day");
    auto const day = calendar_day(text);
    auto const hours = read_day(reader, "hours");
    if (!day && !text.empty())
        reader.complain(reader.place_of("day"), "'" + text + "' is no day", "write it as \"2026-12-25\"");
    if (table.find("hours") == nullptr)
        reader.complain(reader.place(), "[[hours.exception]] does not say its hours", kForm);
    if (day) exceptions[*day] = hours.value_or(OpenDay{{0, kDay}});
    reader.finish();
}

} // namespace

std::optional<OpenDay> open_day(std::string const& text)
{
    if (trimmed(text, " ") == "closed") return OpenDay{};
    OpenDay day;
    for (std::size_t at = 0; at <= text.size();) {
        auto const comma = std::min(text.find(',', at), text.size());
        auto const span = open_span(std::string_view(text).substr(at, comma - at));
        if (!span || (!day.empty() && span->from < day.back().to)) return std::nullopt;
        day.push_back(*span);
        at = comma + 1;
    }
    return day;
}

OpeningHours::OpeningHours(std::array<std::optional<OpenDay>, 7> week, std::map<CalendarDay, OpenDay> exceptions,
                           Zone zone)
    : week_(std::move(week)),
      exceptions_(std::move(exceptions)),
      zone_(std::move(zone))
{
}

bool OpeningHours::always_open() const
{
    return exceptions_.empty() && std::none_of(week_.begin(), week_.end(), [](auto const& day) { return day; });
}

OpenDay const* OpeningHours::hours_on(CalendarDay day) const
{
    if (auto const exception = exceptions_.find(day); exception != exceptions_.end()) return &exception->second;
    auto const& usual = week_[static_cast<std::size_t>(parts_of(day).weekday - 1)];
    return usual ? &*usual : nullptr;
}

std::string OpeningHours::text_of(std::string const& day) const
{
    auto const date = calendar_day(day);
    auto const* spans = date ? hours_on(*date) : nullptr;
    if (!spans) return {};
    if (spans->empty()) return "closed";
    std::string text;
    for (auto const& span : *spans) {
        auto const to = span.to == kDay ? kDay : span.to % kDay;
        text += fmt::format("{}{}-{}", text.empty() ? "" : ", ", time_text(span.from % kDay), time_text(to));
    }
    return text;
}

bool OpeningHours::open(CalendarDay day, int minute) const
{
    auto const* spans = hours_on(day);
    if (!spans) return minute < kDay;
    return std::any_of(spans->begin(), spans->end(),
                       [minute](OpenSpan const& span) { return minute >= span.from && minute < span.to; });
}

OpenState OpeningHours::state_at(WallTime time, figures::TimeTrust trust) const
{
    if (always_open() || trust == figures::TimeTrust::doubtful) return OpenState::open;
    auto const shown = zone_.local(time);
    auto const minute = shown.minute_of_day();
    bool const is_open = open(shown.day, minute) || open(shown.day - std::chrono::days(1), minute + kDay);
    return is_open ? OpenState::open : OpenState::closed;
}

OpeningHours read_opening_hours(toml::Value const& table, Zone const& zone, Problems& problems)
{
    toml::TableReader reader(table, "[hours]", problems);
    auto const every_day = read_day(reader, "every_day");
    std::array<std::optional<OpenDay>, 7> week;
    std::string unnamed;
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
        bool const named = table.find(kWeekdays[i]) != nullptr;
        week[i] = named ? read_day(reader, kWeekdays[i]) : every_day;
        if (!named && !table.find("every_day")) unnamed += (unnamed.empty() ? "" : ", ") + std::string(kWeekdays[i]);
    }
    std::map<CalendarDay, OpenDay> exceptions;
    for (auto const* exception : reader.tables("exception", toml::Presence::optional))
        read_exception(*exception, exceptions, problems);
    if (!unnamed.empty() && std::any_of(week.begin(), week.end(), [](auto const& day) { return day; }))
        reader.complain(reader.place(),
                        "[hours] does not say when the place is open on " + unnamed + "; it counts as open all day",
                        "add every_day, or the days themselves (\"closed\" where it is)", Severity::warning);
    // Declared even where they are missing, so that a mistyped day gets a suggestion.
    for (auto const* day : kWeekdays) reader.ignore(day);
    reader.finish();
    return {std::move(week), std::move(exceptions), zone};
}

std::string opening_hours_help()
{
    return R"(
# [hours]                      # outside of them the screen dims, goes black and, where it can, off; a touch wakes it.
# every_day = "10:00-18:00"    # Without [hours] it is always on. A clock that is not believed counts as open
# saturday = "09:00-12:30, 13:30-17:00"
# sunday = "closed"            # hours may run over midnight: "20:00-02:00"
# [[hours.exception]]
# day = "2026-12-25"
# hours = "closed"
)";
}

} // namespace kiosk::settings
