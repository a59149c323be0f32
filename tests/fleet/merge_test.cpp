#include "base/random.h"
#include "figures/days.h"
#include "files/files.h"
#include "fleet/packages.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::figures;
using namespace kiosk::store;
using namespace kiosk::fleet;
using namespace test;

namespace {

// Kiosks that count and export as they go: several snapshots of each.
struct Fleet {
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;

    Fleet()
    {
        for (int kiosk = 0; kiosk < 3; ++kiosk) {
            auto const name = "kiosk-" + std::to_string(kiosk);
            auto store = store_of(folder / name, name);
            for (int day = 0; day < 40; ++day) {
                auto const date = day_after("2026-11-05", day);
                REQUIRE(store
                            .commit({{tally(Measure::visits, "all", date), 10 + day},
                                     {tally(Measure::report_step, "danger", date, "nl"), 1 + kiosk}},
                                    std::nullopt)
                            .ok());
                REQUIRE(store.note("day", "", {}, date).ok());
                if (day % 13 == 12) packages.push_back(exported(store, folder / "out" / name, on_day(date)));
            }
        }
    }
};

} // namespace

TEST_CASE("any order of packages, any of them twice, at once or one by one: the same fleet")
{
    Fleet fleet;
    auto const reference = merged(fleet.packages, fleet.folder / "reference.db");
    Random random(5);
    for (int round = 0; round < 6; ++round) {
        auto order = fleet.packages;
        for (int i = 0; i < 4; ++i) order.push_back(order[random.below(order.size())]);
        for (auto i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
        auto const at_once = fleet.folder / ("at-once-" + std::to_string(round));
        CHECK(merged(order, at_once) == reference);
        CHECK(read_file(at_once).value() == read_file(fleet.folder / "reference.db").value()); // to the byte
        auto const by_and_by = fleet.folder / ("by-and-by-" + std::to_string(round));
        for (auto const& package : order) merged({package}, by_and_by);
        CHECK(told(by_and_by) == reference);
    }
}

TEST_CASE("the sums of a fleet are those of its kiosks' last snapshots")
{
    Fleet fleet;
    merged(fleet.packages, fleet.folder / "fleet.db");
    auto store = FleetStore::open_to_read(fleet.folder / "fleet.db").take();
    auto const report = read_fleet(store).value();
    std::int64_t visits = 0; // of the 39 days that were exported
    for (int day = 0; day < 39; ++day) visits += 3 * (10 + day);
    CHECK(report.account.figures.sum(Measure::visits) == visits);
    REQUIRE(report.account.by_kiosk.size() == 3);
    CHECK(report.account.by_kiosk[0].visits() == visits / 3);
    CHECK(report.account.by_kiosk[0].days_with_visits == 39);
    CHECK(report.account.by_kiosk[0].days_missing == 0);
    CHECK(report.remarks.empty());
    CHECK(report.kiosks == 3);
    // November of each kiosk: 26 days with 1, 2 or 3 each. All were published.
    REQUIRE(report.account.releases.size() == 1);
    for (auto const& cell : report.account.releases[0].cells) {
        CHECK(cell.item == "danger");
        CHECK(cell.n == 26 * 6);
    }
}

TEST_CASE("a merge that meets a bad row in its middle leaves the fleet as it was")
{
    Fleet fleet;
    auto const file = fleet.folder / "fleet.db";
    auto const before = merged({fleet.packages[0]}, file);
    auto packages = open_all(fleet.packages);
    // After it was verified, and before it is read: a stick that goes bad.
    REQUIRE(write_file_atomically(fleet.packages.back() / "tallies.csv", "kiosk\n").ok());
    auto store = FleetStore::open(file).take();
    auto const report = store.merge(std::move(packages));
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().where.find("tallies.csv") != std::string::npos);
    CHECK(told(file) == before);
}

TEST_CASE("a file that is no fleet is refused and not touched")
{
    TemporaryFolder folder;
    {
        auto store = store_of(folder.path());
    }
    auto const bytes = read_file(folder / kDatabaseName).value();
    auto const opened = FleetStore::open(folder / kDatabaseName);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message == "is no fleet file");
    CHECK(read_file(folder / kDatabaseName).value() == bytes);
    CHECK_FALSE(FleetStore::open_to_read(folder / "none.db").ok());
}

TEST_CASE("a fleet file of the first form is refused in words, and not touched")
{
    TemporaryFolder folder;
    {
        auto database = Database::open(folder / "fleet.db", OpenMode::read_write).take();
        REQUIRE(
            database
                .run("CREATE TABLE source (id INTEGER); PRAGMA application_id = 1263095622; PRAGMA user_version = 1")
                .ok());
    }
    auto const bytes = read_file(folder / "fleet.db").value();
    for (auto const& opened :
         {FleetStore::open(folder / "fleet.db").ok() ? std::string()
                                                     : FleetStore::open(folder / "fleet.db").error().line(),
          FleetStore::open_to_read(folder / "fleet.db").error().line()})
        CHECK(opened == (folder / "fleet.db").string() +
                            ": is a fleet file of an earlier form (1) (merge the packages again, into a new file)");
    CHECK(read_file(folder / "fleet.db").value() == bytes);
}

TEST_CASE("gaps, wrong clocks, crashes and two machines of one name are told, whatever the order")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    for (auto const* machine : {"one", "two"}) {
        auto store = store_of(folder / machine, "lobby");
        for (auto const* day : {"2026-11-02", "2026-11-03", "2026-11-10"})
            REQUIRE(store.commit({{tally(Measure::visits, "all", day), 20}}, std::nullopt).ok());
        REQUIRE(store.commit({{tally(Measure::visits, "all", "unknown"), 7}}, std::nullopt).ok());
        REQUIRE(store.note("boot", "", {}, "").ok());
        REQUIRE(store.note("crash", "", {}, "2026-11-03").ok());
        packages.push_back(exported(store, folder / "out" / machine, on_day("2026-11-10")));
    }
    merged(packages, folder / "a.db");
    std::reverse(packages.begin(), packages.end());
    merged(packages, folder / "b.db");
    auto const lines = remarks_of(folder / "a.db");
    CHECK(lines == remarks_of(folder / "b.db"));
    std::vector<std::string> expected{
        "lobby: two machines use this name; both counted on 3 days, 2026-11-02 to 2026-11-10"};
    for (auto const* line :
         {"lobby: not on for 6 days between 2026-11-02 and 2026-11-10", "lobby: the clock was wrong at 1 starts",
          "lobby: 7 visits without a day, since the clock was wrong",
          "lobby: 1 runs did not stop by themselves (power, or a fault)"})
        expected.insert(expected.end(), 2, line); // one of each machine
    CHECK(lines == expected);
    auto const report = report_of(folder / "a.db");
    REQUIRE(report.account.by_kiosk.size() == 1);
    CHECK(report.account.by_kiosk[0].kiosks == 2);
    CHECK(report.account.by_kiosk[0].visits() == 134);
}

TEST_CASE("a database that was put aside, and the one that took its place, are one kiosk")
{
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages;
    for (auto const& [database, first] : {std::pair{"old", "2026-11-02"}, {"new", "2026-11-04"}}) {
        auto store = store_of(folder / database, "lobby");
        for (int day = 0; day < 3; ++day) // one day is shared
            REQUIRE(store.commit({{tally(Measure::visits, "all", day_after(first, day)), 20}}, std::nullopt).ok());
        packages.push_back(exported(store, folder / "out" / database, on_day("2026-11-10")));
    }
    merged(packages, folder / "fleet.db");
    auto const report = report_of(folder / "fleet.db");
    CHECK(report.kiosks == 1);
    CHECK(report.account.by_kiosk.at(0).kiosks == 1);
    CHECK(report.account.by_kiosk.at(0).days_with_visits == 5);
    CHECK(report.account.by_kiosk.at(0).days_missing == 0);
    CHECK(report.remarks.empty());
}
