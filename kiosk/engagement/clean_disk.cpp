#include "engagement/clean_disk.h"
#include "engagement/clean_page.h"
#include "engagement/overwriting.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <string_view>

namespace kiosk::engagement {

namespace {

struct Layer {
    std::string name, below;
    std::atomic<bool> is_left_over{false};
    sqlite3_vfs vfs{};
};

Layer& layer_of(sqlite3_vfs* vfs) { return *static_cast<Layer*>(vfs->pAppData); }

// Asked for each time: tests put layers below that come and go. None: SQLite is told that nothing can be done.
sqlite3_vfs* below(sqlite3_vfs* vfs)
{
    auto const& name = layer_of(vfs).below;
    return sqlite3_vfs_find(name.empty() ? nullptr : name.c_str());
}

enum class Role { database, journal, log, other };

// over: the header is zeros, as far as anybody can read, and with that the transaction is over: nothing that fails from
// here on may be a failure of COMMIT, after which its counts would be stored again. The rest is not overwritten yet,
// and must not be until the header is on the disk. left: that has failed.
enum class Transaction { none_or_running, over, left };

// SQLite makes room for it and knows its first member; the file of the layer below is ours to free.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    Layer* layer;
    Role role;
    Transaction transaction; // of a journal
    // Of a database: its form, as of the lock that it is written under, and a page to be written.
    bool is_known;
    PageForm form;
    unsigned char* page;
};

constexpr int kLargestPage = 65'536; // [bytes], of SQLite

File& file(sqlite3_file* handle) { return *reinterpret_cast<File*>(handle); }
sqlite3_file* real(sqlite3_file* handle) { return file(handle).real; }
sqlite3_io_methods const& methods(sqlite3_file* handle) { return *real(handle)->pMethods; }

// Of a journal whose header is zeros on the disk. Once more with every byte, if the last time failed: what a failed
// sync has left in memory only looks like zeros.
Transaction overwrite_rest(Layer& layer, sqlite3_file* journal)
{
    auto const which = layer.is_left_over ? Which::all : Which::other_than_zero;
    layer.is_left_over = overwrite_and_bound(journal, which, kLargestJournal) != SQLITE_OK;
    return layer.is_left_over ? Transaction::left : Transaction::none_or_running;
}

// Of a journal whose header is zeros somewhere between memory and the disk.
Transaction overwrite_once_synced(Layer& layer, sqlite3_file* journal)
{
    if (sync(journal) == SQLITE_OK) return overwrite_rest(layer, journal);
    layer.is_left_over = true;
    return Transaction::left;
}

// The header anew: after a failed sync the system may think it written (kernel.org, "fsync errors").
Transaction overwrite_again(Layer& layer, sqlite3_file* journal)
{
    return overwrite_header(journal) == SQLITE_OK ? overwrite_once_synced(layer, journal) : Transaction::left;
}

int close(sqlite3_file* handle)
{
    auto& closed = file(handle);
    if (closed.transaction != Transaction::none_or_running) (void)overwrite_again(*closed.layer, closed.real);
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
        written.transaction =
            is_zero(static_cast<unsigned char const*>(bytes), count) ? Transaction::over : Transaction::none_or_running;
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
    cut.transaction = overwrite_once_synced(*cut.layer, cut.real);
    // What is not overwritten keeps its place, to be found by the next one.
    return cut.transaction == Transaction::left ? SQLITE_OK : methods(handle).xTruncate(cut.real, size);
}

int sync_file(sqlite3_file* handle, int flags)
{
    auto& synced = file(handle);
    switch (synced.transaction) {
    case Transaction::none_or_running: return methods(handle).xSync(synced.real, flags);
    case Transaction::over: synced.transaction = overwrite_once_synced(*synced.layer, synced.real); break;
    case Transaction::left: synced.transaction = overwrite_again(*synced.layer, synced.real); break;
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
        *static_cast<int*>(argument) = file(handle).layer->is_left_over ? 1 : 0;
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

int open(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* handle, int flags, int* out)
{
    constexpr int kPassing =
        SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL;
    auto* const lower = below(vfs);
    auto& made = *new (handle) File{};
    if (!lower || (flags & kPassing)) return SQLITE_CANTOPEN;
    made.real = static_cast<sqlite3_file*>(sqlite3_malloc(lower->szOsFile));
    if (!made.real) return SQLITE_NOMEM;
    std::memset(made.real, 0, static_cast<std::size_t>(lower->szOsFile));
    auto code = lower->xOpen(lower, name, made.real, flags, out);
    made.role = role_of(flags);
    made.layer = &layer_of(vfs);
    if (code == SQLITE_OK && made.role == Role::database && (flags & SQLITE_OPEN_READWRITE)) {
        made.page = static_cast<unsigned char*>(sqlite3_malloc(kLargestPage));
        if (!made.page) code = SQLITE_NOMEM;
    }
    if (code != SQLITE_OK) {
        if (made.real->pMethods) made.real->pMethods->xClose(made.real);
        sqlite3_free(made.real);
        made = File{};
        return code;
    }
    made.base.pMethods =
        made.real->pMethods->iVersion >= 2 && made.real->pMethods->xShmMap ? &kWithShared : &kWithoutShared;
    return SQLITE_OK;
}

bool ends_with(std::string_view name, std::string_view ending)
{
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

enum class Removal { nothing_there, overwritten, keep };

// A journal's removal is what ends its transaction (journal_mode=DELETE), or it is what an earlier program left: zeros
// first. A code other than SQLITE_OK: nothing has changed, and the transaction is not over.
int overwrite_removed(sqlite3_vfs* vfs, char const* name, Removal& removal)
{
    auto* const lower = below(vfs);
    int is_there = 0;
    if (auto const code = lower->xAccess(lower, name, SQLITE_ACCESS_EXISTS, &is_there)) return code;
    if (!is_there) return SQLITE_OK;
    auto* const opened = static_cast<sqlite3_file*>(sqlite3_malloc(lower->szOsFile));
    if (!opened) return SQLITE_IOERR_NOMEM;
    std::memset(opened, 0, static_cast<std::size_t>(lower->szOsFile));
    auto const kind = ends_with(name, "-wal") ? SQLITE_OPEN_WAL : SQLITE_OPEN_MAIN_JOURNAL;
    auto code = lower->xOpen(lower, name, opened, SQLITE_OPEN_READWRITE | kind, nullptr);
    if (code == SQLITE_OK) code = overwrite_header(opened);
    if (code == SQLITE_OK)
        removal =
            overwrite_once_synced(layer_of(vfs), opened) == Transaction::left ? Removal::keep : Removal::overwritten;
    if (opened->pMethods) opened->pMethods->xClose(opened);
    sqlite3_free(opened);
    return code == SQLITE_OK || code == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR ? code : SQLITE_IOERR_DELETE;
}

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder)
{
    auto* const lower = below(vfs);
    if (!lower) return SQLITE_IOERR_DELETE;
    auto removal = Removal::nothing_there;
    if (ends_with(name, "-journal") || ends_with(name, "-wal"))
        if (auto const code = overwrite_removed(vfs, name, removal)) return code;
    // With zeros for a header it is as good as gone, whatever becomes of its name.
    if (removal == Removal::keep) return SQLITE_OK;
    auto const code = lower->xDelete(lower, name, sync_folder);
    return removal == Removal::overwritten ? SQLITE_OK : code;
}

int access(sqlite3_vfs* vfs, char const* name, int flags, int* out)
{
    auto* const lower = below(vfs);
    return lower ? lower->xAccess(lower, name, flags, out) : SQLITE_IOERR_ACCESS;
}

int full_name(sqlite3_vfs* vfs, char const* name, int size, char* out)
{
    auto* const lower = below(vfs);
    return lower ? lower->xFullPathname(lower, name, size, out) : SQLITE_CANTOPEN;
}

// What has nothing to do with files is the usual layer's, which never goes.
int random_bytes(sqlite3_vfs*, int size, char* out)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xRandomness(usual, size, out);
}
int sleep(sqlite3_vfs*, int microseconds)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xSleep(usual, microseconds);
}
int time_now(sqlite3_vfs*, double* out)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xCurrentTime(usual, out);
}
int last_error(sqlite3_vfs* vfs, int size, char* out)
{
    auto* const lower = below(vfs);
    return lower ? lower->xGetLastError(lower, size, out) : 0;
}

} // namespace

std::string clean_disk_over(std::string const& below_name)
{
    static std::mutex mutex;
    // Never taken down: SQLite holds them until the program ends, whatever ends first.
    static auto& layers = *new std::map<std::string, std::unique_ptr<Layer>>;
    std::lock_guard const guard(mutex);
    auto found = layers.find(below_name);
    if (found != layers.end()) return found->second->name;
    if (sqlite3_initialize() != SQLITE_OK) return "";
    auto const* const lower = sqlite3_vfs_find(below_name.empty() ? nullptr : below_name.c_str());
    if (!lower) return below_name; // SQLite says that there is no such layer
    auto made = std::make_unique<Layer>();
    made->below = below_name;
    made->name = below_name.empty() ? "clean-disk" : "clean-disk-over-" + below_name;
    auto& vfs = made->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(sizeof(File));
    vfs.mxPathname = lower->mxPathname;
    vfs.zName = made->name.c_str();
    vfs.pAppData = made.get();
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xFullPathname = full_name;
    vfs.xRandomness = random_bytes;
    vfs.xSleep = sleep;
    vfs.xCurrentTime = time_now;
    vfs.xGetLastError = last_error;
    auto& kept = *layers.emplace(below_name, std::move(made)).first->second;
    if (sqlite3_vfs_register(&kept.vfs, 0) == SQLITE_OK) return kept.name;
    layers.erase(below_name);
    return "";
}

} // namespace kiosk::engagement
