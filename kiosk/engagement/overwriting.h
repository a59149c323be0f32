// Files that SQLite has open, overwritten with zeros where they lie, and synced: what was there is on the disk no
// longer. Plain functions on SQLite's own file objects; owner: clean_disk.
#pragma once
#include <sqlite3.h>

namespace kiosk::engagement {

// All bytes, or only the pieces in which something else than zeros can be read, which spares the disk.
enum class Which { all, other_than_zero };

bool is_zero(unsigned char const* bytes, long long count);

// What has been written so far outlives the plug. These return codes of SQLite.
int sync(sqlite3_file* file);
// From there to the end of the file.
int overwrite(sqlite3_file* file, sqlite3_int64 from, Which which);
// Of a journal, not synced: with it gone its transaction is over (sqlite.org/fileformat2.html, "The Rollback Journal").
int overwrite_header(sqlite3_file* file);
// The whole of it; larger than `largest` [bytes] it is cut to that.
int overwrite_and_bound(sqlite3_file* file, Which which, sqlite3_int64 largest);

} // namespace kiosk::engagement
