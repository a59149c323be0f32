// Opening hours by day of the week, with exceptions for dates, in the local time of a zone. Pure; the caller reads the
// clock and says whether it is trusted. An untrusted clock, a line that cannot be read and a day without hours all
// count as open: no mistake keeps a kiosk dark. Owner: the configuration.
#pragma once
#include "base/calendar.h"
#include "base/clock.h"
#include "base/zone.h"
#include "figures/bucket.h"
#include "toml/toml.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::settings {

enum class OpenState { open, closed };

// Minutes after midnight; `to` may be on the next day, at most 24 hours after `from`.
struct OpenSpan {
    int from = 0, to = 0;
    bool operator==(OpenSpan const&) const = default;
};
using OpenDay = std::vector<OpenSpan>; // empty: closed

// "09:00-18:00", "09:00-12:30, 13:30-18:00", "20:00-02:00" (over midnight), "00:00-24:00" or "closed".
std::optional<OpenDay> open_day(std::string const& text);

class OpeningHours {
public:
    OpeningHours() = default; // always open
    explicit OpeningHours(Zone zone) : zone_(std::move(zone)) {}
    // From Monday to Sunday; a day without hours is open all day.
    OpeningHours(std::array<std::optional<OpenDay>, 7> week, std::map<CalendarDay, OpenDay> exceptions, Zone zone = {});

    bool always_open() const;
    // With other hours of the week, and the same exceptions and zone.
    OpeningHours with_week(std::array<std::optional<OpenDay>, 7> week) const
    {
        return {std::move(week), exceptions_, zone_};
    }
    // "09:00-12:30, 13:30-18:00" or "closed", for a day "2026-11-23"; "" where no hours are set, or for an invalid day.
    std::string text_of(std::string const& day) const;
    OpenState state_at(WallTime time, figures::TimeTrust trust) const;

private:
    // The hours set for a day; null where none are.
    OpenDay const* hours_on(CalendarDay day) const;
    bool open(CalendarDay day, int minute) const; // of the hours that began on this day

    std::array<std::optional<OpenDay>, 7> week_;
    std::map<CalendarDay, OpenDay> exceptions_;
    Zone zone_;
};

// The table [hours] of a configuration. What is wrong is a Problem and counts as open.
OpeningHours read_opening_hours(toml::Value const& table, Zone const& zone, Problems& problems);

// For default_config_text().
std::string opening_hours_help();

} // namespace kiosk::settings
