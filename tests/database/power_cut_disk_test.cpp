// The plug pulled at every single call to the disk, of which a disk may have done any part since the last sync: what is
// there afterwards is the state before a transaction or the one after it, whole. That overwriting the journal keeps
// this is what the order of it is for (overwriting.h).
#include "base/random.h"
#include "database/database.h"
#include "files/files.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <cstring>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <functional>
#include <map>

using namespace kiosk;
using namespace kiosk::database;
using test::TemporaryFolder;

namespace {

constexpr std::size_t kSector = 512; // [bytes]: written whole or not at all

// What lies on the disk for certain, and what is on its way.
struct Disk {
    struct Write {
        std::size_t at = 0;
        std::string bytes;
        bool cuts = false; // the file ends at `at`
    };
    std::map<std::string, std::string> kept;
    std::map<std::string, std::vector<Write>> on_the_way;
    std::function<void()> before_each = [] {};

    static void apply(std::string& file, Write const& write)
    {
        if (write.cuts) return file.resize(write.at);
        file.resize(std::max(file.size(), write.at + write.bytes.size()));
        file.replace(write.at, write.bytes.size(), write.bytes);
    }
    void add(std::string const& name, Write write)
    {
        before_each();
        on_the_way[name].push_back(std::move(write));
    }
    void sync(std::string const& name)
    {
        before_each();
        for (auto const& write : on_the_way[name]) apply(kept[name], write);
        on_the_way[name].clear();
    }
    // With some sectors of what is on its way, in whatever order; a file's length follows what was written.
    void pull_the_plug(std::filesystem::path const& folder, Random& random) const
    {
        for (auto const& [name, writes] : on_the_way) {
            auto file = kept.count(name) ? kept.at(name) : std::string();
            auto const share = random.below(5); // none, some, all
            for (auto const& write : writes) {
                if (write.cuts) {
                    if (random.below(4) < share) apply(file, write);
                    continue;
                }
                for (std::size_t done = 0; done < write.bytes.size(); done += kSector)
                    if (random.below(4) < share)
                        apply(file, {write.at + done, write.bytes.substr(done, kSector), false});
            }
            REQUIRE(write_file_atomically(folder / name, file).ok());
        }
    }
};

Disk* disk = nullptr;

struct File {
    sqlite3_file base;
    char const* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File& file(sqlite3_file* handle) { return *reinterpret_cast<File*>(handle); }
sqlite3_vfs* usual() { return sqlite3_vfs_find("unix"); }

std::string name_of(sqlite3_file* handle) { return std::filesystem::path(file(handle).name).filename().string(); }

int write(sqlite3_file* handle, void const* bytes, int count, sqlite3_int64 at)
{
    disk->add(name_of(handle), {static_cast<std::size_t>(at),
                                std::string(static_cast<char const*>(bytes), static_cast<std::size_t>(count)), false});
    return file(handle).real()->pMethods->xWrite(file(handle).real(), bytes, count, at);
}

int truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    // What is cut off is zeros by then, on the disk: its blocks are anybody's afterwards.
    auto const& kept = disk->kept[name_of(handle)];
    auto const end = std::min(static_cast<std::size_t>(size), kept.size());
    CHECK(kept.find_first_not_of('\0', end) == std::string::npos);
    CHECK(disk->on_the_way[name_of(handle)].empty());
    disk->add(name_of(handle), {static_cast<std::size_t>(size), "", true});
    return file(handle).real()->pMethods->xTruncate(file(handle).real(), size);
}

int sync(sqlite3_file* handle, int)
{
    disk->sync(name_of(handle));
    return SQLITE_OK;
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* handle, int flags, int* out)
{
    auto& made = file(handle);
    std::memset(made.real(), 0, static_cast<std::size_t>(usual()->szOsFile));
    auto const code = usual()->xOpen(usual(), name, made.real(), flags, out);
    made.base.pMethods = nullptr;
    if (code != SQLITE_OK) return code;
    static sqlite3_io_methods const kMethods = [&] {
        sqlite3_io_methods methods{};
        methods.iVersion = 1;
        methods.xClose = [](sqlite3_file* f) { return file(f).real()->pMethods->xClose(file(f).real()); };
        methods.xRead = [](sqlite3_file* f, void* b, int n, sqlite3_int64 at) {
            return file(f).real()->pMethods->xRead(file(f).real(), b, n, at);
        };
        methods.xWrite = write;
        methods.xTruncate = truncate;
        methods.xSync = sync;
        methods.xFileSize = [](sqlite3_file* f, sqlite3_int64* s) {
            return file(f).real()->pMethods->xFileSize(file(f).real(), s);
        };
        methods.xLock = [](sqlite3_file* f, int l) { return file(f).real()->pMethods->xLock(file(f).real(), l); };
        methods.xUnlock = [](sqlite3_file* f, int l) { return file(f).real()->pMethods->xUnlock(file(f).real(), l); };
        methods.xCheckReservedLock = [](sqlite3_file* f, int* r) {
            return file(f).real()->pMethods->xCheckReservedLock(file(f).real(), r);
        };
        methods.xFileControl = [](sqlite3_file* f, int op, void* a) {
            return file(f).real()->pMethods->xFileControl(file(f).real(), op, a);
        };
        methods.xSectorSize = [](sqlite3_file*) { return static_cast<int>(kSector); };
        methods.xDeviceCharacteristics = [](sqlite3_file* f) {
            return file(f).real()->pMethods->xDeviceCharacteristics(file(f).real());
        };
        return methods;
    }();
    made.base.pMethods = &kMethods;
    made.name = name;
    return SQLITE_OK;
}

struct RecordingVfs {
    RecordingVfs()
    {
        sqlite3_initialize();
        vfs = *usual();
        vfs.szOsFile = static_cast<int>(sizeof(File)) + usual()->szOsFile;
        vfs.zName = "recording";
        vfs.pNext = nullptr;
        vfs.xOpen = open;
        sqlite3_vfs_register(&vfs, 0);
    }
    ~RecordingVfs() { sqlite3_vfs_unregister(&vfs); }
    RecordingVfs(RecordingVfs const&) = delete;
    RecordingVfs& operator=(RecordingVfs const&) = delete;
    sqlite3_vfs vfs{};
};

} // namespace

TEST_CASE(
    "the plug pulled at any call to the disk leaves the figures as before a transaction or as after it, and what is "
    "cut off is zeros")
{
    for (auto const* mode : {"PERSIST", "TRUNCATE"}) {
        CAPTURE(mode);
        TemporaryFolder folder;
        RecordingVfs vfs;
        Disk recorded;
        disk = &recorded;
        Random random(20261126);
        int cuts = 0;
        {
            auto database = Database::open(folder / "figures", OpenMode::read_write, "recording").take();
            REQUIRE(database.run("PRAGMA synchronous=EXTRA; PRAGMA cache_size=8").ok());
            REQUIRE(database.run(std::string("PRAGMA journal_mode=") + mode).ok());
            REQUIRE(database.run("CREATE TABLE t (k INTEGER PRIMARY KEY, n INTEGER, filler TEXT) STRICT").ok());
            REQUIRE(database.run("INSERT INTO t VALUES (0, 0, '')").ok());
            int stored = 0; // of what was said to be stored, the last
            recorded.before_each = [&] {
                if (random.below(3) != 0) return;
                TemporaryFolder after;
                recorded.pull_the_plug(after.path(), random);
                auto found = Database::open(after / "figures", OpenMode::read_write).take();
                ++cuts;
                REQUIRE(found.text("PRAGMA integrity_check").value() == "ok");
                auto const low = found.number("SELECT min(n) FROM t").value();
                CHECK(low == found.number("SELECT max(n) FROM t").value());
                CHECK(found.number("SELECT count(*) FROM t").value() >= 1);
                CHECK((low == stored || low == stored + 1));
            };
            for (int next = 1; next <= 40; ++next) {
                // Rows come and go, so that pages do, too; all say the same number.
                auto const sql = fmt::format(
                    "BEGIN IMMEDIATE; UPDATE t SET n = {0}; INSERT INTO t VALUES ({0}, {0}, '{1}'); {2}", next,
                    std::string(random.below(9000), 'x'), random.below(3) == 0 ? "DELETE FROM t WHERE k % 3 = 1;" : "");
                if (next % 5 == 0) REQUIRE(database.run(sql + "ROLLBACK").ok());
                REQUIRE(database.run(sql + "COMMIT").ok());
                stored = next;
                if (next % 13 == 0) REQUIRE(database.run("VACUUM").ok());
            }
            recorded.before_each = [] {};
        }
        disk = nullptr;
        CHECK(cuts > 300);
    }
}
