// An SQLite VFS (sqlite.org/vfs.html) that leaves nothing of older figures on the disk. It wraps another VFS and adds:
// a rollback journal's content is overwritten with zeros before COMMIT or ROLLBACK returns, and before a journal is
// truncated or removed; so is the end of a database before it is truncated; pages of a database are rebuilt from their
// rows when they are written (page_rebuilding.h); temporary files are refused, so that connections need
// temp_store=MEMORY. SQLite's guarantees stay: the journal's header is zeroed and synced first, which ends the
// transaction, and only then the rest.
//
// Made for journal_mode=PERSIST, in which the journal stays and is overwritten in place; correct in every mode. File
// systems that do not overwrite in place (btrfs, f2fs, ext4 with data=journal) and flash memory below any of them keep
// older bytes. One VFS for each wrapped one, as long as the program runs. Any thread; a file belongs to one connection.
#pragma once
#include <string>

namespace kiosk::database {

// Registers the VFS over the one named ("": SQLite's default) on its first call, and returns its name; "" where SQLite
// has no memory for it.
std::string register_zeroing_vfs(std::string const& vfs);

// A file control (sqlite3_file_control, int*) that yields 1 while the content of a journal could not be overwritten.
// The transaction stands all the same, and the next one tries again. For all files of this VFS.
constexpr int kEraseFailedControl = 0x4B494F53; // "KIOS": SQLite's own are below 100, and it leaves larger ones to us

} // namespace kiosk::database
