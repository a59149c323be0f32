#include "support/failing_vfs.h"

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
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xWrite(file(handle)->real(), bytes, count, at);
}

int truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xTruncate(file(handle)->real(), size);
}

int sync(sqlite3_file* handle, int flags)
{
    if (auto const code = fails()) return code;
    return file(handle)->real()->pMethods->xSync(file(handle)->real(), flags);
}

sqlite3_vfs* usual() { return sqlite3_vfs_find("unix"); }

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* handle, int flags, int* out)
{
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

sqlite3_vfs& vfs()
{
    static sqlite3_vfs made = [] {
        auto copy = *usual();
        copy.szOsFile = static_cast<int>(sizeof(File)) + usual()->szOsFile;
        copy.pNext = nullptr;
        copy.zName = "failing";
        copy.xOpen = open;
        return copy;
    }();
    return made;
}

} // namespace

FailingVfs::FailingVfs()
{
    sqlite3_initialize();
    plan() = {};
    sqlite3_vfs_register(&vfs(), 0);
}

FailingVfs::~FailingVfs()
{
    plan() = {};
    sqlite3_vfs_unregister(&vfs());
}

void FailingVfs::fail_at(int n, FailFor duration, int code) { plan() = {n, duration, code, false}; }

bool FailingVfs::failed() const { return plan().failed; }

} // namespace test
