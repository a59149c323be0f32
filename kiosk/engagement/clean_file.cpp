#include "engagement/clean_file.h"
#include "engagement/clean_disk.h"
#include "engagement/clean_page.h"

#include <algorithm>
#include <array>
#include <new>

namespace kiosk::engagement {

namespace {

enum class Role { database, journal, log, other };

// SQLite makes room for it and knows its first member.
struct File {
    sqlite3_file base;
    sqlite3_file* real; // of the layer below
    LeftOver* is_left_over;
    Role role;
    JournalState journal; // where it is one
    // Of a database: its form, as of the lock that it is written under, and a page to be written.
    bool is_known;
    PageForm form;
    unsigned char* page;
};

constexpr int kLargestPage = 65'536; // [bytes], of SQLite

File& file(sqlite3_file* handle) { return *reinterpret_cast<File*>(handle); }
sqlite3_file* real(sqlite3_file* handle) { return file(handle).real; }
sqlite3_io_methods const& methods(sqlite3_file* handle) { return *real(handle)->pMethods; }

int close(sqlite3_file* handle)
{
    auto& closed = file(handle);
    if (closed.journal != JournalState::none_or_running) (void)overwrite_again(closed.real, *closed.is_left_over);
    auto const code = closed.real->pMethods->xClose(closed.real);
    sqlite3_free(closed.real);
    sqlite3_free(closed.page);
    return code;
}

int read(sqlite3_file* handle, void* bytes, int count, sqlite3_int64 at)
{
    return methods(handle).xRead(real(handle), bytes, count, at);
}

void learn_form(File& database, unsigned char const* page, sqlite3_int64 at)
{
    std::array<unsigned char, kFileHeader> header{};
    sqlite3_int64 size = 0;
    database.is_known = false;
    if (at == 0)
        std::copy_n(page, kFileHeader, header.begin());
    else if (database.real->pMethods->xRead(database.real, header.data(), static_cast<int>(header.size()), 0) != 0)
        return;
    auto const form = page_form(header);
    if (!form || database.real->pMethods->xFileSize(database.real, &size) != SQLITE_OK) return;
    database.is_known = std::max(size, at) / static_cast<sqlite3_int64>(form->page) < sqlite3_int64{kMostPages};
    database.form = *form;
}

// The page as it is to lie on the disk.
void const* as_made_anew(File& database, void const* bytes, int count, sqlite3_int64 at)
{
    auto const* page = static_cast<unsigned char const*>(bytes);
    if (!database.page || count < 512 || count > kLargestPage || at % count != 0) return bytes;
    if (!database.is_known || at == 0) learn_form(database, page, at);
    auto const size = static_cast<std::size_t>(count);
    bool const done = database.is_known && rewritten({page, size}, at == 0 ? PagePlace::first : PagePlace::later,
                                                     database.form, {database.page, size});
    return done ? database.page : bytes;
}

int write(sqlite3_file* handle, void const* bytes, int count, sqlite3_int64 at)
{
    auto& written = file(handle);
    auto const* last = written.role == Role::database ? as_made_anew(written, bytes, count, at) : bytes;
    auto const code = methods(handle).xWrite(written.real, last, count, at);
    // SQLite ends a transaction by zeros in the place of the header; any other header begins one.
    if (written.role == Role::journal && at == 0 && code == SQLITE_OK)
        written.journal = is_zero(static_cast<unsigned char const*>(bytes), count) ? JournalState::over
                                                                                   : JournalState::none_or_running;
    return code;
}

int truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    auto& cut = file(handle);
    if (cut.role == Role::other) return methods(handle).xTruncate(cut.real, size);
    if (cut.role != Role::journal || size > 0) {
        if (auto const code = overwrite(cut.real, size, Which::other_than_zero)) return code;
        return methods(handle).xTruncate(cut.real, size);
    }
    if (auto const code = overwrite_header(cut.real)) return code;
    cut.journal = overwrite_synced(cut.real, *cut.is_left_over);
    // What is not overwritten keeps its place, to be found by the next one.
    return cut.journal == JournalState::left ? SQLITE_OK : methods(handle).xTruncate(cut.real, size);
}

int sync_file(sqlite3_file* handle, int flags)
{
    auto& synced = file(handle);
    switch (synced.journal) {
    case JournalState::none_or_running: return methods(handle).xSync(synced.real, flags);
    case JournalState::over: synced.journal = overwrite_synced(synced.real, *synced.is_left_over); break;
    case JournalState::left: synced.journal = overwrite_again(synced.real, *synced.is_left_over); break;
    }
    return SQLITE_OK;
}

int size_of(sqlite3_file* handle, sqlite3_int64* size) { return methods(handle).xFileSize(real(handle), size); }

int lock(sqlite3_file* handle, int level)
{
    // Another connection may have written since; under this lock nobody else does.
    if (level == SQLITE_LOCK_RESERVED) file(handle).is_known = false;
    return methods(handle).xLock(real(handle), level);
}

int unlock(sqlite3_file* handle, int level) { return methods(handle).xUnlock(real(handle), level); }
int is_reserved(sqlite3_file* handle, int* out) { return methods(handle).xCheckReservedLock(real(handle), out); }

int control(sqlite3_file* handle, int what, void* argument)
{
    if (what == kIsLeftOver) {
        *static_cast<int*>(argument) = *file(handle).is_left_over ? 1 : 0;
        return SQLITE_OK;
    }
    // Pointer maps would make it doubtful which pages are b-tree pages.
    if (what == SQLITE_FCNTL_PRAGMA) {
        auto** const words = static_cast<char**>(argument);
        if (words[2] && sqlite3_stricmp(words[1], "auto_vacuum") == 0) {
            words[0] = sqlite3_mprintf("auto_vacuum would leave traces of what was removed");
            return SQLITE_ERROR;
        }
    }
    return methods(handle).xFileControl(real(handle), what, argument);
}

int sector_size(sqlite3_file* handle) { return methods(handle).xSectorSize(real(handle)); }
int characteristics(sqlite3_file* handle) { return methods(handle).xDeviceCharacteristics(real(handle)); }

int map_shared(sqlite3_file* handle, int page, int size, int extend, void volatile** out)
{
    return methods(handle).xShmMap(real(handle), page, size, extend, out);
}
int lock_shared(sqlite3_file* handle, int first, int count, int flags)
{
    return methods(handle).xShmLock(real(handle), first, count, flags);
}
void barrier(sqlite3_file* handle) { methods(handle).xShmBarrier(real(handle)); }
int unmap_shared(sqlite3_file* handle, int remove) { return methods(handle).xShmUnmap(real(handle), remove); }

// Version 2 has shared memory: a database that somebody has turned to WAL is opened and turned back. Version 3 would
// map pages, past our write().
constexpr sqlite3_io_methods methods_of(int version)
{
    sqlite3_io_methods made{version, close,   read,        write,   truncate,    sync_file,       size_of,
                            lock,    unlock,  is_reserved, control, sector_size, characteristics, nullptr,
                            nullptr, nullptr, nullptr,     nullptr, nullptr};
    if (version < 2) return made;
    made.xShmMap = map_shared;
    made.xShmLock = lock_shared;
    made.xShmBarrier = barrier;
    made.xShmUnmap = unmap_shared;
    return made;
}
constexpr sqlite3_io_methods kWithoutShared = methods_of(1), kWithShared = methods_of(2);

Role role_of(int flags)
{
    if (flags & SQLITE_OPEN_MAIN_DB) return Role::database;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return Role::journal;
    return flags & SQLITE_OPEN_WAL ? Role::log : Role::other;
}

} // namespace

int clean_file_bytes() { return static_cast<int>(sizeof(File)); }

int make_clean_file(sqlite3_file* handle, sqlite3_file* real, int flags, LeftOver& is_left_over)
{
    auto& made = *new (handle) File{};
    made.real = real;
    made.is_left_over = &is_left_over;
    made.role = role_of(flags);
    if (made.role == Role::database && (flags & SQLITE_OPEN_READWRITE)) {
        made.page = static_cast<unsigned char*>(sqlite3_malloc(kLargestPage));
        if (!made.page) return SQLITE_NOMEM;
    }
    bool const can_share = real->pMethods->iVersion >= 2 && real->pMethods->xShmMap;
    made.base.pMethods = can_share ? &kWithShared : &kWithoutShared;
    return SQLITE_OK;
}

} // namespace kiosk::engagement
