#include "base/files.h"
#include "base/random.h"
#include "engagement/csv.h"
#include "engagement/days.h"
#include "fleet/report.h"
#include "support/figures.h"
#include "support/store_options.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::engagement;
using namespace kiosk::fleet;
using namespace test;

namespace {

std::vector<Package> open_all(std::vector<std::filesystem::path> const& folders)
{
    std::vector<Package> packages;
    for (auto const& folder : folders) {
        auto package = Package::open(folder);
        if (!package.ok()) FAIL(package.error().line());
        packages.push_back(package.take());
    }
    return packages;
}

// What a fleet's file says, without the numbers it gave to words.
std::string told(std::filesystem::path const& file)
{
    auto opened = FleetStore::open_to_read(file);
    if (!opened.ok()) FAIL(opened.error().line());
    auto& store = opened.value();
    std::map<std::int64_t, std::string> names;
    std::set<std::string> rows;
    for (auto const& source : store.sources().value()) {
        names[source.id] = source.kiosk + "/" + source.epoch;
        rows.insert(csv_row({names[source.id], source.partner, source.country, std::to_string(source.snapshot)}));
    }
    REQUIRE(store
                .each_tally([&](std::int64_t source, TallyView const& row) {
                    rows.insert(csv_row({names[source], time_of(row), row.content_version, row.language, row.measure,
                                         row.item, std::to_string(row.n)}));
                    return success();
                })
                .ok());
    for (auto const& [source, release] : store.releases().value()) {
        auto const number = std::to_string(release.number);
        rows.insert(csv_row({names[source], number, release.first, release.last}));
        for (auto const& cell : release.cells)
            rows.insert(
                csv_row({names[source], number, cell.measure, cell.item, cell.language, std::to_string(cell.n)}));
    }
    for (auto const& [source, row] : store.machine_log().value())
        rows.insert(csv_row({names[source], std::to_string(row.sequence), row.event, row.wall}));
    std::string text;
    for (auto const& row : rows) text += row;
    return text;
}

std::string merged(std::vector<std::filesystem::path> const& folders, std::filesystem::path const& file)
{
    auto store = FleetStore::open(file);
    REQUIRE(store.ok());
    auto const report = store.value().merge(open_all(folders));
    if (!report.ok()) FAIL(report.error().line());
    return told(file);
}

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

std::vector<Remark> remarks_of(std::filesystem::path const& file)
{
    auto store = FleetStore::open_to_read(file).take();
    return read_fleet(store).value().remarks;
}

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
    CHECK(report.figures.sum(Measure::visits) == visits);
    REQUIRE(report.by_kiosk.size() == 3);
    CHECK(report.by_kiosk[0].visits == visits / 3);
    CHECK(report.by_kiosk[0].days_with_visits == 39);
    CHECK(report.by_kiosk[0].days_missing == 0);
    CHECK(report.remarks.empty());
    // November of each kiosk: 26 days with 1, 2 or 3 each. All were published.
    REQUIRE(report.reporting.size() == 1);
    for (auto const& cell : report.reporting[0].cells) {
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
    CHECK(opened.error().message == "is no fleet file of this version");
    CHECK(read_file(folder / kDatabaseName).value() == bytes);
    CHECK_FALSE(FleetStore::open_to_read(folder / "none.db").ok());
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
    auto const found = remarks_of(folder / "a.db");
    CHECK(found == remarks_of(folder / "b.db"));
    std::vector<std::string> lines;
    for (auto const& remark : found) lines.push_back(text(remark));
    CHECK(lines == std::vector<std::string>{
                       "lobby: two machines use this name; both counted on 3 days, 2026-11-02 to 2026-11-10",
                       "lobby: not on for 6 days between 2026-11-02 and 2026-11-10",
                       "lobby: the clock was wrong at 2 starts",
                       "lobby: 14 visits without a day, since the clock was wrong",
                       "lobby: 2 runs did not stop by themselves (power, or a fault)"});
}

TEST_CASE("a database that was copied to a second machine is found out by its log")
{
    TemporaryFolder folder;
    {
        auto store = store_of(folder / "first", "lobby");
        REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-02"), 20}}, std::nullopt).ok());
    }
    std::filesystem::copy(folder / "first", folder / "second");
    std::vector<std::filesystem::path> packages;
    for (auto const* machine : {"first", "second"}) {
        auto store = Store::open(folder / machine, test::called("lobby")).take();
        REQUIRE(store.note("boot", machine, {}, "2026-11-03").ok());
        packages.push_back(exported(store, folder / "out" / machine, on_day("2026-11-03")));
    }
    merged(packages, folder / "fleet.db");
    auto const found = remarks_of(folder / "fleet.db");
    CHECK(std::any_of(found.begin(), found.end(), [](auto const& one) { return one.kind == RemarkKind::copied; }));
}
