// What the disk tells of earlier figures: nothing. The bytes of the files themselves are looked at, as somebody would
// who has the disk and not the program; tests/real/raw_disk.sh does the same below a file system.
#include "base/random.h"
#include "database/overwriting.h"
#include "database/page_rebuilding.h"
#include "database/zeroing_vfs.h"
#include "files/files.h"
#include "support/failing_vfs.h"
#include "support/tally_store.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <cstring>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::store;
using test::TemporaryFolder;

namespace {

constexpr std::size_t kPage = 4096; // [bytes], SQLite's usual
constexpr std::size_t kSchemaRow = 100;

std::string bytes_of(std::filesystem::path const& path)
{
    auto bytes = read_file(path);
    REQUIRE(bytes.ok());
    return bytes.take();
}

bool is_zeros(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
}

std::size_t number_at(std::string_view bytes, std::size_t at)
{
    return std::size_t{static_cast<unsigned char>(bytes[at])} << 8U | static_cast<unsigned char>(bytes[at + 1]);
}

// What a b-tree page says beside its rows; "" is nothing. Free pages and those of overflowing rows are no such page.
std::string beside_the_rows(std::string_view page, std::size_t header)
{
    auto const kind = static_cast<unsigned char>(page[header]);
    if (kind != 2 && kind != 5 && kind != 10 && kind != 13) return "";
    auto const pointers = header + (kind >= 10 ? 8 : 12);
    auto const cells = number_at(page, header + 3), content = number_at(page, header + 5);
    auto const end = pointers + 2 * cells;
    if (number_at(page, header + 1) != 0) return "a freed block";
    if (page[header + 7] != 0) return "fragments";
    if (content < end || content > page.size()) return "no page at all";
    if (!is_zeros(page.substr(end, content - end))) return "old bytes in the gap";
    for (std::size_t i = 1; i < cells; ++i)
        if (number_at(page, pointers + 2 * i) > number_at(page, pointers + 2 * i - 2)) return "the order of coming";
    return "";
}

std::vector<std::string> beside_the_rows(std::filesystem::path const& file)
{
    auto const bytes = bytes_of(file);
    std::vector<std::string> found;
    for (std::size_t at = 0; at + kPage <= bytes.size(); at += kPage) {
        auto const told = beside_the_rows(std::string_view(bytes).substr(at, kPage), at == 0 ? kSchemaRow : 0);
        if (!told.empty()) found.push_back(fmt::format("page {}: {}", at / kPage + 1, told));
    }
    return found;
}

constexpr char const* kTable =
    "CREATE TABLE tally (a TEXT, b TEXT, n INTEGER, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE log (seq INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT) STRICT;";

Database opened(std::filesystem::path const& path, std::string const& mode, std::string const& vfs = "")
{
    auto database = Database::open(path, OpenMode::read_write, vfs);
    REQUIRE(database.ok());
    REQUIRE(database.value().run("PRAGMA synchronous=FULL; PRAGMA journal_mode=" + mode).ok());
    return database.take();
}

// Rows that come, grow and go, by chance: the same for the same seed.
std::string change(Random& random)
{
    auto const word = [&] { return fmt::format("{}-{:x}", random.below(60), random.below(3) * 0xABCDEF); };
    switch (random.below(8)) {
    case 0: return fmt::format("DELETE FROM tally WHERE a = '{}';", random.below(60));
    case 1: return fmt::format("INSERT INTO log (what) VALUES ('{}');", std::string(random.below(9000), 'o'));
    case 2: return "DELETE FROM log WHERE seq % 3 = 0;";
    default:
        return fmt::format("INSERT INTO tally VALUES ('{}', '{}', {}) ON CONFLICT DO UPDATE SET n = n + excluded.n;",
                           random.below(60), word(), 1 + random.below(40'000));
    }
}

std::string everything(Database& database)
{
    return database.text("SELECT group_concat(a || b || n) FROM (SELECT * FROM tally ORDER BY a, b)").value() +
           database.text("SELECT group_concat(seq || what) FROM (SELECT * FROM log ORDER BY seq)").value();
}

} // namespace

TEST_CASE("once a transaction is over its journal holds zeros, in every mode, also what is cut off or removed")
{
    for (auto const* mode : {"PERSIST", "TRUNCATE", "DELETE"})
        for (auto const* ending : {"COMMIT", "ROLLBACK"}) {
            CAPTURE(mode);
            CAPTURE(ending);
            TemporaryFolder folder;
            auto const journal = folder / "figures-journal", name = folder / "another-name";
            auto database = opened(folder / "figures", mode);
            REQUIRE(database.run(kTable).ok());
            REQUIRE(database.run("INSERT INTO tally VALUES ('secret', 'secret', 1)").ok());
            REQUIRE(database.run("BEGIN IMMEDIATE; UPDATE tally SET n = 2").ok());
            // Its pages reach the journal while the cache is full; what was removed is still found by this name.
            REQUIRE(database.run("PRAGMA cache_size=1; INSERT INTO log (what) VALUES (zeroblob(30000) || '')").ok());
            std::filesystem::create_hard_link(journal, name);
            CHECK(bytes_of(name).find("secret") != std::string::npos);
            REQUIRE(database.run(ending).ok());
            auto const left = bytes_of(name);
            CHECK(is_zeros(left));
            CHECK((left.size() > kPage) == (std::string_view(mode) != "TRUNCATE"));
            CHECK(database.check_journal_erased().ok());
            CHECK(database.number("SELECT n FROM tally").value() == (std::string_view(ending) == "COMMIT" ? 2 : 1));
        }
}

TEST_CASE("the journal that an earlier program left is zeros after the first transaction, also where it was cut off")
{
    TemporaryFolder folder;
    auto const journal = folder / "engagement.sqlite-journal";
    {
        auto store = test::open(folder.path());
        REQUIRE(store.commit({{test::key("home"), 1}}, std::nullopt).ok());
    }
    auto bytes = std::string(28, '\0') + std::string(40'000, 's');
    REQUIRE(write_file_atomically(journal, bytes).ok());
    CHECK(test::total(*std::make_unique<Store>(test::open(folder.path()))) == 1);
    CHECK((!std::filesystem::exists(journal) || is_zeros(bytes_of(journal))));
}

TEST_CASE("a journal that grew large is zeros, and cut")
{
    TemporaryFolder folder;
    auto database = opened(folder / "figures", "PERSIST");
    REQUIRE(database.run(kTable).ok());
    for (int i = 0; i < 300; ++i)
        REQUIRE(database.run(fmt::format("INSERT INTO log (what) VALUES ('{}')", std::string(3000, 'x'))).ok());
    REQUIRE(database.run("UPDATE log SET what = 'y' || what").ok());
    auto const left = bytes_of(folder / "figures-journal");
    CHECK(left.size() == static_cast<std::size_t>(kMaxKeptJournal));
    CHECK(is_zeros(left));
    REQUIRE(database.run("DELETE FROM log WHERE seq > 3").ok());
    auto const before = std::filesystem::file_size(folder / "figures");
    REQUIRE(database.run("VACUUM").ok());
    CHECK(std::filesystem::file_size(folder / "figures") < before / 4);
    CHECK(is_zeros(bytes_of(folder / "figures-journal")));
    CHECK(beside_the_rows(folder / "figures").empty());
    CHECK(list_folder(folder.path()).size() == 2);
}

TEST_CASE("whatever is written, pages hold their rows in order and zeros beside them, and say what they said")
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        TemporaryFolder folder;
        Random random(seed);
        auto database = opened(folder / "figures", "PERSIST");
        sqlite3* plain = nullptr;
        REQUIRE(sqlite3_open(":memory:", &plain) == SQLITE_OK);
        REQUIRE(database.run(kTable).ok());
        REQUIRE(sqlite3_exec(plain, kTable, nullptr, nullptr, nullptr) == SQLITE_OK);
        for (int i = 0; i < 250; ++i) {
            std::string sql = "BEGIN IMMEDIATE;";
            for (int k = 0; k < 6; ++k) sql += change(random);
            auto const* const ending = random.below(5) == 0 ? "ROLLBACK" : "COMMIT";
            REQUIRE(database.run(sql + ending).ok());
            REQUIRE(sqlite3_exec(plain, (sql + ending).c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
            if (i % 50 != 49) continue;
            CHECK(beside_the_rows(folder / "figures") == std::vector<std::string>{});
            CHECK(is_zeros(bytes_of(folder / "figures-journal")));
            // Read back from the disk, it is what a database in memory holds that knows no layer.
            auto again = Database::open(folder / "figures", OpenMode::read_only).take();
            CHECK(again.text("PRAGMA integrity_check").value() == "ok");
            sqlite3_stmt* rows = nullptr;
            REQUIRE(
                sqlite3_prepare_v2(plain,
                                   "SELECT (SELECT group_concat(a || b || n) FROM (SELECT * FROM tally ORDER BY a, "
                                   "b)) || (SELECT group_concat(seq || what) FROM (SELECT * FROM log ORDER BY seq))",
                                   -1, &rows, nullptr) == SQLITE_OK);
            REQUIRE(sqlite3_step(rows) == SQLITE_ROW);
            CHECK(everything(again) == reinterpret_cast<char const*>(sqlite3_column_text(rows, 0)));
            sqlite3_finalize(rows);
        }
        sqlite3_close(plain);
    }
}

TEST_CASE("two kiosks whose visitors came in another order have the same bytes in the table of figures")
{
    auto const page_of = [](std::vector<std::string> const& items) {
        TemporaryFolder folder;
        {
            auto database = opened(folder / "figures", "PERSIST");
            REQUIRE(database.run("CREATE TABLE tally (item TEXT PRIMARY KEY, n INTEGER) STRICT, WITHOUT ROWID").ok());
            for (auto const& item : items)
                REQUIRE(database
                            .run("INSERT INTO tally VALUES ('" + item +
                                 "', 100) ON CONFLICT DO UPDATE SET n = n + excluded.n")
                            .ok());
        }
        return bytes_of(folder / "figures").substr(kPage);
    };
    CHECK(page_of({"report.nl", "report.nl", "home.fr", "quiz.de"}) ==
          page_of({"quiz.de", "report.nl", "home.fr", "report.nl"}));
}

TEST_CASE("whatever cannot be overwritten, the commit stands, it is told, and the next one overwrites it")
{
    int told = 0;
    bool finished = false;
    for (int n = 1; !finished && n < 200; ++n) {
        CAPTURE(n);
        TemporaryFolder folder;
        test::FailingVfs vfs;
        auto database = opened(folder / "figures", "PERSIST", vfs.name());
        REQUIRE(database.run(kTable).ok());
        REQUIRE(database.run("INSERT INTO tally VALUES ('secret', '', 1)").ok());
        vfs.fail_at(n, test::FailFor::good, SQLITE_IOERR);
        bool const stored = database.run("UPDATE tally SET n = 2").ok();
        finished = !vfs.failed();
        vfs.fail_at(0, test::FailFor::good, SQLITE_IOERR);
        bool const clean = database.check_journal_erased().ok();
        told += stored && !clean ? 1 : 0;
        if (stored && clean) CHECK(is_zeros(bytes_of(folder / "figures-journal")));
        auto const n_now = database.number("SELECT n FROM tally").value();
        if (stored) CHECK(n_now == 2);
        REQUIRE(database.run("UPDATE tally SET n = 3").ok());
        CHECK(database.check_journal_erased().ok());
        CHECK(is_zeros(bytes_of(folder / "figures-journal")));
        CHECK(database.text("PRAGMA integrity_check").value() == "ok");
    }
    CHECK(finished);
    CHECK(told > 0);
}

TEST_CASE("nothing is put beside the database, and no page of it can be mistaken for another kind")
{
    TemporaryFolder folder;
    auto database = opened(folder / "figures", "PERSIST");
    REQUIRE(database.run(kTable).ok());
    CHECK(database.number("PRAGMA temp_store").value() == 2); // in memory
    CHECK(database.number("PRAGMA secure_delete").value() == 1);
    CHECK_FALSE(database.run("PRAGMA auto_vacuum=FULL").ok());
    CHECK_FALSE(
        database.run("PRAGMA temp_store=FILE; CREATE TEMP TABLE t (x); INSERT INTO t VALUES (zeroblob(9000000))").ok());
}

TEST_CASE("a database that somebody has turned to WAL is opened, and turned back")
{
    TemporaryFolder folder;
    sqlite3* plain = nullptr;
    REQUIRE(sqlite3_open((folder / "figures").c_str(), &plain) == SQLITE_OK);
    REQUIRE(sqlite3_exec(plain, "PRAGMA journal_mode=WAL; CREATE TABLE t (x); INSERT INTO t VALUES (7)", nullptr,
                         nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(plain);
    auto database = opened(folder / "figures", "PERSIST");
    CHECK(database.number("SELECT x FROM t").value() == 7);
    CHECK(database.text("PRAGMA journal_mode").value() == "persist");
}

TEST_CASE("a page that is damaged, or none, is never rewritten; one that is sound is, and then never again")
{
    TemporaryFolder folder;
    {
        auto database = opened(folder / "figures", "PERSIST");
        Random random(5);
        REQUIRE(database.run(kTable).ok());
        for (int i = 0; i < 400; ++i) REQUIRE(database.run(change(random)).ok());
    }
    auto const bytes = bytes_of(folder / "figures");
    std::vector<unsigned char> page(kPage), clean(kPage), again(kPage);
    std::span<unsigned char const> const header(reinterpret_cast<unsigned char const*>(bytes.data()), kFileHeader);
    auto const form = read_page_format(header);
    REQUIRE(form.has_value());
    Random random(7);
    int whole = 0;
    for (std::size_t at = kPage; at + kPage <= bytes.size(); at += kPage)
        for (int round = 0; round < 50; ++round) {
            std::memcpy(page.data(), &bytes[at], kPage);
            for (int k = 0; k < round % 5; ++k)
                page[random.below(2) == 0 ? random.below(64) : random.below(kPage)] =
                    static_cast<unsigned char>(random.next());
            if (!rebuild_page(page, PagePlace::later, *form, clean)) continue;
            ++whole;
            REQUIRE(rebuild_page(clean, PagePlace::later, *form, again));
            CHECK(clean == again);
            std::string_view const text(reinterpret_cast<char const*>(clean.data()), kPage);
            CHECK(beside_the_rows(text, 0) == "");
        }
    CHECK(whole > 100);
    // Where there are pointer maps nothing is certain.
    std::vector<unsigned char> mapped(header.begin(), header.end());
    mapped[55] = 3;
    CHECK_FALSE(read_page_format(mapped).has_value());
}
