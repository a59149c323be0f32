#include "base/random.h"
#include "figures/days.h"
#include "package/package.h"
#include "store/release.h"
#include "support/figures.h"
#include "support/store_options.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
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

StoreOptions at_fair(std::string const& event, std::string const& first, std::string const& last)
{
    auto options = called("brussels-1");
    options.label.setting = "fair";
    options.label.event = event;
    options.label.event_first = first;
    options.label.event_last = last;
    return options;
}

} // namespace

TEST_CASE("in a shop each month is released when it is over, and not before")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-10", 12);
    count(store, "2027-01-05", 15);
    CHECK(close_periods(store, "2026-11-30", {}).value() == 0);
    CHECK(close_periods(store, "2027-02-01", {}).value() == 3);
    CHECK(periods(store) ==
          std::vector<std::string>{"2026-11-10 to 2026-11-30", "2026-12-01 to 2026-12-31", "2027-01-01 to 2027-01-31"});
    auto const releases = store.releases().value();
    CHECK(published(releases[0], "danger") == 12);
    CHECK(published(releases[1], "danger") == -1); // a month without any looks like one with nine
    CHECK(published(releases[2], "danger") == 15);
    CHECK(close_periods(store, "2027-02-01", {}).value() == 0);
}

TEST_CASE("a damaged day of the year 226, or a damaged note of what was closed, makes no release of centuries")
{
    for (auto const* note : {"", "0226-11-23"}) {
        TemporaryFolder folder;
        auto store = store_of(folder.path());
        count(store, "0226-11-23", 12);
        count(store, "2026-11-10", 15);
        REQUIRE(store.database().run(fmt::format("UPDATE label SET closed_through = '{}'", note)).ok());
        CHECK(close_periods(store, "2026-12-01", {}).value() == 1);
        CHECK(periods(store) == std::vector<std::string>{"2026-11-10 to 2026-11-30"});
    }
}

TEST_CASE("a fair is one period: exports on its evenings close nothing, that of its last day closes it, once")
{
    TemporaryFolder folder;
    auto store = Store::open(folder.path(), at_fair("Salon", "2026-11-21", "2026-11-23")).take();
    REQUIRE(store.extend_domain(small_domain()).ok());
    count(store, "2026-11-21", 6);
    CHECK(due_periods(store, "2026-11-21", ClosingTrigger::export_now).value().empty());
    count(store, "2026-11-23", 7);
    CHECK(close_periods(store, "2026-11-23", {}).value() == 0); // the day is not over
    exported(store, folder / "evening", on_day("2026-11-22"));
    CHECK(store.releases().value().empty());
    exported(store, folder / "last", on_day("2026-11-23"));
    exported(store, folder / "again", on_day("2026-11-23"));
    CHECK(periods(store) == std::vector<std::string>{"2026-11-21 to 2026-11-23"});
    CHECK(published(store.releases().value()[0], "danger") == 13);
}

TEST_CASE(
    "a fair that nobody exported is closed by the day after it, and one that the kiosk has left at its last count")
{
    TemporaryFolder folder;
    {
        auto store = Store::open(folder.path(), at_fair("Salon", "2026-11-21", "2026-11-23")).take();
        count(store, "2026-11-22", 12);
        CHECK(close_periods(store, "2026-11-24", {}).value() == 1);
    }
    {
        auto store = Store::open(folder.path(), at_fair("Messe", "2026-11-26", "2026-11-29")).take();
        count(store, "2026-11-26", 15);
    }
    auto store = Store::open(folder.path(), called("brussels-1")).take();
    count(store, "2026-11-27", 17);
    CHECK(close_periods(store, "2026-11-28", {}).value() == 1);
    CHECK(close_periods(store, "2026-12-01", {}).value() == 1);
    CHECK(periods(store) ==
          std::vector<std::string>{"2026-11-22 to 2026-11-23", "2026-11-26 to 2026-11-26", "2026-11-27 to 2026-11-30"});
    CHECK(published(store.releases().value()[1], "danger") == 15);
}

TEST_CASE("what comes after its day was closed belongs to the next day, and the released figures stay")
{
    CHECK(next_open_day("2026-11-23", "2026-11-23") == "2026-11-24");
    CHECK(next_open_day("2026-11-24", "2026-11-23") == "2026-11-24");
    CHECK(next_open_day("2026-11-24", "") == "2026-11-24");
    CHECK(next_open_day("", "2026-11-23") == "");

    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-10-23", 20);
    REQUIRE(close_periods(store, "2026-11-01", {}).value() == 1);
    auto const first = store.releases().value();
    // Even if something put a count on a day that is closed, what was released is not touched.
    count(store, "2026-10-23", 1);
    count(store, "2026-11-24", 11);
    REQUIRE(close_periods(store, "2026-12-01", {}).ok());
    auto const both = store.releases().value();
    REQUIRE(both.size() == 2);
    CHECK(both[0] == first[0]);
    CHECK(published(both[1], "danger") == 11);
}

TEST_CASE("what a release was made of is gone when it is released")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-10-23", 3);
    count(store, "2026-11-02", 4);
    REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-10-23"), 30}}, std::nullopt).ok());
    REQUIRE(close_periods(store, "2026-11-05", {}).value() == 1);
    std::map<std::string, std::int64_t> left;
    for (auto const& row : store.tallies().value()) left[row.day + " " + row.measure] += row.n;
    CHECK(left == std::map<std::string, std::int64_t>{{"2026-10-23 visits", 30}, {"2026-11-02 report_step", 4}});
}

TEST_CASE(
    "counts of an unknown day have a period of their own, by the visits at such a time and not by what was reported")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-10-23", 3);
    REQUIRE(store
                .commit({{tally(Measure::report_step, "danger", "unknown"), 14},
                         {tally(Measure::visits, "all", "unknown"), 40}},
                        std::nullopt)
                .ok());
    REQUIRE(close_periods(store, "2026-11-05", {}).value() == 2);
    CHECK(periods(store) == std::vector<std::string>{"2026-10-23 to 2026-10-31", " to "});
    CHECK(published(store.releases().value()[1], "danger") == 14);
    for (auto const& row : store.tallies().value()) CHECK(row.measure == "visits");
    // Not again while there are none; and again, with nothing to tell, when there were visits only.
    REQUIRE(close_periods(store, "2026-12-05", {}).value() == 1);
    REQUIRE(store.commit({{tally(Measure::visits, "all", "unknown"), 1}}, std::nullopt).ok());
    REQUIRE(close_periods(store, "2027-01-05", {}).value() == 2);
    CHECK(published(store.releases().value().back(), "danger") == -1);
}

TEST_CASE("a code is not published beside places of which one is masked and would be told by the difference")
{
    Domain domain;
    domain.places_of_channel["be-form"] = {"BE", "KE"};
    auto const cells = [&](std::int64_t belgium, std::int64_t kenya, std::int64_t codes) {
        std::vector<ReportingTable> tables(2);
        tables[0] = {"report_place", {"BE", "KE"}, {"fr"}, {{{"BE", "fr"}, belgium}, {{"KE", "fr"}, kenya}}};
        tables[1] = {"code_shown", {"be-form", "ke-form"}, {"fr"}, {{{"be-form", "fr"}, codes}}};
        std::set<std::string> found;
        for (auto const& cell : publishable(tables, domain, {}))
            if (cell.measure == "code_shown") found.insert(cell.item);
        return found.contains("be-form");
    };
    CHECK_FALSE(cells(11, 1, 12)); // 12 codes, 11 of Belgium: one looked up Kenya
    CHECK(cells(11, 1, 11));
    CHECK(cells(12, 11, 20)); // nothing of them is masked
}

TEST_CASE("a release that is cut off is not there, and its days are still open")
{
    TemporaryFolder folder;
    auto store = store_of(folder.path());
    count(store, "2026-11-10", 12);
    REQUIRE(store.database()
                .run("CREATE TRIGGER fault BEFORE INSERT ON released BEGIN SELECT RAISE(ABORT, 'x'); END")
                .ok());
    CHECK_FALSE(close_periods(store, "2026-12-01", {}).ok());
    CHECK(store.releases().value().empty());
    CHECK(store.closed_through(store.label().number).value().empty());
    REQUIRE(store.database().run("DROP TRIGGER fault").ok());
    CHECK(close_periods(store, "2026-12-01", {}).value() == 1);
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
