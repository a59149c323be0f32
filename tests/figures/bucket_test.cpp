#include "figures/bucket.h"

#include <chrono>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <limits>

using namespace kiosk;
using namespace kiosk::figures;

namespace {

constexpr WallTime kBuilt{1793491200}; // 2026-11-01

// By the clocks of Brussels: "2026-11-23", "2026-11-23T10".
std::string day(std::int64_t unix_seconds)
{
    return local_time({unix_seconds}, TimeTrust::trusted, BucketSize::day, Zone::brussels()).day;
}
std::string hour(std::int64_t unix_seconds)
{
    auto const time = local_time({unix_seconds}, TimeTrust::trusted, BucketSize::hour, Zone::brussels());
    return fmt::format("{}T{:02}", time.day, time.hour);
}

// The European rule once more, by itself: an hour ahead of UTC, two from 01:00 UTC on the last Sunday of March to that
// of October.
std::int64_t brussels_offset(std::int64_t unix_seconds)
{
    using namespace std::chrono;
    sys_seconds const moment{seconds(unix_seconds)};
    auto const which = year_month_day(floor<days>(moment)).year();
    auto const turn = [&](month at) { return sys_days(which / at / Sunday[last]) + hours(1); };
    return moment >= turn(March) && moment < turn(October) ? 7200 : 3600;
}

} // namespace

TEST_CASE("a count belongs to the day, or at fairs to the hour, of Brussels")
{
    CHECK(day(1795424400) == "2026-11-23");
    CHECK(hour(1795424400) == "2026-11-23T10"); // 09:00 UTC
    CHECK(day(1795473000) == "2026-11-23");     // 22:30 UTC is 23:30 there
    CHECK(day(1795476600) == "2026-11-24");     // 23:30 UTC is the next day there
}

TEST_CASE("summer time begins and ends at one o'clock UTC on the last Sundays of March and October")
{
    CHECK(hour(1806195599) == "2027-03-28T01"); // 2027-03-28 00:59:59 UTC
    CHECK(hour(1806195600) == "2027-03-28T03");
    CHECK(hour(1824944399) == "2027-10-31T02"); // 2027-10-31 00:59:59 UTC, summer time
    CHECK(hour(1824944400) == "2027-10-31T02"); // 01:00 UTC: the same hour once more
    CHECK(hour(1824948000) == "2027-10-31T03");
}

TEST_CASE("the leap day is a day of its own") { CHECK(day(1835438400) == "2028-02-29"); }

TEST_CASE("a clock is believed from the build to fifteen years after it, and never backwards")
{
    auto const believed = [](std::int64_t claimed, std::int64_t seen) {
        return clock_trust({claimed}, {kBuilt, {seen}}) == TimeTrust::trusted;
    };
    CHECK(believed(1795424400, 0));
    CHECK_FALSE(believed(0, 0));         // 1970
    CHECK_FALSE(believed(946684800, 0)); // 2000
    CHECK(believed(2147483647, 0));      // 2038 lies within
    CHECK_FALSE(believed(kBuilt.unix_seconds + 16L * 365 * 86400, 0));
    CHECK_FALSE(believed(1795424400, 1795424400 + 86400)); // a day back
    CHECK(believed(1795424400, 1795424400 + 120));         // two minutes back is a clock that was set
    CHECK_FALSE(believed(1795424400, 1795424400 + 121));
    CHECK(believed(kBuilt.unix_seconds, 0));
    CHECK_FALSE(believed(kBuilt.unix_seconds - 1, 0));
    CHECK(believed(kBuilt.unix_seconds + kClockTrustedFor, 0));
    CHECK_FALSE(believed(kBuilt.unix_seconds + kClockTrustedFor + 1, 0));
}

TEST_CASE("a highest time that cannot have been is not heeded, and no time is too large to be judged")
{
    auto const largest = std::numeric_limits<std::int64_t>::max();
    auto const smallest = std::numeric_limits<std::int64_t>::min();
    CHECK(clock_trust({1795424400}, {kBuilt, {largest}}) == TimeTrust::trusted);
    CHECK(clock_trust({1795424400}, {kBuilt, {smallest}}) == TimeTrust::trusted);
    CHECK(clock_trust({largest}, {kBuilt, {0}}) == TimeTrust::doubtful);
    CHECK(clock_trust({smallest}, {kBuilt, {0}}) == TimeTrust::doubtful);
}

TEST_CASE("a bucket begins with its hour, or at midnight in Brussels, also on the days of the turn")
{
    CHECK(bucket_start({1795427999}, BucketSize::hour, Zone::brussels()).unix_seconds == 1795424400);
    CHECK(bucket_start({1795424400}, BucketSize::day, Zone::brussels()).unix_seconds ==
          1795388400);                                           // 2026-11-22 23:00 UTC
    for (auto const noon : {1806231600, 1824980400, 1811505600}) // both turns, and a day in May
        for (int hours = -11; hours < 11; ++hours) {
            WallTime const time{noon + hours * 3600};
            auto const start = bucket_start(time, BucketSize::day, Zone::brussels());
            CHECK(day(start.unix_seconds) == day(time.unix_seconds));
            CHECK(day(start.unix_seconds - 1) != day(time.unix_seconds));
            CHECK(start <= time);
        }
}

TEST_CASE("a count under a clock that is not believed belongs to an unknown time")
{
    CHECK(local_time({0}, TimeTrust::doubtful, BucketSize::hour, Zone::brussels()) == LocalTime{"", -1});
}

TEST_CASE("everything of reporting is counted by the day, also at fairs")
{
    CHECK(bucket_size_for(Measure::report_step, BucketSize::hour) == BucketSize::day);
    CHECK(bucket_size_for(Measure::code_shown, BucketSize::hour) == BucketSize::day);
    CHECK(bucket_size_for(Measure::report_place, BucketSize::hour) == BucketSize::day);
    CHECK(bucket_size_for(Measure::support_seen, BucketSize::hour) == BucketSize::day);
    CHECK(bucket_size_for(Measure::visits, BucketSize::hour) == BucketSize::hour);
}

TEST_CASE("by a zone, a bucket is the day or the hour of the place, and begins with it")
{
    auto const london = Zone::named("Europe/London").take();
    WallTime const evening{1795473000}; // 2026-11-23 22:30 UTC
    CHECK(local_time(evening, TimeTrust::trusted, BucketSize::hour, london) == LocalTime{"2026-11-23", 22});
    CHECK(local_time(evening, TimeTrust::trusted, BucketSize::hour, Zone()) == LocalTime{"2026-11-23", 23});
    CHECK(local_time(evening, TimeTrust::trusted, BucketSize::day, london) == LocalTime{"2026-11-23", -1});
    CHECK(local_time(evening, TimeTrust::doubtful, BucketSize::hour, london) == LocalTime{});
    CHECK(bucket_start(evening, BucketSize::day, london).unix_seconds == 1795392000);  // 2026-11-23 00:00 UTC
    CHECK(bucket_start(evening, BucketSize::hour, london).unix_seconds == 1795471200); // 22:00 UTC
}

TEST_CASE("the zone of Brussels is the European rule, from 1970 to 2100")
{
    Zone const zone;
    for (std::int64_t time = 0; time < 4133980800; time += 7 * 86400 + 3601) {
        CAPTURE(time);
        REQUIRE(zone.offset({time}) == brussels_offset(time));
        auto const local = time + brussels_offset(time);
        REQUIRE(local_time({time}, TimeTrust::trusted, BucketSize::day, zone).day == date_text({local}));
        // Midnight has the offset of its own, which on the two days of the turn is not that of the rest of the day.
        auto const midnight = local - local % 86400;
        REQUIRE(bucket_start({time}, BucketSize::day, zone).unix_seconds ==
                midnight - brussels_offset(midnight - 3600));
    }
    for (std::int64_t time = 1806195600 - 90000; time < 1806195600 + 90000; time += 300) // 2027-03-28 01:00 UTC
        REQUIRE(zone.offset({time}) == brussels_offset(time));
}
