// A file that SQLite has open through this VFS: each call goes to the file of the wrapped VFS, after what zeroing_vfs.h
// describes. Plain functions on memory of SQLite's; used by zeroing_vfs.cpp only.
#pragma once
#include "database/overwriting.h"

namespace kiosk::database {

// Bytes that SQLite has to allocate for one (sqlite3_vfs::szOsFile).
int zeroing_file_size();

// Initialises one in SQLite's memory at `handle`. `real` is the open file of the wrapped VFS, opened with `flags` and
// allocated by sqlite3_malloc; on SQLITE_OK it is owned by the new file, on any other code still by the caller.
int init_zeroing_file(sqlite3_file* handle, sqlite3_file* real, int flags, EraseFailed& erase_failed);

} // namespace kiosk::database
