#include "support/failing_vfs.h"

#include <atomic>
#include <cstring>
#include <sqlite3.h>

namespace test {

namespace {

struct Plan {
    int countdown = 0;
    FailFor duration = FailFor::once;
    int code = SQLITE_IOERR;
    bool failed = false;
};

Plan& plan()
{
    static Plan plan;
    return plan;
}

// Read while a worker stores.
struct Calls {
    std::atomic<long> writes{0}, syncs{0}, folder_syncs{0}, truncates{0}, opens{0}, removals{0};
    void forget() { writes = syncs = folder_syncs = truncates = opens = removals = 0; }
};

Calls& calls_so_far()
{
    static Calls calls;
    return calls;
}

int fails()
{
    auto& now = plan();
    if (now.countdown == 0) return now.failed && now.duration == FailFor::good ? now.code : SQLITE_OK;
    if (--now.countdown > 0) return SQLITE_OK;
    now.failed = true;
    return now.code;
}

// SQLite's file object, then the real one's.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File* file(sqlite3_file* handle) { return reinterpret_cast<File*>(handle); }

int write(sqlite3_file* handle, void const* bytes, int count, sqlite3_int64 at)
{
    ++calls_so_far().writes;
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xWrite(file(handle)->real(), bytes, count, at);
}

int truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    ++calls_so_far().truncates;
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xTruncate(file(handle)->real(), size);
}

int sync(sqlite3_file* handle, int flags)
{
    ++calls_so_far().syncs;
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xSync(file(handle)->real(), flags);
}

sqlite3_vfs* usual() { return sqlite3_vfs_find("unix"); }

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* handle, int flags, int* out)
{
    ++calls_so_far().opens;
    if (auto const code = fails()) {
        handle->pMethods = nullptr; // closes nothing
        return code;
    }
    static sqlite3_io_methods const kMethods{
        1,
        [](sqlite3_file* f) {
            return file(f)->real()->pMethods ? file(f)->real()->pMethods->xClose(file(f)->real()) : 0;
        },
        [](sqlite3_file* f, void* b, int n, sqlite3_int64 at) {
            return file(f)->real()->pMethods->xRead(file(f)->real(), b, n, at);
        },
        write,
        truncate,
        sync,
        [](sqlite3_file* f, sqlite3_int64* s) { return file(f)->real()->pMethods->xFileSize(file(f)->real(), s); },
        [](sqlite3_file* f, int l) { return file(f)->real()->pMethods->xLock(file(f)->real(), l); },
        [](sqlite3_file* f, int l) { return file(f)->real()->pMethods->xUnlock(file(f)->real(), l); },
        [](sqlite3_file* f, int* r) { return file(f)->real()->pMethods->xCheckReservedLock(file(f)->real(), r); },
        [](sqlite3_file* f, int op, void* a) {
            return file(f)->real()->pMethods->xFileControl(file(f)->real(), op, a);
        },
        [](sqlite3_file* f) { return file(f)->real()->pMethods->xSectorSize(file(f)->real()); },
        [](sqlite3_file* f) { return file(f)->real()->pMethods->xDeviceCharacteristics(file(f)->real()); },
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr};
    auto* made = file(handle);
    std::memset(made->real(), 0, static_cast<std::size_t>(usual()->szOsFile));
    auto const code = usual()->xOpen(usual(), name, made->real(), flags, out);
    made->base.pMethods = code == SQLITE_OK ? &kMethods : nullptr;
    return code;
}

// With synchronous=EXTRA the folder of a journal is synced after the journal is gone: a call of its own to fail, after
// which the file is gone all the same.
int remove(sqlite3_vfs*, char const* name, int sync_folder)
{
    ++calls_so_far().removals;
    if (auto const code = fails()) return code;
    auto const removed = usual()->xDelete(usual(), name, sync_folder);
    if (removed != SQLITE_OK || sync_folder == 0) return removed;
    ++calls_so_far().folder_syncs;
    return fails();
}

sqlite3_vfs& vfs()
{
    static sqlite3_vfs made = [] {
        auto copy = *usual();
        copy.szOsFile = static_cast<int>(sizeof(File)) + usual()->szOsFile;
        copy.pNext = nullptr;
        copy.zName = "failing";
        copy.xOpen = open;
        copy.xDelete = remove;
        return copy;
    }();
    return made;
}

} // namespace

FailingVfs::FailingVfs()
{
    sqlite3_initialize();
    plan() = {};
    calls_so_far().forget();
    sqlite3_vfs_register(&vfs(), 0);
}

FailingVfs::~FailingVfs()
{
    plan() = {};
    sqlite3_vfs_unregister(&vfs());
}

void FailingVfs::fail_at(int n, FailFor duration, int code) { plan() = {n, duration, code, false}; }

bool FailingVfs::failed() const { return plan().failed; }

FileCalls FailingVfs::calls() const
{
    auto const& calls = calls_so_far();
    return {calls.writes, calls.syncs, calls.folder_syncs, calls.truncates, calls.opens, calls.removals};
}

} // namespace test
