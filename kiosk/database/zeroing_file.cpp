#include "database/zeroing_file.h"
#include "database/page_rebuilding.h"
#include "database/zeroing_vfs.h"

#include <algorithm>
#include <array>
#include <new>

namespace kiosk::database {

namespace {

enum class FileRole { database, journal, log, other };

// SQLite makes room for it and knows its first member.
struct ZeroingFile {
    sqlite3_file base;
    sqlite3_file* real; // of the layer below
    EraseFailed* erase_failed;
    FileRole role;
    JournalErasure journal; // where it is one
    // Of a database: its form, as of the lock that it is written under, and a page to be written.
    bool is_known;
    PageFormat form;
    unsigned char* page;
};

ZeroingFile& clean(sqlite3_file* handle) { return *reinterpret_cast<ZeroingFile*>(handle); }
sqlite3_file* real_of(sqlite3_file* handle) { return clean(handle).real; }
sqlite3_io_methods const& methods_below(sqlite3_file* handle) { return *real_of(handle)->pMethods; }

int close_clean(sqlite3_file* handle)
{
    auto& closed = clean(handle);
    if (closed.journal != JournalErasure::none_or_running) (void)retry_erase(closed.real, *closed.erase_failed);
    auto const code = closed.real->pMethods->xClose(closed.real);
    sqlite3_free(closed.real);
    sqlite3_free(closed.page);
    return code;
}

int read_below(sqlite3_file* handle, void* bytes, int count, sqlite3_int64 at)
{
    return methods_below(handle).xRead(real_of(handle), bytes, count, at);
}

void learn_form(ZeroingFile& database, unsigned char const* page, sqlite3_int64 at)
{
    std::array<unsigned char, kFileHeader> header{};
    sqlite3_int64 size = 0;
    database.is_known = false;
    if (at == 0)
        std::copy_n(page, kFileHeader, header.begin());
    else if (database.real->pMethods->xRead(database.real, header.data(), static_cast<int>(header.size()), 0) != 0)
        return;
    auto const form = read_page_format(header);
    if (!form || database.real->pMethods->xFileSize(database.real, &size) != SQLITE_OK) return;
    database.is_known = std::max(size, at) / static_cast<sqlite3_int64>(form->page) < sqlite3_int64{kMostPages};
    database.form = *form;
}

// The page as it is to lie on the disk.
void const* rebuilt(ZeroingFile& database, void const* bytes, int count, sqlite3_int64 at)
{
    auto const* page = static_cast<unsigned char const*>(bytes);
    if (!database.page || count < 512 || static_cast<std::size_t>(count) > kLargestPage || at % count != 0)
        return bytes;
    if (!database.is_known || at == 0) learn_form(database, page, at);
    auto const size = static_cast<std::size_t>(count);
    bool const done = database.is_known && rebuild_page({page, size}, at == 0 ? PagePlace::first : PagePlace::later,
                                                        database.form, {database.page, size});
    return done ? database.page : bytes;
}

int write_clean(sqlite3_file* handle, void const* bytes, int count, sqlite3_int64 at)
{
    auto& written = clean(handle);
    auto const* last = written.role == FileRole::database ? rebuilt(written, bytes, count, at) : bytes;
    auto const code = methods_below(handle).xWrite(written.real, last, count, at);
    // SQLite ends a transaction by zeros in the place of the header; any other header begins one.
    if (written.role == FileRole::journal && at == 0 && code == SQLITE_OK)
        written.journal = is_zero(static_cast<unsigned char const*>(bytes), count) ? JournalErasure::over
                                                                                   : JournalErasure::none_or_running;
    return code;
}

int truncate_clean(sqlite3_file* handle, sqlite3_int64 size)
{
    auto& cut = clean(handle);
    if (cut.role == FileRole::other) return methods_below(handle).xTruncate(cut.real, size);
    if (cut.role != FileRole::journal || size > 0) {
        if (auto const code = overwrite(cut.real, size, ZeroFill::other_than_zero)) return code;
        return methods_below(handle).xTruncate(cut.real, size);
    }
    if (auto const code = overwrite_header(cut.real)) return code;
    cut.journal = sync_then_erase(cut.real, *cut.erase_failed);
    // What is not overwritten keeps its place, to be found by the next one.
    return cut.journal == JournalErasure::left ? SQLITE_OK : methods_below(handle).xTruncate(cut.real, size);
}

int sync_clean(sqlite3_file* handle, int flags)
{
    auto& synced = clean(handle);
    switch (synced.journal) {
    case JournalErasure::none_or_running: return methods_below(handle).xSync(synced.real, flags);
    case JournalErasure::over: synced.journal = sync_then_erase(synced.real, *synced.erase_failed); break;
    case JournalErasure::left: synced.journal = retry_erase(synced.real, *synced.erase_failed); break;
    }
    return SQLITE_OK;
}

int size_below(sqlite3_file* handle, sqlite3_int64* size)
{
    return methods_below(handle).xFileSize(real_of(handle), size);
}

int lock_clean(sqlite3_file* handle, int level)
{
    // Another connection may have written since; under this lock nobody else does.
    if (level == SQLITE_LOCK_RESERVED) clean(handle).is_known = false;
    return methods_below(handle).xLock(real_of(handle), level);
}

int unlock_below(sqlite3_file* handle, int level) { return methods_below(handle).xUnlock(real_of(handle), level); }
int is_reserved_below(sqlite3_file* handle, int* out)
{
    return methods_below(handle).xCheckReservedLock(real_of(handle), out);
}

int control_clean(sqlite3_file* handle, int what, void* argument)
{
    if (what == kEraseFailedControl) {
        *static_cast<int*>(argument) = *clean(handle).erase_failed ? 1 : 0;
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
    return methods_below(handle).xFileControl(real_of(handle), what, argument);
}

int sector_below(sqlite3_file* handle) { return methods_below(handle).xSectorSize(real_of(handle)); }
int characteristics_below(sqlite3_file* handle)
{
    return methods_below(handle).xDeviceCharacteristics(real_of(handle));
}

int map_below(sqlite3_file* handle, int page, int size, int extend, void volatile** out)
{
    return methods_below(handle).xShmMap(real_of(handle), page, size, extend, out);
}
int lock_shared_below(sqlite3_file* handle, int first, int count, int flags)
{
    return methods_below(handle).xShmLock(real_of(handle), first, count, flags);
}
void barrier_below(sqlite3_file* handle) { methods_below(handle).xShmBarrier(real_of(handle)); }
int unmap_below(sqlite3_file* handle, int remove) { return methods_below(handle).xShmUnmap(real_of(handle), remove); }

// Version 2 has shared memory: a database that somebody has turned to WAL is opened and turned back. Version 3 would
// map pages, past our write_clean().
constexpr sqlite3_io_methods methods_of(int version)
{
    sqlite3_io_methods made{version,
                            close_clean,
                            read_below,
                            write_clean,
                            truncate_clean,
                            sync_clean,
                            size_below,
                            lock_clean,
                            unlock_below,
                            is_reserved_below,
                            control_clean,
                            sector_below,
                            characteristics_below,
                            nullptr,
                            nullptr,
                            nullptr,
                            nullptr,
                            nullptr,
                            nullptr};
    if (version < 2) return made;
    made.xShmMap = map_below;
    made.xShmLock = lock_shared_below;
    made.xShmBarrier = barrier_below;
    made.xShmUnmap = unmap_below;
    return made;
}
constexpr sqlite3_io_methods kWithoutShared = methods_of(1), kWithShared = methods_of(2);

FileRole role_of(int flags)
{
    if (flags & SQLITE_OPEN_MAIN_DB) return FileRole::database;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return FileRole::journal;
    return flags & SQLITE_OPEN_WAL ? FileRole::log : FileRole::other;
}

} // namespace

int zeroing_file_size() { return static_cast<int>(sizeof(ZeroingFile)); }

int init_zeroing_file(sqlite3_file* handle, sqlite3_file* real, int flags, EraseFailed& erase_failed)
{
    auto& made = *new (handle) ZeroingFile{};
    made.real = real;
    made.erase_failed = &erase_failed;
    made.role = role_of(flags);
    if (made.role == FileRole::database && (flags & SQLITE_OPEN_READWRITE)) {
        made.page = static_cast<unsigned char*>(sqlite3_malloc(static_cast<int>(kLargestPage)));
        if (!made.page) return SQLITE_NOMEM;
    }
    // Who only reads makes no file of shared memory beside a database, and so reads none in WAL mode.
    bool const can_share = (flags & SQLITE_OPEN_READWRITE) && real->pMethods->iVersion >= 2 && real->pMethods->xShmMap;
    made.base.pMethods = can_share ? &kWithShared : &kWithoutShared;
    return SQLITE_OK;
}

} // namespace kiosk::database
