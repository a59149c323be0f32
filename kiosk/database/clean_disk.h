// A file layer of SQLite's (sqlite.org/vfs.html) that leaves nothing of older figures on the disk. It stands over
// another one, does all its work through it, and adds: what a rollback journal held is overwritten with zeros, on the
// disk, before COMMIT or ROLLBACK returns, and before a journal is cut or removed; so is the end of a database before
// it is cut off; pages of a database are written as if made of their rows just now (clean_page.h); files for passing
// needs are refused, so that whoever needs room beside the database says temp_store=MEMORY. Overwriting keeps what
// SQLite promises: a journal's header goes first and is synced, with which the transaction is over, and only then the
// rest. Meant for journal_mode=PERSIST, in which the journal stays and is overwritten in place; right in every mode. On
// file systems that write elsewhere instead of overwriting (btrfs, f2fs, ext4 with data=journal), and in flash memory
// beneath any, older bytes outlive it. One a layer below, for as long as the program runs; any thread may use it, and a
// file is one connection's.
#pragma once
#include <string>

namespace kiosk::database {

// The name of the layer over the one named, "" being SQLite's usual one; made and registered when first asked for. ""
// if SQLite has no memory left for it.
std::string clean_disk_over(std::string const& vfs);

// SQLite's file control (sqlite3_file_control, int*): 1, while what a transaction was rolled back by, or would have
// been, could not be overwritten: the transaction stands all the same, and the next one tries again. Of all files of
// the layer.
constexpr int kIsLeftOver = 0x4B494F53; // "KIOS": SQLite's own are below 100, and it leaves larger ones to us

} // namespace kiosk::database
