// Zone: a time zone, by its name in the IANA database ("Europe/London"). It converts a time into what clocks there
// show, and says when a local day or hour began. A value: copies share one immutable table, so any thread may use it.
//
// Brussels is computed by the European rule, the same on every machine, with or without tzdata. Every other zone is
// read once from the system's tzdata (RFC 8536), for the years 1970 to 2100; before and after them its first and last
// offset hold. Times are clamped to the years 2 to 9998.
#pragma once
#include "base/calendar.h"
#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// Where Debian's package tzdata has its files.
constexpr char const* kZoneFolder = "/usr/share/zoneinfo";

// What a clock shows.
struct LocalMoment {
    CalendarDay day{};
    int second = 0; // since the day's 00:00 by the clock, 0 to 86399

    int hour() const { return second / 3600; }
    int minute_of_day() const { return second / 60; }
    bool operator==(LocalMoment const&) const = default;
};

class Zone {
public:
    Zone() : Zone(brussels()) {}
    static Zone brussels();
    // An Error with the nearest name where tzdata has no such zone, or, except for Brussels, where there is no tzdata.
    // Tests pass another `folder`.
    static Result<Zone> named(std::string_view iana, std::filesystem::path const& folder = kZoneFolder);

    std::string const& name() const { return table_->name; }
    std::int64_t offset(WallTime time) const; // ahead of UTC, [s]
    LocalMoment local(WallTime time) const;
    std::string day(WallTime time) const;   // "2026-11-23"
    int hour(WallTime time) const;          // 0 to 23
    int minute_of_day(WallTime time) const; // 0 to 1439
    int weekday(WallTime time) const;       // 1 (Monday) to 7

    // The first second that has the same local day, or the same local day and hour. A day does not always begin at
    // 00:00, and an hour that comes twice is one hour: it began when it came first.
    WallTime start_of_day(WallTime time) const;
    WallTime start_of_hour(WallTime time) const;

    // When clocks there show this minute of this day. The first time, where it comes twice; where clocks skip it, when
    // they would have shown it without the change.
    WallTime when(CalendarDay day, int minute_of_day) const;

    bool operator==(Zone const& other) const { return name() == other.name(); }

private:
    // From a second on, until the next change.
    struct Change {
        std::int64_t from = 0;   // [s] since 1970-01-01 UTC
        std::int64_t offset = 0; // [s]
    };
    struct Table {
        std::string name;
        std::vector<Change> changes; // in the order of time; the first is from the beginning of all times
    };

    explicit Zone(std::shared_ptr<Table const> table) : table_(std::move(table)) {}
    static Table european(std::string name, std::int64_t winter);
    std::size_t change_at(std::int64_t seconds) const;
    WallTime first_of(std::int64_t local_from, std::int64_t length, WallTime within) const;

    std::shared_ptr<Table const> table_;
};

} // namespace kiosk
