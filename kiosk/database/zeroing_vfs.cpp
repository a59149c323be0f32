#include "database/zeroing_vfs.h"
#include "database/zeroing_file.h"

#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <string_view>

namespace kiosk::database {

namespace {

struct VfsLayer {
    std::string name, below;
    EraseFailed erase_failed{false};
    sqlite3_vfs vfs{};
};

VfsLayer& layer_of(sqlite3_vfs* vfs) { return *static_cast<VfsLayer*>(vfs->pAppData); }

// Asked for each time: tests put layers below that come and go. None: SQLite is told that nothing can be done.
sqlite3_vfs* layer_below(sqlite3_vfs* vfs)
{
    auto const& name = layer_of(vfs).below;
    return sqlite3_vfs_find(name.empty() ? nullptr : name.c_str());
}

// For a file of the layer below; none: there is no memory for it.
sqlite3_file* room_for_file(sqlite3_vfs* lower)
{
    auto* const made = static_cast<sqlite3_file*>(sqlite3_malloc(lower->szOsFile));
    if (made) std::memset(made, 0, static_cast<std::size_t>(lower->szOsFile));
    return made;
}

void close_and_free(sqlite3_file* lower_file)
{
    if (lower_file->pMethods) lower_file->pMethods->xClose(lower_file);
    sqlite3_free(lower_file);
}

int open_clean(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* handle, int flags, int* out)
{
    constexpr int kPassing =
        SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL;
    auto* const lower = layer_below(vfs);
    handle->pMethods = nullptr; // nothing to be closed
    if (!lower || (flags & kPassing)) return SQLITE_CANTOPEN;
    auto* const real = room_for_file(lower);
    if (!real) return SQLITE_NOMEM;
    auto code = lower->xOpen(lower, name, real, flags, out);
    if (code == SQLITE_OK) code = init_zeroing_file(handle, real, flags, layer_of(vfs).erase_failed);
    if (code == SQLITE_OK) return code;
    close_and_free(real);
    handle->pMethods = nullptr;
    return code;
}

bool has_ending(std::string_view name, std::string_view ending)
{
    return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

enum class Removal { nothing_there, overwritten, keep };

// A journal's removal is what ends its transaction (journal_mode=DELETE), or it is what an earlier program left: zeros
// first. A code other than SQLITE_OK: nothing has changed, and the transaction is not over.
int overwrite_removed(sqlite3_vfs* vfs, char const* name, Removal& removal)
{
    auto* const lower = layer_below(vfs);
    int is_there = 0;
    if (auto const code = lower->xAccess(lower, name, SQLITE_ACCESS_EXISTS, &is_there)) return code;
    if (!is_there) return SQLITE_OK;
    auto* const opened = room_for_file(lower);
    if (!opened) return SQLITE_IOERR_NOMEM;
    auto const kind = has_ending(name, "-wal") ? SQLITE_OPEN_WAL : SQLITE_OPEN_MAIN_JOURNAL;
    auto code = lower->xOpen(lower, name, opened, SQLITE_OPEN_READWRITE | kind, nullptr);
    if (code == SQLITE_OK) code = overwrite_header(opened);
    if (code == SQLITE_OK)
        removal = sync_then_erase(opened, layer_of(vfs).erase_failed) == JournalErasure::left ? Removal::keep
                                                                                              : Removal::overwritten;
    close_and_free(opened);
    return code == SQLITE_OK || code == SQLITE_FULL || (code & 0xFF) == SQLITE_IOERR ? code : SQLITE_IOERR_DELETE;
}

int remove_clean(sqlite3_vfs* vfs, char const* name, int sync_folder)
{
    auto* const lower = layer_below(vfs);
    if (!lower) return SQLITE_IOERR_DELETE;
    auto removal = Removal::nothing_there;
    if (has_ending(name, "-journal") || has_ending(name, "-wal"))
        if (auto const code = overwrite_removed(vfs, name, removal)) return code;
    // With zeros for a header it is as good as gone, whatever becomes of its name.
    if (removal == Removal::keep) return SQLITE_OK;
    auto const code = lower->xDelete(lower, name, sync_folder);
    return removal == Removal::overwritten ? SQLITE_OK : code;
}

int access_below(sqlite3_vfs* vfs, char const* name, int flags, int* out)
{
    auto* const lower = layer_below(vfs);
    return lower ? lower->xAccess(lower, name, flags, out) : SQLITE_IOERR_ACCESS;
}

int full_name_below(sqlite3_vfs* vfs, char const* name, int size, char* out)
{
    auto* const lower = layer_below(vfs);
    return lower ? lower->xFullPathname(lower, name, size, out) : SQLITE_CANTOPEN;
}

// What has nothing to do with files is the usual layer's, which never goes.
int random_below(sqlite3_vfs*, int size, char* out)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xRandomness(usual, size, out);
}
int sleep_below(sqlite3_vfs*, int microseconds)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xSleep(usual, microseconds);
}
int time_below(sqlite3_vfs*, double* out)
{
    auto* const usual = sqlite3_vfs_find(nullptr);
    return usual->xCurrentTime(usual, out);
}
int last_error_below(sqlite3_vfs* vfs, int size, char* out)
{
    auto* const lower = layer_below(vfs);
    return lower ? lower->xGetLastError(lower, size, out) : 0;
}

} // namespace

std::string register_zeroing_vfs(std::string const& below_name)
{
    static std::mutex mutex;
    // Never taken down: SQLite holds them until the program ends, whatever ends first.
    static auto& layers = *new std::map<std::string, std::unique_ptr<VfsLayer>>;
    std::lock_guard const guard(mutex);
    auto found = layers.find(below_name);
    if (found != layers.end()) return found->second->name;
    if (sqlite3_initialize() != SQLITE_OK) return "";
    auto const* const lower = sqlite3_vfs_find(below_name.empty() ? nullptr : below_name.c_str());
    if (!lower) return below_name; // SQLite says that there is no such layer
    auto made = std::make_unique<VfsLayer>();
    made->below = below_name;
    made->name = below_name.empty() ? "clean-disk" : "clean-disk-over-" + below_name;
    auto& vfs = made->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = zeroing_file_size();
    vfs.mxPathname = lower->mxPathname;
    vfs.zName = made->name.c_str();
    vfs.pAppData = made.get();
    vfs.xOpen = open_clean;
    vfs.xDelete = remove_clean;
    vfs.xAccess = access_below;
    vfs.xFullPathname = full_name_below;
    vfs.xRandomness = random_below;
    vfs.xSleep = sleep_below;
    vfs.xCurrentTime = time_below;
    vfs.xGetLastError = last_error_below;
    auto& kept = *layers.emplace(below_name, std::move(made)).first->second;
    if (sqlite3_vfs_register(&kept.vfs, 0) == SQLITE_OK) return kept.name;
    layers.erase(below_name);
    return "";
}

} // namespace kiosk::database
