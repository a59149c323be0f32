// Fleet files that came from elsewhere: of the form before, of one who changed them, and in use.
#include "database/database.h"
#include "files/files.h"
#include "fleet/packages.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::fleet;
using namespace test;

namespace {

struct ForeignFile {
    TemporaryFolder folder;
    std::filesystem::path package, file;

    ForeignFile() : file(folder / "fleet.db")
    {
        auto store = store_of(folder / "data");
        REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-20"), 30}}, std::nullopt).ok());
        package = exported(store, folder / "out", on_day("2026-11-23"));
        merged({package}, file);
    }

    void run(std::string const& sql) const
    {
        auto database = Database::open(file, OpenMode::read_write).take();
        auto const done = database.run(sql);
        if (!done.ok()) FAIL(done.error().line());
    }
};

constexpr char const* kNotOurs =
    "holds tables, views or triggers that no kiosk-log has made (merge the packages again, into a new file)";

} // namespace

TEST_CASE("a fleet file whose schema is not ours to the letter is refused, for reading and for writing")
{
    for (auto const* sql :
         {"DROP TABLE remark; CREATE VIEW remark AS SELECT 1 AS machine, 1 AS number, '' AS day, '' AS text",
          "CREATE TRIGGER grow AFTER INSERT ON tally BEGIN UPDATE tally SET n = 7; END",
          "CREATE TABLE other (id INTEGER)", "CREATE INDEX other ON tally (n)", "DROP TABLE signer",
          "ALTER TABLE label ADD COLUMN other TEXT"}) {
        CAPTURE(sql);
        ForeignFile const made;
        auto const before = read_file(made.package / "tallies.csv").value();
        made.run(sql);
        CHECK(FleetStore::open(made.file).error().line() == made.file.string() + ": " + kNotOurs);
        CHECK(FleetStore::open_to_read(made.file).error().line() == made.file.string() + ": " + kNotOurs);
    }
}

TEST_CASE("a fleet file of the form before is read as it is, and is of this form after a merge")
{
    ForeignFile const made;
    auto const now = read_file(made.file).value();
    auto const told_now = told(made.file);
    made.run("DROP TABLE signer; PRAGMA user_version=2");
    CHECK(told(made.file) == told_now);
    CHECK(FleetStore::open_to_read(made.file).value().keys().value().empty());
    merged({made.package}, made.file);
    CHECK(FleetStore::open_to_read(made.file).value().keys().value().size() == 1);
    CHECK(read_file(made.file).value() == now);
}

TEST_CASE("counts in a fleet file that nobody has merged are told, and not added up")
{
    ForeignFile const made;
    made.run("UPDATE tally SET n = 9223372036854775807");
    auto store = FleetStore::open_to_read(made.file).take();
    auto const report = read_fleet(store);
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().message == "holds a count that no kiosk has made");
}

TEST_CASE("a fleet that another program is changing is left alone, and a link goes on leading to it")
{
    ForeignFile const made;
    auto store = FleetStore::open(made.file).take();
    {
        int const other = ::open(made.file.c_str(), O_RDONLY | O_CLOEXEC);
        REQUIRE(::flock(other, LOCK_EX | LOCK_NB) == 0);
        auto const refused = store.merge(open_all({made.package}));
        ::close(other);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().message == "is in use by another program");
    }
    auto const link = made.folder / "link.db";
    std::filesystem::create_symlink(made.file, link);
    merged({made.package}, link);
    CHECK(std::filesystem::is_symlink(link));
    // What was opened before sees what has been written since.
    CHECK(store.merge(open_all({made.package})).ok());
    CHECK(store.machines().value().size() == 1);
}
