#include "base/files.h"
#include "engagement/writer.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::engagement;
using test::TemporaryFolder;

namespace {

constexpr WallTime kBuilt{1793491200};

WriterOptions options(std::filesystem::path const& folder, BucketSize size = BucketSize::day)
{
    return {folder, {"test", ""}, "2026.11.1", size, kBuilt};
}

std::vector<TallyRow> rows_in(std::filesystem::path const& folder)
{
    return Store::open_to_read(folder).take().tallies().value();
}

} // namespace

TEST_CASE("what is committed is stored, under the day it happened")
{
    TemporaryFolder folder;
    ManualClock clock;
    {
        Writer writer(options(folder.path()), clock);
        writer.commit({{Measure::visits, "all", "fr"}, {Measure::visits, "all", "fr"}});
        CHECK(writer.flush().pending == 0);
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].bucket == "2026-11-23");
    CHECK(rows[0].n == 2);
    CHECK(rows[0].language == "fr");
}

TEST_CASE("at a fair visits are kept by the hour and reporting still by the day")
{
    TemporaryFolder folder;
    ManualClock clock;
    {
        Writer writer(options(folder.path(), BucketSize::hour), clock);
        writer.commit({{Measure::visits, "all", "fr"}, {Measure::report_step, "danger", "fr"}});
        writer.flush();
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].measure == "report_step");
    CHECK(rows[0].bucket == "2026-11-23");
    CHECK(rows[1].bucket == "2026-11-23T10");
}

TEST_CASE("a folder that cannot be used loses no count: they are stored when it can")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "data", "a file in the way").ok());
    ManualClock clock;
    test::Journal journal;
    Writer writer(options(folder / "data"), clock);
    writer.commit({{Measure::visits, "all", "fr"}});
    auto const status = writer.flush();
    CHECK(status.pending == 1);
    CHECK(status.last_fault.find("data") != std::string::npos);
    CHECK(journal.says("data"));

    std::filesystem::remove(folder / "data");
    writer.commit({{Measure::visits, "all", "fr"}});
    CHECK(writer.flush().pending == 0);
    CHECK(writer.status().last_fault.empty());
    CHECK(rows_in(folder / "data")[0].n == 2);
}

TEST_CASE("a clock that is not believed counts as unknown, and does not become the highest seen")
{
    TemporaryFolder folder;
    ManualClock clock(WallTime{2'500'000'000}); // 2049
    {
        Writer writer(options(folder.path()), clock);
        writer.commit({{Measure::visits, "all", "fr"}});
        writer.flush();
        clock.set_wall(ManualClock::kDefaultWall);
        writer.commit({{Measure::visits, "all", "fr"}});
        CHECK(writer.flush().clock_trusted);
    }
    auto const rows = rows_in(folder.path());
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].bucket == "2026-11-23");
    CHECK(rows[1].bucket == "unknown");
}

TEST_CASE("one visit changes counters and nothing else in the database")
{
    TemporaryFolder folder;
    ManualClock clock;
    Writer writer(options(folder.path()), clock);
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::screen_seen, "home", "fr"}});
    writer.flush();
    auto const before = rows_in(folder.path());
    auto const log_before = Store::open_to_read(folder.path()).take().machine_log().value().size();
    clock.advance(std::chrono::minutes(7));
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::screen_seen, "home", "fr"}});
    writer.flush();
    auto const after = rows_in(folder.path());
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        auto same = after[i];
        same.n = before[i].n;
        CHECK(std::tie(same.bucket, same.language, same.measure, same.item, same.n) ==
              std::tie(before[i].bucket, before[i].language, before[i].measure, before[i].item, before[i].n));
        CHECK(after[i].n == before[i].n + 1);
    }
    CHECK(Store::open_to_read(folder.path()).take().machine_log().value().size() == log_before);
}
