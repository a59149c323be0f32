#include "base/random.h"
#include "engagement/days.h"
#include "engagement/package.h"
#include "engagement/release.h"
#include "support/figures.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::engagement;
using namespace test;

namespace {

void count(Store& store, std::string const& day, std::int64_t n, std::string const& item = "danger")
{
    REQUIRE(store.commit({{tally(Measure::report_step, item, day), n}}, std::nullopt).ok());
}

std::vector<std::string> periods(Store& store)
{
    std::vector<std::string> found;
    for (auto const& release : store.releases().value()) found.push_back(release.first + " to " + release.last);
    return found;
}

std::int64_t published(Release const& release, std::string const& item)
{
    for (auto const& cell : release.cells)
        if (cell.measure == "report_step" && cell.item == item && cell.language == kAll) return cell.n;
    return -1;
}

} // namespace

TEST_CASE("in a shop each month is released when it is over, and not before")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-10", 12);
    count(store, "2027-01-05", 15);
    CHECK(close_periods(store, "2026-11-30", Periods::months, 10).value() == 0);
    CHECK(close_periods(store, "2027-02-01", Periods::months, 10).value() == 3);
    CHECK(periods(store) ==
          std::vector<std::string>{"2026-11-10 to 2026-11-30", "2026-12-01 to 2026-12-31", "2027-01-01 to 2027-01-31"});
    auto const releases = store.releases().value();
    CHECK(published(releases[0], "danger") == 12);
    CHECK(published(releases[1], "danger") == -1); // a month without any looks like one with nine
    CHECK(published(releases[2], "danger") == 15);
    CHECK(close_periods(store, "2027-02-01", Periods::months, 10).value() == 0);
}

TEST_CASE("a damaged day of the year 226, or a damaged note of what was closed, makes no release of centuries")
{
    for (auto const* note : {"", "0226-11-23"}) {
        TemporaryFolder folder;
        auto store = store_of(folder.path());
        count(store, "0226-11-23", 12);
        count(store, "2026-11-10", 15);
        REQUIRE(store.remember(fact::kReleasedThrough, note).ok());
        CHECK(close_periods(store, "2026-12-01", Periods::months, 10).value() == 1);
        CHECK(periods(store) == std::vector<std::string>{"2026-11-10 to 2026-11-30"});
    }
}

TEST_CASE("at a fair an export closes all days so far, once")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-21", 6);
    count(store, "2026-11-23", 7);
    CHECK(close_periods(store, "2026-11-23", Periods::until_now, 10).value() == 1);
    CHECK(close_periods(store, "2026-11-23", Periods::until_now, 10).value() == 0);
    CHECK(periods(store) == std::vector<std::string>{"2026-11-21 to 2026-11-23"});
    CHECK(published(store.releases().value()[0], "danger") == 13);
}

TEST_CASE("what comes after its day was closed belongs to the next day, and the released figures stay")
{
    CHECK(open_day("2026-11-23", "2026-11-23") == "2026-11-24");
    CHECK(open_day("2026-11-24", "2026-11-23") == "2026-11-24");
    CHECK(open_day("2026-11-24", "") == "2026-11-24");
    CHECK(open_day("unknown", "2026-11-23") == "unknown");

    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-23", 20);
    REQUIRE(close_periods(store, "2026-11-23", Periods::until_now, 10).ok());
    auto const first = store.releases().value();
    // Even if something put a count on a day that is closed, what was released is not touched.
    count(store, "2026-11-23", 1);
    count(store, "2026-11-24", 11);
    REQUIRE(close_periods(store, "2026-11-24", Periods::until_now, 10).ok());
    auto const both = store.releases().value();
    REQUIRE(both.size() == 2);
    CHECK(both[0] == first[0]);
    CHECK(published(both[1], "danger") == 11);
}

TEST_CASE("a release that is cut off is not there, and its days are still open")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-10", 12);
    REQUIRE(store.database()
                .run("CREATE TRIGGER fault BEFORE INSERT ON released BEGIN SELECT RAISE(ABORT, 'x'); END")
                .ok());
    CHECK_FALSE(close_periods(store, "2026-12-01", Periods::months, 10).ok());
    CHECK(store.releases().value().empty());
    CHECK(store.remembered(fact::kReleasedThrough).value().empty());
    REQUIRE(store.database().run("DROP TRIGGER fault").ok());
    CHECK(close_periods(store, "2026-12-01", Periods::months, 10).value() == 1);
}

// Somebody who works in the shop exports around each visit and compares. He knows the rules, and each day of each
// export.
TEST_CASE("exports around every single visit differ in nothing of reporting until its period is over")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    auto const reporting = [&](std::string const& day) {
        auto const package = Package::open(exported(store, folder / "out", on_day(day)));
        REQUIRE(package.ok());
        return package.value().releases().value();
    };
    Random random(7);
    std::vector<Release> before = reporting("2026-11-02");
    for (int visit = 0; visit < 60; ++visit) {
        auto const day = day_after("2026-11-02", visit);
        count(store, day, 1, random.below(2) == 0 ? "danger" : "where");
        auto const after = reporting(day);
        // What was published stays as it was, and what is new is of months that were over before this visit.
        REQUIRE(after.size() >= before.size());
        for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i] == before[i]);
        for (std::size_t i = before.size(); i < after.size(); ++i) CHECK(after[i].last < day);
        before = after;
    }
    CHECK(before.size() == 1); // November; December is not over for who looks on its 31st
}
