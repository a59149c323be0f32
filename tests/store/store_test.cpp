#include "base/random.h"
#include "files/files.h"
#include "store/store.h"
#include "support/failing_vfs.h"
#include "support/kiosk.h"
#include "support/store_options.h"
#include "support/tally_store.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::figures;
using namespace kiosk::store;
using test::key;
using test::open;
using test::TemporaryFolder;
using test::total;

TEST_CASE("counts add up under their key, over restarts")
{
    TemporaryFolder folder;
    {
        auto store = open(folder.path());
        REQUIRE(store.commit({{key("home"), 2}, {key("quiz"), 1}}, WallTime{1795424400}).ok());
    }
    auto store = open(folder.path());
    REQUIRE(store.commit({{key("home"), 3}}, std::nullopt).ok());
    auto const rows = store.tallies().value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].item == "home");
    CHECK(rows[0].n == 5);
    CHECK(rows[1].n == 1);
    CHECK(store.boot() == 2);
    CHECK(store.highest_seen().value().unix_seconds == 1795424400);
}

TEST_CASE("the database syncs all it stores, keeps its journal and trusts no schema")
{
    TemporaryFolder folder;
    auto store = open(folder.path());
    auto& database = store.database();
    CHECK(database.text("PRAGMA journal_mode").value() == "persist");
    CHECK(database.number("PRAGMA synchronous").value() == 3); // EXTRA
    CHECK(database.number("PRAGMA secure_delete").value() == 1);
    CHECK(database.number("PRAGMA trusted_schema").value() == 0);
    CHECK(database.number("PRAGMA cell_size_check").value() == 1);
    CHECK(database.number("PRAGMA mmap_size").value() == 0);
}

TEST_CASE("no table has a column that could hold a visitor")
{
    TemporaryFolder folder;
    auto store = open(folder.path());
    auto& database = store.database();
    auto const columns = [&](std::string const& table) {
        return database.text("SELECT group_concat(name) FROM pragma_table_info('" + table + "')").value();
    };
    CHECK(database
              .text("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'table' "
                    "ORDER BY name)")
              .value() == "day,domain,label,machine_log,meta,release,released,remark,sqlite_sequence,tally,word");
    CHECK(columns("tally") == "day,hour,label,content_version,language,measure,item,n");
    CHECK(columns("release") == "number,label,first_day,last_day,threshold,mark,state");
    CHECK(columns("released") == "number,measure,item,language,n");
    CHECK(columns("domain") == "kind,item");
    CHECK(columns("meta") == "key,value");
    CHECK(columns("machine_log") == "seq,boot,monotonic_s,wall,clock_trusted,event,detail");
    // No row number that would tell in what order things were first seen.
    CHECK_FALSE(database.number("SELECT rowid FROM tally").ok());
}

TEST_CASE("whatever write fails, a batch is stored whole or not at all, and the next try stores it once")
{
    for (auto const duration : {test::FailFor::once, test::FailFor::good})
        for (auto const code : {SQLITE_IOERR, SQLITE_FULL}) {
            bool finished = false;
            for (int n = 1; !finished && n < 200; ++n) {
                TemporaryFolder folder;
                test::FailingVfs vfs;
                auto opened = Store::open(folder.path(), test::called("test", vfs.name()));
                REQUIRE(opened.ok());
                auto& store = opened.value();
                Batch const batch{{key("home"), 1}, {key("quiz"), 2}, {key("page"), 3}};
                REQUIRE(store.commit(batch, std::nullopt).ok());
                vfs.fail_at(n, duration, code);
                bool const stored = store.commit(batch, std::nullopt).ok();
                finished = !vfs.failed();
                vfs.fail_at(0, duration, code);
                CAPTURE(n);
                CHECK(total(store) == (stored ? 12 : 6));
                if (!stored) REQUIRE(store.commit(batch, std::nullopt).ok());
                CHECK(total(store) == 12);
                CHECK(store.database().text("PRAGMA integrity_check").value() == "ok");
            }
            CHECK(finished);
        }
}

TEST_CASE("a batch that is refused in its middle leaves nothing of itself, and the next is stored")
{
    TemporaryFolder folder;
    auto store = open(folder.path());
    // Nothing counts as zero times: the table refuses it, after the first row was written.
    CHECK_FALSE(store.commit({{key("home"), 1}, {key("quiz"), 0}}, std::nullopt).ok());
    CHECK(total(store) == 0);
    CHECK(store.commit({{key("home"), 1}}, std::nullopt).ok());
    CHECK(total(store) == 1);
    CHECK_FALSE(
        store.commit({{key("home"), 0}}, std::nullopt).ok()); // a refusal is no success, though nothing is missing
}

TEST_CASE("a fault says where, what and what to do")
{
    TemporaryFolder folder;
    test::FailingVfs vfs;
    auto store = Store::open(folder.path(), test::called("test", vfs.name())).take();
    vfs.fail_at(1, test::FailFor::good, SQLITE_FULL);
    auto const stored = store.commit({{key("home"), 1}}, std::nullopt);
    REQUIRE_FALSE(stored.ok());
    CHECK(stored.error().where.find("engagement.sqlite") != std::string::npos);
    CHECK(stored.error().message == "the disk is full");
    CHECK(stored.error().advice.find("free some space") != std::string::npos);
}

TEST_CASE("whatever write fails while a database is made, the next try makes it")
{
    for (auto const duration : {test::FailFor::once, test::FailFor::good}) {
        bool finished = false;
        for (int n = 1; !finished && n < 200; ++n) {
            CAPTURE(n);
            TemporaryFolder folder;
            test::FailingVfs vfs;
            vfs.fail_at(n, duration, SQLITE_FULL);
            (void)Store::open(folder.path(), test::called("test", vfs.name()));
            finished = !vfs.failed();
            vfs.fail_at(0, duration, SQLITE_FULL);
            auto opened = Store::open(folder.path(), test::called("test", vfs.name()));
            REQUIRE(opened.ok());
            CHECK(opened.value().quarantined().empty());
            CHECK(opened.value().commit({{key("home"), 1}}, std::nullopt).ok());
            CHECK(total(opened.value()) == 1);
        }
        CHECK(finished);
    }
}

TEST_CASE("a fault after the batch is already stored does not store it twice")
{
    // What SQLite does when the journal is deleted but the folder cannot be synced: the batch is stored, COMMIT fails.
    static bool unsynced = false;
    auto* const usual = sqlite3_vfs_find(nullptr);
    auto late = *usual;
    late.zName = "late";
    late.pNext = nullptr;
    late.xDelete = [](sqlite3_vfs*, char const* name, int sync) {
        auto* const real = sqlite3_vfs_find(nullptr);
        auto const code = real->xDelete(real, name, sync);
        return unsynced && sync ? SQLITE_IOERR_DIR_FSYNC : code;
    };
    sqlite3_vfs_register(&late, 0);
    {
        TemporaryFolder folder;
        auto store = Store::open(folder.path(), test::called("test", "late")).take();
        REQUIRE(store.database().run("PRAGMA journal_mode=DELETE").ok());
        Batch const batch{{key("home"), 1}, {key("quiz"), 2}};
        REQUIRE(store.commit(batch, std::nullopt).ok());
        unsynced = true;
        auto const stored = store.commit(batch, std::nullopt);
        unsynced = false;
        CHECK(total(store) == (stored.ok() ? 6 : 3));
        if (!stored.ok()) REQUIRE(store.commit(batch, std::nullopt).ok());
        CHECK(total(store) == 6);
    }
    sqlite3_vfs_unregister(&late);
}

TEST_CASE("a count at the end of all numbers stays there, and the batch beside it is stored")
{
    TemporaryFolder folder;
    auto store = open(folder.path());
    REQUIRE(store.commit({{key("home"), 1}}, std::nullopt).ok());
    REQUIRE(store.database().run("UPDATE tally SET n = 9223372036854775807").ok());
    REQUIRE(store.commit({{key("home"), 1}, {key("quiz"), 1}}, std::nullopt).ok());
    auto const rows = store.tallies().value();
    REQUIRE(rows.size() == 2);
    CHECK(store.database().number("SELECT max(n) FROM tally").value() == 9007199254740991);
    CHECK(rows[1].n == 1);
    // Who adds up meets no number that a million of would not fit.
    std::int64_t most = 0;
    auto const look = [&](TallyView const& row) -> Result<> {
        most = std::max(most, row.n);
        return success();
    };
    REQUIRE(store.each_tally(look).ok());
    CHECK(most == 1'000'000'000'000);
}

TEST_CASE("the same run opening its database again is no second boot")
{
    TemporaryFolder folder;
    CHECK(open(folder.path()).boot() == 1);
    CHECK(Store::open(folder.path(), test::called("test", "", OpenReason::reopen_after_fault)).value().boot() == 1);
    CHECK(open(folder.path()).boot() == 2);
}

TEST_CASE("a database of the first version is brought up to date, and cut off in the middle it is the old one still")
{
    // As version 1 made it.
    auto const make_old = [](std::filesystem::path const& folder) {
        auto database = Database::open(folder / kDatabaseName, OpenMode::read_write).take();
        REQUIRE(
            database
                .run("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
                     "CREATE TABLE tally (kiosk TEXT NOT NULL, epoch TEXT NOT NULL, bucket TEXT NOT NULL, "
                     "content_version TEXT NOT NULL, language TEXT NOT NULL, measure TEXT NOT NULL, item TEXT NOT "
                     "NULL, n INTEGER NOT NULL CHECK (n > 0), PRIMARY KEY (kiosk, epoch, bucket, content_version, "
                     "language, measure, item)) STRICT, WITHOUT ROWID;"
                     "CREATE TABLE machine_log (seq INTEGER PRIMARY KEY, boot INTEGER NOT NULL, monotonic_s INTEGER "
                     "NOT NULL, wall TEXT NOT NULL, clock_trusted INTEGER NOT NULL, event TEXT NOT NULL, detail "
                     "TEXT NOT NULL) STRICT;"
                     "INSERT INTO meta VALUES ('epoch', '0123456789abcdef'), ('kiosk', 'test'), ('boot', '4'), "
                     "('highest_seen', '0');"
                     "INSERT INTO tally VALUES ('test', '0123456789abcdef', '2026-11-23', '1', 'fr', 'visits', "
                     "'all', 7);"
                     "INSERT INTO machine_log VALUES (1, 1, 0, '', 0, 'boot', ''), (5, 4, 0, '', 0, 'boot', '');"
                     "PRAGMA application_id = 1263095635; PRAGMA user_version = 1")
                .ok());
    };
    bool finished = false;
    for (int n = 1; !finished && n < 200; ++n) {
        CAPTURE(n);
        TemporaryFolder folder;
        make_old(folder.path());
        test::FailingVfs vfs;
        vfs.fail_at(n, test::FailFor::good, SQLITE_IOERR);
        (void)Store::open(folder.path(), test::called("test", vfs.name()));
        finished = !vfs.failed();
        vfs.fail_at(0, test::FailFor::good, SQLITE_IOERR);
        auto store = open(folder.path());
        CHECK(store.quarantined().empty());
        CHECK(total(store) == 7);
        CHECK(store.machine() == "0123456789abcdef");
        CHECK(store.releases().value().empty());
        REQUIRE(store.note("fault", "", {}, "").ok());
        CHECK(store.machine_log().value().back().sequence == 6);
    }
    CHECK(finished);
}
