// What Zone says is compared with what the C library says of the same zone: another reader of the same tzdata.
#include "base/zone.h"
#include "support/temporary_folder.h"

#include <array>
#include <cstdlib>
#include <ctime>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <thread>

using namespace kiosk;

namespace {

// With summer and without, half hours and quarters, a day that was left out, changes at midnight, both halves of the
// globe.
constexpr std::array kZones{"Europe/Brussels", "Europe/London",       "America/Sao_Paulo", "America/St_Johns",
                            "Asia/Kathmandu",  "Australia/Lord_Howe", "Pacific/Apia",      "Africa/Casablanca",
                            "Asia/Beirut",     "America/Asuncion",    "Africa/Cairo",      "UTC"};
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kFrom2000 = 946684800;                 // 2000-01-01
constexpr std::int64_t kUntil2040 = kFrom2000 + 14610 * kDay; // 2040-01-01

// The C library's clock stands in a zone as long as this lives.
class LibraryZone {
public:
    explicit LibraryZone(std::string const& name)
    {
        if (auto const* now = std::getenv("TZ")) before_ = now;
        set(":" + name);
    }
    ~LibraryZone() { set(before_); }
    LibraryZone(LibraryZone const&) = delete;
    LibraryZone& operator=(LibraryZone const&) = delete;

    std::tm at(std::int64_t seconds) const
    {
        std::time_t const time = seconds;
        std::tm parts{};
        localtime_r(&time, &parts);
        return parts;
    }

private:
    static void set(std::optional<std::string> const& value)
    {
        if (value)
            setenv("TZ", value->c_str(), 1);
        else
            unsetenv("TZ");
        tzset();
    }
    std::optional<std::string> before_;
};

std::string said(std::tm const& parts)
{
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} weekday {} offset {}", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_wday == 0 ? 7 : parts.tm_wday,
                       parts.tm_gmtoff);
}

std::string said(Zone const& zone, WallTime time)
{
    return fmt::format("{} {:02}:{:02} weekday {} offset {}", zone.day(time), zone.hour(time),
                       zone.minute_of_day(time) % 60, zone.weekday(time), zone.offset(time));
}

// The seconds at which the library's clock changes, found by halving.
std::vector<std::int64_t> changes(LibraryZone const& library)
{
    std::vector<std::int64_t> found;
    for (auto time = kFrom2000; time < kUntil2040; time += kDay) {
        if (library.at(time).tm_gmtoff == library.at(time + kDay).tm_gmtoff) continue;
        auto before = time;
        auto after = time + kDay;
        while (after - before > 1) {
            auto const middle = before + (after - before) / 2;
            (library.at(middle).tm_gmtoff == library.at(time).tm_gmtoff ? before : after) = middle;
        }
        found.push_back(after);
    }
    return found;
}

Zone zone(std::string const& name) { return Zone::named(name).take(); }

// Seconds of a UTC time.
std::int64_t utc(char const* day, int hour, int minute = 0)
{
    return std::int64_t{calendar_day(day)->time_since_epoch().count()} * kDay + hour * kHour + minute * 60;
}

} // namespace

TEST_CASE("a wall of twelve zones shows what the C library says, over forty years and around every change")
{
    for (auto const* name : kZones) {
        CAPTURE(name);
        LibraryZone const library(name);
        auto const here = zone(name);
        std::vector<std::int64_t> times;
        for (auto time = kFrom2000; time < kUntil2040; time += 17 * kHour + 1234) times.push_back(time);
        for (auto const change : changes(library))
            for (auto const apart : {-kDay, -kHour, -1L, 0L, 1L, kHour - 1, kHour, kDay})
                times.push_back(change + apart);
        for (auto const time : times) {
            CAPTURE(time);
            REQUIRE(said(here, {time}) == said(library.at(time)));
        }
    }
}

TEST_CASE("a day and an hour begin with their first second, around every change of twelve zones")
{
    for (auto const* name : kZones) {
        CAPTURE(name);
        auto const here = zone(name);
        auto const day_of = [&](std::int64_t time) { return here.local({time}).day; };
        auto const hour_of = [&](std::int64_t time) { return std::pair(day_of(time), here.hour({time})); };
        for (auto const change : changes(LibraryZone(name)))
            for (auto time = change - 2 * kHour; time <= change + 2 * kHour; time += 13 * 60) {
                CAPTURE(time);
                auto const day = here.start_of_day({time}).unix_seconds;
                auto const hour = here.start_of_hour({time}).unix_seconds;
                int wrong = 0;
                if (day_of(day) != day_of(time) || hour_of(hour) != hour_of(time) || day > hour || hour > time) ++wrong;
                // Nothing of the same day, or hour, lies before.
                for (auto earlier = day - 1; earlier > day - 26 * kHour; earlier -= kHour / 2)
                    if (day_of(earlier) == day_of(time)) ++wrong;
                for (auto earlier = hour - 1; earlier > hour - 4 * kHour; earlier -= kHour / 4)
                    if (hour_of(earlier) == hour_of(time)) ++wrong;
                REQUIRE(wrong == 0);
            }
    }
}

TEST_CASE("a day that begins at one o'clock, half an hour of change, and an hour that comes twice")
{
    auto const beirut = zone("Asia/Beirut"); // 2025-03-30: 00:00 is 01:00
    CHECK(beirut.hour({utc("2025-03-29", 22)}) == 1);
    CHECK(beirut.start_of_day({utc("2025-03-30", 12)}).unix_seconds == utc("2025-03-29", 22));
    auto const island = zone("Australia/Lord_Howe"); // 2026-04-05: 02:00 is 01:30
    CHECK(island.start_of_hour({utc("2026-04-04", 15, 10)}).unix_seconds == utc("2026-04-04", 14));
    auto const kathmandu = zone("Asia/Kathmandu"); // ahead by 5:45
    CHECK(kathmandu.start_of_hour({utc("2026-11-23", 9, 30)}).unix_seconds == utc("2026-11-23", 9, 15));
    auto const london = zone("Europe/London"); // 2026-10-25: 02:00 is 01:00
    CHECK(london.start_of_hour({utc("2026-10-25", 1, 30)}).unix_seconds == utc("2026-10-25", 0));
    CHECK(london.start_of_hour({utc("2026-10-25", 2)}).unix_seconds == utc("2026-10-25", 2));
    CHECK(london.day({utc("2026-07-01", 23, 30)}) == "2026-07-02");
}

TEST_CASE("what a wall shows leads back to the time, and where clocks leap it goes on as if they had not")
{
    for (auto const* name : kZones) {
        CAPTURE(name);
        auto const here = zone(name);
        for (auto time = utc("2026-01-01", 0); time < utc("2027-01-01", 0); time += 29 * 60) {
            auto const shown = here.local({time});
            auto const back = here.when(shown.day, shown.minute_of_day());
            REQUIRE(here.local(back).minute_of_day() == shown.minute_of_day());
            REQUIRE(here.local(back).day == shown.day);
            REQUIRE(back.unix_seconds <= time);
        }
    }
    auto const brussels = Zone::brussels();
    CHECK(brussels.when(*calendar_day("2027-03-28"), 150).unix_seconds == utc("2027-03-28", 1, 30)); // shows 03:30
    CHECK(brussels.when(*calendar_day("2027-10-31"), 150).unix_seconds == utc("2027-10-31", 0, 30)); // the first 02:30
    CHECK(brussels.when(*calendar_day("2027-10-31"), 180).unix_seconds == utc("2027-10-31", 2));
}

TEST_CASE("Brussels is the default, and needs no tzdata; every other zone says that it does")
{
    test::TemporaryFolder nothing;
    CHECK(Zone().name() == "Europe/Brussels");
    auto const brussels = Zone::named("Europe/Brussels", nothing.path());
    REQUIRE(brussels.ok());
    CHECK(brussels.value().hour({utc("2026-07-01", 10)}) == 12);
    auto const london = Zone::named("Europe/London", nothing.path());
    REQUIRE_FALSE(london.ok());
    CHECK(london.error().advice.find("install the package tzdata") != std::string::npos);
}

TEST_CASE("a name that is no zone is told with the nearest")
{
    auto const advice = [](std::string_view name) {
        auto const found = Zone::named(name);
        return found ? "is a zone: " + found.value().name() : found.error().advice;
    };
    CHECK(advice("Europe/Lodnon") == "did you mean 'Europe/London'?");
    CHECK(advice("europe/london") == "did you mean 'Europe/London'?");
    CHECK(advice("London") == "did you mean 'Europe/London'?");
    CHECK(advice("brussels") == "did you mean 'Europe/Brussels'?");
    CHECK(advice("Europa/Paris") == "did you mean 'Europe/Paris'?");
    CHECK(advice("Atlantis/Sunken City") == "write area and place, for instance \"Europe/London\"");
    for (auto const* wrong : {"", "/etc/passwd", "../../etc/passwd", "Europe/../Europe/London", "Europe//London",
                              "Europe/London/", "Europe", "localtime", "posix/Europe/London", "right/Europe/London",
                              "zone.tab", "UTC+1", "Fixed/UTC+01:00:00", "Europe/London\n"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Zone::named(wrong).ok());
    }
    CHECK_FALSE(Zone::named(std::string(100000, 'A')).ok());
}

TEST_CASE("no time is too early or too late for a zone")
{
    for (auto const* name : kZones)
        for (auto const time : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                                std::int64_t{0}, utc("2100-12-31", 23), utc("2500-07-01", 12)}) {
            auto const here = zone(name);
            CHECK(here.day({time}).size() == 10);
            CHECK(here.day(here.start_of_day({time})) == here.day({time}));
            CHECK(here.hour(here.start_of_hour({time})) == here.hour({time}));
        }
    // Rules go on beyond the last change that files of tzdata write out.
    CHECK(zone("Europe/London").hour({utc("2060-07-01", 12)}) == 13);
    CHECK(Zone().hour({utc("2060-07-01", 12)}) == 14);
}

TEST_CASE("one zone is asked by many threads at once")
{
    std::vector<std::thread> threads;
    std::array<int, 4> right{};
    for (auto& count : right)
        threads.emplace_back([&count] {
            for (int i = 0; i < 200; ++i) {
                auto const here = Zone::named(kZones[static_cast<std::size_t>(i) % kZones.size()]).take();
                auto const copy = here;
                if (copy.start_of_day({kFrom2000}) <= WallTime{kFrom2000} && copy == here) ++count;
            }
        });
    for (auto& thread : threads) thread.join();
    for (auto const count : right) CHECK(count == 200);
}
