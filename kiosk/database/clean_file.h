// A file that SQLite has open through the layer of clean_disk: every call goes to the file of the layer below, after
// what clean_disk.h says has been done to it. Plain functions on memory of SQLite's; owner: clean_disk.
#pragma once
#include "database/overwriting.h"

namespace kiosk::database {

// How much room SQLite is to make for one.
int clean_file_bytes();

// Makes it in SQLite's memory at `handle`, over `real`, which is open: opened with these flags of SQLite's, and
// allocated by sqlite3_malloc. From then on `real` is its own, and closed and freed with it; after a code other than
// SQLITE_OK the caller's still.
int make_clean_file(sqlite3_file* handle, sqlite3_file* real, int flags, LeftOver& is_left_over);

} // namespace kiosk::database
