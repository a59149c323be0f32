// A data folder on a disk that comes late, never, or goes while the kiosk runs.
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

WriterOptions awaited(std::filesystem::path const& folder, BucketSize size = BucketSize::day)
{
    WriterOptions options{folder, test::called("late"), "2026.11.1", size, test::kBuilt};
    options.data = DataFolder::awaited;
    return options;
}

void put_marker(std::filesystem::path const& folder)
{
    REQUIRE(make_folder(folder).ok());
    REQUIRE(write_file_atomically(folder / kDataMarker, "").ok());
}

std::map<std::string, std::int64_t> sums_by_bucket(std::filesystem::path const& folder)
{
    std::map<std::string, std::int64_t> sums;
    for (auto const& row : Store::open_to_read(folder).take().tallies().value()) sums[test::time_of(row)] += row.n;
    return sums;
}

} // namespace

TEST_CASE("figures wait for a disk that comes late, are stored under their own day, and nothing is made before")
{
    TemporaryFolder folder;
    auto const data = folder / "mount/data";
    REQUIRE(make_folder(data).ok()); // the mount point: bare
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(awaited(data), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    auto status = writer.flush();
    CHECK(status.pending == 1);
    CHECK(status.last_fault.find("the data folder is not there yet") != std::string::npos);
    CHECK(journal.says("the data folder is not there yet"));
    // Staff are told the same, rather than of a fault.
    CHECK(figures_read(writer).error().message.find("is not there yet") != std::string::npos);
    CHECK(exported(writer, folder / "stick").error().message.find("is not there yet") != std::string::npos);
    CHECK(list_folder(data).empty());

    clock.advance(std::chrono::hours(24));
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::visits, "all", "fr"}}, clock.wall());
    put_marker(data);
    status = writer.flush();
    CHECK(status.pending == 0);
    CHECK(status.last_fault.empty());
    CHECK(sums_by_bucket(data) == std::map<std::string, std::int64_t>{{"2026-11-20", 1}, {"2026-11-21", 2}});
}

TEST_CASE("a folder that is not there at all is awaited, too, and not made")
{
    TemporaryFolder folder;
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    {
        Writer writer(awaited(folder / "none/data"), clock);
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().pending == 1);
    }
    CHECK(list_folder(folder.path()).empty());
}

TEST_CASE("while a disk never comes memory stays small: hours beyond 400 are counted under an unknown time")
{
    TemporaryFolder folder;
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(awaited(folder / "data", BucketSize::hour), clock);
    constexpr int kHours = 1000;
    for (int hour = 0; hour < kHours; ++hour) {
        for (int visit = 0; visit < 5; ++visit) writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        clock.advance(std::chrono::hours(1));
    }
    for (int i = 0; i < 1000; ++i) writer.note("fault", "one of many");
    CHECK(writer.flush().pending == 5 * kHours);
    put_marker(folder / "data");
    CHECK(writer.flush().pending == 0);
    auto sums = sums_by_bucket(folder / "data");
    CHECK(sums.size() == 400);
    CHECK(sums["unknown"] == 5 * (kHours - 399)); // their time is lost, they are not
    std::int64_t all = 0;
    for (auto const& [bucket, n] : sums) all += n;
    CHECK(all == 5 * kHours);
    CHECK(Store::open_to_read(folder / "data").take().machine_log().value().size() < 210);
}

TEST_CASE("a folder that vanishes while the kiosk runs gets no fresh database in its place, and its figures come back")
{
    TemporaryFolder folder;
    auto const data = folder / "data";
    put_marker(data);
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(awaited(data), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.flush().pending == 0);
    // As if unmounted: the bare mount point shows, while the writer still holds the file.
    std::filesystem::rename(data, folder / "elsewhere");
    REQUIRE(make_folder(data).ok());
    for (int i = 0; i < 3; ++i) {
        writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
        CHECK(writer.flush().pending == i + 1);
    }
    CHECK(list_folder(data).empty());
    CHECK(sums_by_bucket(folder / "elsewhere")["2026-11-20"] == 1); // nothing went where nobody looks
    std::filesystem::remove(data);
    std::filesystem::rename(folder / "elsewhere", data);
    CHECK(writer.flush().pending == 0);
    CHECK(sums_by_bucket(data)["2026-11-20"] == 4);
    writer.flush(); // what is said of it comes with the next beat
    auto const log = Store::open_to_read(data).take().machine_log().value();
    long boots = 0;
    for (auto const& row : log) boots += row.event == "boot" ? 1 : 0;
    CHECK(boots == 1); // the same run went on
    CHECK(log.back().detail == "figures had to wait");
}

TEST_CASE(
    "a database that is removed under a running kiosk is begun anew, and said; not counted into a file without a name")
{
    TemporaryFolder folder;
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    Writer writer({folder / "data", test::called("late"), "2026.11.1", BucketSize::day, test::kBuilt}, clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.flush().pending == 0);
    std::filesystem::remove(folder / "data" / kDatabaseName);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.flush().pending == 0);
    CHECK(journal.says("was moved or removed while it was in use"));
    CHECK(sums_by_bucket(folder / "data")["2026-11-20"] == 1);
    std::filesystem::remove_all(folder / "data");
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    CHECK(writer.flush().pending == 0);
    CHECK(sums_by_bucket(folder / "data")["2026-11-20"] == 1);
}
