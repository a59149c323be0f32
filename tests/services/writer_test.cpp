#include "files/files.h"
#include "services/writer.h"
#include "support/failing_vfs.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "support/store_options.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <thread>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::services;
using namespace kiosk::store;
using test::TemporaryFolder;
using test::writer_options;

namespace {

// By their time, the unknown one last.
std::vector<TallyRow> rows_in(std::filesystem::path const& folder)
{
    auto rows = Store::open_to_read(folder).take().tallies().value();
    std::stable_sort(rows.begin(), rows.end(), [](TallyRow const& one, TallyRow const& other) {
        return test::time_of(one) < test::time_of(other);
    });
    return rows;
}

} // namespace

TEST_CASE("what is committed is stored, under the day it happened")
{
    TemporaryFolder folder;
    ManualClock clock;
    {
        Writer writer(writer_options(folder.path()), clock);
        writer.commit({{Measure::visits, "all", "fr"}, {Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().pending == 0);
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 1);
    CHECK(test::time_of(rows[0]) == "2026-11-23");
    CHECK(rows[0].n == 2);
    CHECK(rows[0].language == "fr");
}

TEST_CASE("at a fair visits are kept by the hour and reporting still by the day")
{
    TemporaryFolder folder;
    ManualClock clock;
    {
        Writer writer(writer_options(folder.path(), BucketSize::hour), clock);
        writer.commit({{Measure::visits, "all", "fr"}, {Measure::report_step, "danger", "fr"}}, clock.wall());
        writer.flush();
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].measure == "report_step");
    CHECK(test::time_of(rows[0]) == "2026-11-23");
    CHECK(test::time_of(rows[1]) == "2026-11-23T10");
}

TEST_CASE("a folder that cannot be used loses no count: they are stored when it can")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "data", "a file in the way").ok());
    ManualClock clock;
    test::Journal journal;
    Writer writer(writer_options(folder / "data"), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    auto const status = writer.flush();
    CHECK(status.pending == 1);
    CHECK(status.last_fault.find("data") != std::string::npos);
    CHECK(journal.says("data"));

    std::filesystem::remove(folder / "data");
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.flush().pending == 0);
    CHECK(writer.status().last_fault.empty());
    CHECK(rows_in(folder / "data")[0].n == 2);
}

TEST_CASE("a clock that is not believed counts as unknown, and does not become the highest seen")
{
    TemporaryFolder folder;
    ManualClock clock(WallTime{2'500'000'000}); // 2049
    {
        Writer writer(writer_options(folder.path()), clock);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        writer.flush();
        clock.set_wall(ManualClock::kDefaultWall);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().clock_trusted);
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(test::time_of(rows[0]) == "2026-11-23");
    CHECK(test::time_of(rows[1]) == "unknown");
}

TEST_CASE("one visit changes counters and nothing else in the database")
{
    TemporaryFolder folder;
    ManualClock clock;
    Writer writer(writer_options(folder.path()), clock);
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::screen_seen, "home", "fr"}}, clock.wall());
    writer.flush();
    auto const before = rows_in(folder.path());
    auto const log_before = Store::open_to_read(folder.path()).take().machine_log().value().size();
    clock.advance(std::chrono::minutes(7));
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::screen_seen, "home", "fr"}}, clock.wall());
    writer.flush();
    auto const after = rows_in(folder.path());
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto same = after[i];
        same.n = before[i].n;
        CHECK(std::tuple(test::time_of(same), same.language, same.measure, same.item, same.n) ==
              std::tuple(test::time_of(before[i]), before[i].language, before[i].measure, before[i].item, before[i].n));
        CHECK(after[i].n == before[i].n + 1);
    }
    CHECK(Store::open_to_read(folder.path()).take().machine_log().value().size() == log_before);
}

TEST_CASE("a clock that steps back while the kiosk runs is not believed until it has caught up")
{
    TemporaryFolder folder;
    ManualClock clock(WallTime{1795433400}); // 2026-11-23 11:30 UTC
    {
        Writer writer(writer_options(folder.path(), BucketSize::hour), clock);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().clock_trusted);
        clock.set_wall(WallTime{1795428060}); // 10:01
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK_FALSE(writer.status().clock_trusted);
        clock.set_wall(WallTime{1795433460}); // 11:31
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().clock_trusted);
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(test::time_of(rows[0]) == "2026-11-23T12");
    CHECK(rows[0].n == 2);
    CHECK(test::time_of(rows[1]) == "unknown");
    CHECK(rows[1].n == 1);
}

TEST_CASE("a clock that is behind the last run is not believed, in hours or in days")
{
    for (auto const size : {BucketSize::hour, BucketSize::day}) {
        TemporaryFolder folder;
        for (auto const wall : {1795433400, 1795433400 - 86400, 1795433400 + 60}) {
            ManualClock clock(WallTime{wall});
            Writer writer(writer_options(folder.path(), size), clock);
            writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
            writer.flush();
        }
        auto const rows = rows_in(folder.path());
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].n == 2);
        CHECK(test::time_of(rows[1]) == "unknown");
    }
}

TEST_CASE("a kiosk taken from a fair to a shop on the same day is still believed")
{
    TemporaryFolder folder;
    for (auto const size : {BucketSize::hour, BucketSize::day}) {
        ManualClock clock(WallTime{1795433400});
        Writer writer(writer_options(folder.path(), size), clock);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().clock_trusted);
    }
    for (auto const& row : rows_in(folder.path())) CHECK(!row.day.empty());
}

TEST_CASE("the time that is remembered is no finer than the bucket, and a second visit in it leaves no mark")
{
    for (auto const size : {BucketSize::hour, BucketSize::day}) {
        TemporaryFolder folder;
        ManualClock clock(WallTime{1795433400});
        Writer writer(writer_options(folder.path(), size), clock);
        auto const meta = [&] {
            auto store = Store::open_to_read(folder.path()).take();
            return store.database()
                .text("SELECT group_concat(key || '=' || value) FROM meta WHERE key <> 'beat'")
                .value();
        };
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        writer.flush();
        auto const before = meta();
        CHECK(before.find(size == BucketSize::hour ? "highest_seen=1795431600" : "highest_seen=1795388400") !=
              std::string::npos);
        clock.advance(std::chrono::minutes(7));
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        writer.flush();
        CHECK(meta() == before);
    }
}

TEST_CASE("whichever call to the disk fails, once or from then on, the writer stores every count once when it can")
{
    for (auto const duration : {test::FailFor::once, test::FailFor::good})
        for (auto const code : {SQLITE_IOERR, SQLITE_READONLY}) {
            bool finished = false;
            for (int n = 1; !finished && n < 200; ++n) {
                CAPTURE(n);
                TemporaryFolder folder;
                test::FailingVfs vfs;
                test::Journal journal;
                ManualClock clock;
                auto failing = writer_options(folder.path());
                failing.store.vfs = vfs.name();
                Writer writer(failing, clock);
                writer.flush();
                vfs.fail_at(n, duration, code);
                for (int visit = 0; visit < 3; ++visit) {
                    writer.commit({{Measure::visits, "all", "fr"}, {Measure::screen_seen, "home", "fr"}}, clock.wall());
                    writer.flush();
                }
                finished = !vfs.failed();
                vfs.fail_at(0, duration, code);
                CHECK(writer.flush().pending == 0);
                CHECK(writer.status().quarantined.empty()); // a fault of the disk is no damage
                for (auto const& row : rows_in(folder.path())) CHECK(row.n == 3);
                CHECK(rows_in(folder.path()).size() == 2);
            }
            CHECK(finished);
        }
}

TEST_CASE("through a full disk every count is stored once, and the machine log tells of one boot and of the fault")
{
    for (int n = 1; n < 25; ++n) {
        CAPTURE(n);
        TemporaryFolder folder;
        test::FailingVfs vfs;
        test::Journal journal;
        ManualClock clock;
        auto full = writer_options(folder.path());
        full.store.vfs = vfs.name();
        {
            Writer writer(full, clock);
            writer.flush();
            vfs.fail_at(n, test::FailFor::good, SQLITE_FULL);
            for (int visit = 0; visit < 3; ++visit) {
                writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
                writer.flush();
            }
            bool const failed = vfs.failed();
            CHECK(failed == (writer.status().pending > 0));
            CHECK(failed == journal.says("the disk is full"));
            vfs.fail_at(0, test::FailFor::good, SQLITE_FULL);
            CHECK(writer.flush().pending == 0);
            CHECK(writer.status().last_fault.empty());
        }
        auto const rows = rows_in(folder.path());
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].n == 3);
        std::map<std::string, int> events;
        for (auto const& row : Store::open_to_read(folder.path()).value().machine_log().value()) {
            ++events[row.event];
            CHECK(row.boot == 1);
        }
        CHECK(events["boot"] == 1);
        CHECK(events["fault"] == (journal.says("the disk is full") ? 1 : 0));
    }
}

TEST_CASE("a database that was put aside is in the status, the journal and the machine log")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / kDatabaseName, std::string(9000, 'x')).ok());
    test::Journal journal;
    ManualClock clock;
    {
        Writer writer(writer_options(folder.path()), clock);
        CHECK(writer.flush().quarantined.ends_with("put-aside-1"));
    }
    CHECK(journal.says("put aside whole"));
    auto const log = Store::open_to_read(folder.path()).take().machine_log().value();
    REQUIRE(log.size() == 3);
    CHECK(log[0].event == "boot");
    CHECK(log[1].event == "quarantine");
    CHECK(log[2].event == "day");
    CHECK(log[1].detail == "put-aside-1"); // without the path, which may name a person's home
}

TEST_CASE("a data folder whose path runs in circles is a fault like any other")
{
    TemporaryFolder folder;
    std::filesystem::create_symlink(folder / "round", folder / "round");
    test::Journal journal;
    ManualClock clock;
    Writer writer(writer_options(folder / "round"), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    auto const status = writer.flush();
    CHECK(status.pending == 1);
    CHECK(status.last_fault.find("round") != std::string::npos);
    std::filesystem::remove(folder / "round");
    CHECK(writer.flush().pending == 0);
}

TEST_CASE("somebody who reads the figures while the kiosk stores does not disturb it")
{
    TemporaryFolder folder;
    ManualClock clock;
    Writer writer(writer_options(folder.path()), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    writer.flush();
    auto reader = Store::open_to_read(folder.path()).take();
    REQUIRE(reader.database().run("BEGIN").ok());
    REQUIRE(reader.tallies().ok());
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    CHECK(reader.tallies().value()[0].n == 1); // what was there when it began
    REQUIRE(reader.database().run("COMMIT").ok());
    CHECK(writer.flush().last_fault.empty());
    CHECK(rows_in(folder.path())[0].n == 2);
}

TEST_CASE("a visit does not write by itself; the beat does, whether there was a visit or not")
{
    TemporaryFolder folder;
    SystemClock clock;
    auto options = writer_options(folder.path());
    options.built = {0};
    options.store_interval = Seconds(1);
    Writer writer(options, clock);
    REQUIRE(writer.flush().last_fault.empty());
    auto const stamp = [&] { return Store::open_to_read(folder.path()).take().read_fact(store::fact::kBeat).value(); };
    auto const next = [&](std::string const& before) {
        for (int i = 0; i < 600 && stamp() == before; ++i) std::this_thread::sleep_for(Milliseconds(20));
        return stamp();
    };
    auto const first = next(stamp());
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.status().pending == 1); // in memory until then
    auto const second = next(first);
    CHECK(second != first);
    CHECK(rows_in(folder.path()).size() == 1);
    CHECK(next(second) != second); // without a visit, too
}

TEST_CASE("what staff vouch for while the worker stores is not doubted again")
{
    for (int round = 0; round < 300; ++round) {
        TemporaryFolder folder;
        ManualClock clock(WallTime{2'200'000'000}); // years ahead
        {
            Writer ahead(writer_options(folder.path()), clock);
            ahead.commit({{Measure::visits, "all", "fr"}}, clock.wall());
            ahead.flush();
        }
        clock.set_wall(ManualClock::kDefaultWall);
        Writer writer(writer_options(folder.path()), clock);
        if (round % 3 != 0) std::this_thread::sleep_for(std::chrono::microseconds(round * 17 % 2500));
        writer.trust_clock();
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        REQUIRE(writer.flush().clock_trusted);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        REQUIRE(writer.flush().clock_trusted);
        std::int64_t known = 0;
        for (auto const& row : rows_in(folder.path()))
            if (row.day == "2026-11-23") known += row.n;
        REQUIRE(known == 2);
    }
}
