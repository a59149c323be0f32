// Clocks that are wrong, and set right: what a count is filed under, what becomes of the highest time seen, and what is
// closed or removed by it.
#include "files/files.h"
#include "services/writer.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "support/store_options.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::services;
using namespace kiosk::store;
using namespace test;

namespace {

constexpr WallTime k2038{2147483647}; // within what is believed: fifteen years from the build

WriterStatus count(Writer& writer, Clock const& clock)
{
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    return writer.flush();
}

std::map<std::string, std::int64_t> sums(std::filesystem::path const& folder)
{
    std::map<std::string, std::int64_t> sums;
    for (auto const& row : Store::open_to_read(folder).take().tallies().value()) sums[test::time_of(row)] += row.n;
    return sums;
}

} // namespace

TEST_CASE(
    "a clock set right in the middle of a run: what came before stays under an unknown time, what follows has its day")
{
    for (auto const wrong : {0L, 946684800L, 4102444800L}) { // 1970, 2000, 2100
        TemporaryFolder folder;
        ManualClock clock(WallTime{wrong});
        Writer writer(writer_options(folder.path()), clock);
        CHECK_FALSE(count(writer, clock).clock_trusted);
        CHECK(writer.status().today.empty());
        clock.set_wall(noon("2026-11-20"));
        CHECK(count(writer, clock).clock_trusted);
        CHECK(sums(folder.path()) == std::map<std::string, std::int64_t>{{"2026-11-20", 1}, {"unknown", 1}});
        CHECK(Store::open_to_read(folder.path()).take().highest_seen().value() <= noon("2026-11-20"));
    }
}

TEST_CASE("a clock that was in 2038 for an hour is waited for until staff vouch for the right one")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    {
        Writer writer(writer_options(folder.path()), clock);
        CHECK(count(writer, clock).clock_trusted);
        clock.set_wall(k2038);
        CHECK(count(writer, clock).clock_trusted); // nothing says that it is not 2038
        clock.set_wall(noon("2026-11-21"));
        CHECK_FALSE(count(writer, clock).clock_trusted);
    }
    // Nor after a restart, which is why somebody has to say so.
    Writer writer(writer_options(folder.path()), clock);
    writer.flush(); // it has read what the run before it saw
    CHECK_FALSE(count(writer, clock).clock_trusted);
    writer.trust_clock();
    CHECK(writer.flush().clock_trusted);
    CHECK(count(writer, clock).clock_trusted);
    auto const stored = sums(folder.path());
    CHECK(stored.at("2026-11-21") == 1);
    CHECK(stored.at("unknown") == 2);
    CHECK(Store::open_to_read(folder.path()).take().machine_log().value().back().event != "fault");
}

TEST_CASE("vouching for a clock that cannot be right changes nothing that is believed")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(writer_options(folder.path()), clock);
    count(writer, clock);
    clock.set_wall(WallTime{0});
    writer.trust_clock();
    CHECK_FALSE(count(writer, clock).clock_trusted);
    CHECK(sums(folder.path()).at("unknown") == 1);
}

TEST_CASE("what waits for a disk under a time of the future does not bring it back once staff have set the clock")
{
    TemporaryFolder folder;
    Journal journal;
    ManualClock clock(k2038);
    auto how = writer_options(folder / "data");
    how.data = DataFolder::awaited;
    Writer writer(how, clock);
    CHECK(count(writer, clock).pending == 1);
    clock.set_wall(noon("2026-11-20"));
    writer.trust_clock();
    REQUIRE(make_folder(folder / "data").ok());
    REQUIRE(write_file_atomically(folder / "data" / kDataMarker, "").ok());
    CHECK(count(writer, clock).clock_trusted);
    CHECK(sums(folder / "data") == std::map<std::string, std::int64_t>{{"2026-11-20", 1}, {"unknown", 1}});
}

TEST_CASE("an hour forward in spring and back in autumn lose and double nothing")
{
    for (auto const before : {1806195590L, 1824944390L}) { // ten seconds before each turn
        TemporaryFolder folder;
        ManualClock clock(WallTime{before});
        Writer writer(writer_options(folder.path(), BucketSize::hour), clock);
        for (int i = 0; i < 4; ++i) {
            CHECK(count(writer, clock).clock_trusted);
            clock.advance(std::chrono::minutes(30));
        }
        std::int64_t all = 0;
        for (auto const& [bucket, n] : sums(folder.path())) {
            CHECK(bucket != "unknown");
            all += n;
        }
        CHECK(all == 4);
    }
}

TEST_CASE("a leap of the clock closes and removes nothing on its first day")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(writer_options(folder / "data"), clock);
    for (int i = 0; i < 12; ++i) writer.commit({{Measure::report_step, "danger", "fr"}}, clock.wall());
    count(writer, clock);
    REQUIRE(exported(writer, folder / "stick").ok());
    clock.set_wall(k2038);
    count(writer, clock);
    CHECK(Store::open_to_read(folder / "data").take().releases().value().empty());
    CHECK(sums(folder / "data").contains("2026-11-20")); // years past its time, and exported
    // Set right again the same day: the month is closed when it is over, as if nothing had been.
    clock.set_wall(noon("2026-11-21"));
    writer.trust_clock();
    count(writer, clock);
    clock.advance(std::chrono::hours(24 * 11));
    count(writer, clock);
    auto const releases = Store::open_to_read(folder / "data").take().releases().value();
    REQUIRE(releases.size() == 1);
    CHECK(releases[0].last == "2026-11-30");
    CHECK(sums(folder / "data").contains("2026-11-20"));
}
