// Files that SQLite has open, overwritten with zeros where they lie, and synced: what was there is on the disk no
// longer. Plain functions on SQLite's own file objects; owner: clean_file.
#pragma once
#include <atomic>
#include <sqlite3.h>

namespace kiosk::database {

// All bytes, or only the pieces in which something else than zeros can be read, which spares the disk.
enum class Which { all, other_than_zero };

bool is_zero(unsigned char const* bytes, long long count);

// What has been written so far outlives the plug. These return codes of SQLite.
int sync(sqlite3_file* file);
// From there to the end of the file.
int overwrite(sqlite3_file* file, sqlite3_int64 from, Which which);
// Of a journal, not synced: with it gone its transaction is over (sqlite.org/fileformat2.html, "The Rollback Journal").
int overwrite_header(sqlite3_file* file);

// A journal is kept up to this size, [bytes]; one that grew larger (VACUUM copies all into it) is cut once it is zeros.
constexpr sqlite3_int64 kLargestJournal = 256LL << 10U;

// over: the header of the journal is zeros, as far as anybody can read, and with that the transaction is over: nothing
// that fails from here on may be a failure of COMMIT, after which its counts would be stored again. The rest is not
// overwritten yet, and must not be until the header is on the disk. left: that has failed.
enum class JournalState { none_or_running, over, left };

// Whether it failed the last time.
using LeftOver = std::atomic<bool>;

// Of a transaction that is over: syncs the header, then overwrites the rest.
JournalState overwrite_synced(sqlite3_file* journal, LeftOver& is_left_over);
// The header anew as well: after a failed sync the system takes it for written.
JournalState overwrite_again(sqlite3_file* journal, LeftOver& is_left_over);

} // namespace kiosk::database
