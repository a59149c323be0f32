// Databases that are garbage, cut off, of somebody else or damaged: put aside whole, and counting goes on.
#include "base/random.h"
#include "files/files.h"
#include "store/store.h"
#include "support/failing_vfs.h"
#include "support/kiosk.h"
#include "support/store_options.h"
#include "support/tally_store.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::database;
using namespace kiosk::store;
using test::key;
using test::open;
using test::TemporaryFolder;
using test::total;

namespace {

void put(std::filesystem::path const& path, std::string const& bytes)
{
    REQUIRE(write_file_atomically(path, bytes).ok());
}

// A store that could not be used is put aside whole, and counting goes on in a new one.
void expect_put_aside(std::filesystem::path const& folder, std::string const& bytes)
{
    test::Journal journal;
    auto opened = Store::open(folder, test::called("test"));
    REQUIRE(opened.ok());
    auto& store = opened.value();
    CHECK(journal.says("put aside whole"));
    CHECK(read_file(std::filesystem::path(store.quarantined()) / kDatabaseName).value() == bytes);
    CHECK(store.commit({{key("home"), 1}}, std::nullopt).ok());
    CHECK(total(store) == 1);
}

} // namespace

TEST_CASE("a database that is garbage is put aside whole")
{
    TemporaryFolder folder;
    std::string const garbage(20000, 'x');
    put(folder / kDatabaseName, garbage);
    expect_put_aside(folder.path(), garbage);
}

TEST_CASE("a database of a later version is put aside whole")
{
    TemporaryFolder folder;
    {
        auto store = open(folder.path());
        REQUIRE(store.database().run("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1)).ok());
    }
    expect_put_aside(folder.path(), read_file(folder / kDatabaseName).value());
}

TEST_CASE("a database of another program is put aside whole")
{
    TemporaryFolder folder;
    {
        auto database = Database::open(folder / kDatabaseName, OpenMode::read_write).take();
        REQUIRE(database.run("CREATE TABLE notes (text TEXT)").ok());
    }
    expect_put_aside(folder.path(), read_file(folder / kDatabaseName).value());
}

TEST_CASE("an empty file is a database not yet begun")
{
    TemporaryFolder folder;
    put(folder / kDatabaseName, "");
    auto store = open(folder.path());
    CHECK(store.quarantined().empty());
    CHECK(store.commit({{key("home"), 1}}, std::nullopt).ok());
}

TEST_CASE("whatever bytes are damaged, counting goes on and nothing is deleted")
{
    TemporaryFolder folder;
    {
        auto store = open(folder.path());
        Batch batch;
        for (int i = 0; i < 400; ++i) batch[key("item-" + std::to_string(i))] = i + 1;
        REQUIRE(store.commit(batch, std::nullopt).ok());
    }
    auto const sound = read_file(folder / kDatabaseName).value();
    test::Journal journal;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        TemporaryFolder place;
        auto damaged = sound;
        Random random(seed);
        for (int i = 0; i < 8; ++i) damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        if (seed % 4 == 0) damaged.resize(random.below(damaged.size()));
        put(place / kDatabaseName, damaged);
        auto opened = Store::open(place.path(), test::called("test"));
        REQUIRE(opened.ok());
        CHECK(opened.value().commit({{key("after"), 1}}, std::nullopt).ok());
        if (!opened.value().quarantined().empty())
            CHECK(std::filesystem::exists(std::filesystem::path(opened.value().quarantined()) / kDatabaseName));
    }
}

TEST_CASE("a data folder that cannot be made is said with its path")
{
    TemporaryFolder folder;
    put(folder / "file", "not a folder");
    auto const opened = Store::open(folder / "file" / "data", test::called("test"));
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().where.find("file/data") != std::string::npos);
}

TEST_CASE("a database cut off in its middle, or of ours by name only, is put aside whole")
{
    TemporaryFolder folder;
    {
        auto store = open(folder.path());
        Batch batch;
        for (int i = 0; i < 400; ++i) batch[key("item-" + std::to_string(i))] = 1;
        REQUIRE(store.commit(batch, std::nullopt).ok());
    }
    auto const sound = read_file(folder / kDatabaseName).value();
    put(folder / kDatabaseName, sound.substr(0, sound.size() / 2));
    expect_put_aside(folder.path(), sound.substr(0, sound.size() / 2));

    TemporaryFolder other;
    put(other / kDatabaseName, sound);
    {
        auto database = Database::open(other / kDatabaseName, OpenMode::read_write).take();
        REQUIRE(database.run("PRAGMA application_id = 1").ok());
    }
    expect_put_aside(other.path(), read_file(other / kDatabaseName).value());
}

TEST_CASE("a database cut off while storing is said to be so to a reader, and mended by the kiosk")
{
    TemporaryFolder folder;
    TemporaryFolder copy;
    test::FailingVfs vfs;
    {
        auto store = Store::open(folder.path(), test::called("test", vfs.name())).take();
        REQUIRE(store.commit({{key("home"), 1}}, std::nullopt).ok());
        bool hot = false;
        for (int n = 1; !hot && n < 30; ++n) {
            vfs.fail_at(n, test::FailFor::good, SQLITE_IOERR);
            (void)store.commit({{key("quiz"), 5}}, std::nullopt);
            // The plug is pulled here: what lies on the disk is what the next start finds.
            std::filesystem::remove_all(copy.path());
            std::filesystem::copy(folder.path(), copy.path());
            auto const read = Store::open_to_read(copy.path());
            hot = !read.ok();
            if (hot) CHECK(read.error().message == "was cut off while storing");
            vfs.fail_at(0, test::FailFor::good, SQLITE_IOERR);
        }
        REQUIRE(hot);
    }
    auto mended = open(copy.path());
    CHECK(mended.quarantined().empty());
    CHECK(total(mended) % 5 == 1);
    CHECK(Store::open_to_read(copy.path()).ok());
}

TEST_CASE("a pipe in the place of the figures or of their journal is put aside, and not waited for")
{
    for (auto const* ending : {"", "-journal", "-wal", "-shm"}) {
        CAPTURE(ending);
        TemporaryFolder folder;
        if (*ending) REQUIRE(Store::open(folder.path(), test::called("test")).ok());
        auto const pipe = (folder / kDatabaseName).string() + ending;
        std::filesystem::remove(pipe);
        test::Journal journal;
        REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
        CHECK(Store::open_to_read(folder.path()).error().message ==
              "is no plain file"); // a look waits for nothing either
        auto const store = Store::open(folder.path(), test::called("test"));
        REQUIRE(store.ok());
        CHECK(journal.says("put aside whole"));
        CHECK_FALSE(std::filesystem::is_fifo(pipe));
    }
}
