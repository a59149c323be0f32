#include "settings/staff_settings.h"
#include "base/calendar.h"
#include "files/files.h"
#include "toml/toml.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::settings {

namespace {

constexpr int kHour = 60; // minutes
constexpr char const* kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

void read_hours(toml::Value const& table, staff::Settings& settings, Problems& problems)
{
    toml::TableReader reader(table, "[hours]", problems);
    settings.hours =
        reader.word("rule", {"always", "set", "file"}) == "set" ? staff::HoursRule::set : staff::HoursRule::always;
    reader.numbers(settings, kHoursNumbers);
    auto const closed = reader.texts("closed", toml::Presence::optional);
    for (std::size_t day = 0; day < settings.days.size(); ++day)
        settings.days[day] = std::find(closed.begin(), closed.end(), kDays[day]) != closed.end()
                                 ? staff::DayRule::closed
                                 : staff::DayRule::open;
    reader.finish();
}

} // namespace

Problems read_settings(std::filesystem::path const& file, staff::Settings& settings)
{
    Problems problems;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return problems;
    auto const bytes = read_file(file);
    if (!bytes) {
        problems.push_back({Severity::error, {file.string()}, bytes.error().message, bytes.error().advice});
        return problems;
    }
    auto const root = toml::parse_toml(bytes.value(), file.string(), problems);
    if (!root) return problems;
    toml::TableReader reader(*root, "the settings", problems);
    reader.numbers(settings, kSettingsNumbers);
    if (auto languages = reader.texts("languages", toml::Presence::optional); !languages.empty())
        settings.languages = std::move(languages);
    if (auto const* hours = reader.table("hours", toml::Presence::optional)) read_hours(*hours, settings, problems);
    reader.finish();
    return problems;
}

Result<> write_settings(std::filesystem::path const& file, staff::Settings const& settings)
{
    std::string text = "# Set by staff at the kiosk; stands over the configuration.\n";
    text += fmt::format("brightness = {}\n", settings.brightness);
    auto const list = [&text](char const* key, auto const& items) {
        text += fmt::format("{} = [", key);
        for (auto const& item : items) text += fmt::format("\"{}\", ", item);
        text += "]\n";
    };
    list("languages", settings.languages);
    if (settings.hours != staff::HoursRule::file) {
        text +=
            fmt::format("\n[hours]\nrule = \"{}\"\nopens = {}\ncloses = {}\n",
                        settings.hours == staff::HoursRule::set ? "set" : "always", settings.opens, settings.closes);
        std::vector<std::string> closed;
        for (std::size_t day = 0; day < settings.days.size(); ++day)
            if (settings.days[day] == staff::DayRule::closed) closed.emplace_back(kDays[day]);
        list("closed", closed);
    }
    KIOSK_TRY(make_folder(file.parent_path()));
    return write_file_atomically(file, text);
}

std::string hours_text(staff::Settings const& settings, std::size_t day)
{
    if (settings.days.at(day) == staff::DayRule::closed) return "closed";
    return time_text(settings.opens) + "-" + time_text(settings.closes);
}

staff::ClockReading local_clock(WallTime time, Zone const& zone)
{
    auto const shown = zone.local(time);
    auto const parts = parts_of(shown.day);
    return {parts.year, parts.month, parts.day, shown.hour(), shown.minute_of_day() % kHour};
}

std::optional<WallTime> wall_time(staff::ClockReading const& clock, Zone const& zone)
{
    auto const day = calendar_day(fmt::format("{:04}-{:02}-{:02}", clock.year, clock.month, clock.day));
    if (!day || clock.hour < 0 || clock.hour > 23 || clock.minute < 0 || clock.minute > 59) return std::nullopt;
    return zone.when(*day, clock.hour * kHour + clock.minute);
}

} // namespace kiosk::settings
