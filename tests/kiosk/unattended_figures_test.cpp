// Months of a kiosk that nobody looks after, on a clock of the test's own: what its log says, what it keeps and for how
// long, and what one visit changes on its disk.
#include "files/files.h"
#include "package/package.h"
#include "services/writer.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "support/store_options.h"
#include "visit/countable.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::package;
using namespace kiosk::services;
using namespace kiosk::store;
using namespace test;

namespace {

WriterOptions lobby_options(std::filesystem::path const& folder, std::string const& version = "2026.11.1")
{
    auto options = writer_options(folder);
    options.content_version = version;
    options.domain = {visit::countable(shipped_content()), {"en", "fr", "nl", "de"}};
    return options;
}

std::vector<std::string> events(std::filesystem::path const& folder)
{
    std::vector<std::string> events;
    for (auto const& row : Store::open_to_read(folder).take().machine_log().value()) events.push_back(row.event);
    return events;
}

class AsClaimed final : public show::CountSink {
public:
    explicit AsClaimed(Writer& writer) : writer_(writer) {}
    void commit(std::vector<Count> counts, WallTime claimed) override { writer_.commit(counts, claimed); }

private:
    Writer& writer_;
};

// Every row of every table, as text, by table.
std::map<std::string, std::set<std::string>> everything(std::filesystem::path const& folder)
{
    auto database = Database::open(folder / kDatabaseName, OpenMode::read_only).take();
    std::map<std::string, std::set<std::string>> rows;
    for (auto const* table : {"meta", "label", "day", "remark", "word", "tally", "machine_log", "release", "released",
                              "domain", "sqlite_sequence"}) {
        // The beat turns with every write, visit or not.
        auto const but = std::string_view(table) == "meta" ? " WHERE key <> 'beat'" : "";
        auto statement = database.prepare(std::string("SELECT * FROM ") + table + but).take();
        while (statement.step().value()) {
            std::string row;
            for (int column = 0; column < 8; ++column) row += statement.text(column) + "|";
            rows[table].insert(row);
        }
    }
    return rows;
}

} // namespace

TEST_CASE("the log knows starts, clean stops from crashes, days and new contents")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    {
        Writer writer(lobby_options(folder.path()), clock);
        writer.flush();
        clock.advance(std::chrono::hours(24));
        writer.flush();
    }
    CHECK(events(folder.path()) == std::vector<std::string>{"boot", "day", "day"});
    // A clean stop; then one that is only seen to have been none.
    {
        Writer writer(lobby_options(folder.path(), "2026.12.1"), clock);
        writer.flush();
    }
    REQUIRE(Store::open(folder.path(), test::called("test")).ok()); // as a run that was killed leaves it
    {
        Writer writer(lobby_options(folder.path(), "2026.12.1"), clock);
        writer.flush();
    }
    CHECK(events(folder.path()) == std::vector<std::string>{"boot", "day", "day", "boot", "content", "crash", "boot"});
    auto const log = Store::open_to_read(folder.path()).take().machine_log().value();
    CHECK(log[4].detail == "2026.11.1 -> 2026.12.1");
    for (auto const& row : log) CHECK(row.monotonic_seconds % 3600 == 0); // no finer than that
}

TEST_CASE("figures of reporting are released by the kiosk itself when the month is over")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(lobby_options(folder.path()), clock);
    for (int i = 0; i < 12; ++i) writer.commit({{Measure::report_step, "danger", "fr"}}, clock.wall());
    writer.flush();
    CHECK(Store::open_to_read(folder.path()).take().releases().value().empty());
    clock.advance(std::chrono::hours(24 * 11));
    writer.flush();
    auto const releases = Store::open_to_read(folder.path()).take().releases().value();
    REQUIRE(releases.size() == 1);
    CHECK(releases[0].last == "2026-11-30");
    CHECK(releases[0].cells.size() == 1); // the total of the step; the languages and the sum of all would tell of zeros
}

TEST_CASE("what is older than 25 months goes once it was exported, without a trace in the file")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(lobby_options(folder / "data"), clock);
    writer.commit({{Measure::page_seen, "canary-of-old", "fr"}, {Measure::report_step, "danger", "fr"}}, clock.wall());
    writer.flush();
    auto const holds = [&](std::string const& text) {
        return read_file(folder / "data" / kDatabaseName).value().find(text) != std::string::npos;
    };
    REQUIRE(holds("canary-of-old"));
    clock.advance(std::chrono::hours(24 * 31 * 26)); // 26 months and more
    writer.commit({{Measure::page_seen, "page-of-today", "fr"}}, clock.wall());
    writer.flush();
    CHECK(holds("canary-of-old")); // nobody has taken it along yet
    CHECK(exported(writer, folder / "stick").ok());
    clock.advance(std::chrono::hours(24));
    writer.flush();
    CHECK_FALSE(holds("canary-of-old"));
    CHECK(holds("page-of-today"));
    CHECK(Store::open_to_read(folder / "data").take().database().text("PRAGMA integrity_check").value() == "ok");
}

TEST_CASE("a day's second visit changes nothing on the disk but counters")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    {
        Writer writer(lobby_options(folder.path()), clock);
        AsClaimed sink(writer);
        KioskOptions how;
        how.sink = &sink;
        Kiosk kiosk(how);
        auto const visit = [&] {
            kiosk.begin("fr");
            kiosk.tap("bar.report");
            kiosk.tap("report.happened");
            kiosk.tap("report.letter.K");
            kiosk.tap("report.place.KE");
            kiosk.tap("bar.leave");
            kiosk.wait(30s);
            writer.flush();
        };
        visit();
        auto const before = everything(folder.path());
        clock.advance(std::chrono::hours(3));
        visit();
        auto const after = everything(folder.path());
        for (auto const& [table, rows] : before) {
            auto const& table_name = table;
            CAPTURE(table_name);
            // Not one row more or less, anywhere; of the tally the counts alone differ.
            CHECK(after.at(table).size() == rows.size());
            if (table != "tally") CHECK(after.at(table) == rows);
        }
        auto const without_counts = [](std::set<std::string> const& rows) {
            std::set<std::string> keys;
            for (auto const& row : rows) keys.insert(row.substr(0, row.rfind('|', row.size() - 2)));
            return keys;
        };
        CHECK(without_counts(before.at("tally")) == without_counts(after.at("tally")));
        CHECK(before.at("tally") != after.at("tally"));
    }
}

TEST_CASE("staff are told of a damaged database, and of what the kiosk counted since")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / kDatabaseName, std::string(20'000, 'x')).ok());
    Journal journal;
    ManualClock clock(noon("2026-11-20"));
    Writer writer(lobby_options(folder.path()), clock);
    writer.commit({{Measure::visits, "all", "fr"}, {Measure::quiz_right, "travellers/age/right", "fr"}}, clock.wall());
    auto const read = figures_read(writer, {"2026-11-19", "2026-11-22"});
    CHECK(writer.status().quarantined.ends_with("put-aside-1"));
    REQUIRE(read.ok());
    auto const& figures = read.value();
    CHECK(figures.today.visits == 1);
    CHECK(figures.fair.first == "2026-11-19");
    CHECK(figures.fair.visits == 1);
    CHECK(figures.month.first == "2026-11-01");
    REQUIRE(figures.month.questions.size() == 1);
    CHECK(figures.month.questions[0].right == 1);
    CHECK_FALSE(figures.reporting.has_value());
    CHECK(figures.last_export.empty());
}

TEST_CASE("an export that fails says where, and the next succeeds")
{
    TemporaryFolder folder;
    Journal journal; // each place that fails is said there
    ManualClock clock(noon("2026-11-20"));
    Writer writer(lobby_options(folder / "data"), clock);
    writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
    REQUIRE(write_file_atomically(folder / "stick", "a file in the way").ok());
    auto const failed = exported(writer, folder / "stick");
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().where.find("stick") != std::string::npos);
    CHECK(journal.says("cannot make the folder"));
    CHECK(writer.status().pending == 0);
    std::filesystem::remove(folder / "stick");
    auto const next = exported(writer, folder / "stick");
    REQUIRE(next.ok());
    CHECK(Package::open(next.value().path).ok());
}
