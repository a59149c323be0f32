// Overwrites files that SQLite has open with zeros in place, and syncs them. Plain functions on SQLite's own file
// objects, returning SQLite's codes.
#pragma once
#include <atomic>
#include <sqlite3.h>

namespace kiosk::database {

// other_than_zero: skips pieces that read as zeros, which spares the disk.
enum class ZeroFill { all, other_than_zero };

bool is_zero(unsigned char const* bytes, long long count);

int sync(sqlite3_file* file);
// From `from` to the end of the file.
int overwrite(sqlite3_file* file, sqlite3_int64 from, ZeroFill which);
// Zeros a journal's header, which ends its transaction; does not sync (sqlite.org/fileformat2.html, "The Rollback
// Journal").
int overwrite_header(sqlite3_file* file);

// A journal is kept up to this size, [bytes]; one that grew larger (VACUUM copies all into it) is cut once it is zeros.
constexpr sqlite3_int64 kMaxKeptJournal = 256LL << 10U;

// over: the header is zeroed but not synced, so that the transaction is over: no later failure may be one of COMMIT,
// after which its counts would be stored again. The rest must not be overwritten before the header is synced. left:
// that has failed.
enum class JournalErasure { none_or_running, over, left };

// Whether overwriting failed the last time.
using EraseFailed = std::atomic<bool>;

// Syncs the zeroed header, then overwrites the rest.
JournalErasure sync_then_erase(sqlite3_file* journal, EraseFailed& erase_failed);
// Writes the header again first: after a failed sync the system takes it for written.
JournalErasure retry_erase(sqlite3_file* journal, EraseFailed& erase_failed);

} // namespace kiosk::database
