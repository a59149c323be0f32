#include "database/overwriting.h"

#include <algorithm>
#include <array>

namespace kiosk::database {

namespace {

constexpr int kZeroPiece = 4096; // [bytes], a block of most file systems
constexpr std::array<unsigned char, kZeroPiece> kZeroBytes{};

// Of a journal whose header is zeros on the disk.
int overwrite_rest(sqlite3_file* journal, bool has_failed_before)
{
    // What a failed sync has left in memory only looks like zeros.
    auto const which = has_failed_before ? ZeroFill::all : ZeroFill::other_than_zero;
    if (auto const code = overwrite(journal, 0, which)) return code;
    sqlite3_int64 size = 0;
    if (auto const code = journal->pMethods->xFileSize(journal, &size)) return code;
    return size > kMaxKeptJournal ? journal->pMethods->xTruncate(journal, kMaxKeptJournal) : SQLITE_OK;
}

} // namespace

bool is_zero(unsigned char const* bytes, long long count)
{
    return std::all_of(bytes, bytes + count, [](unsigned char byte) { return byte == 0; });
}

int sync(sqlite3_file* file) { return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY); }

int overwrite(sqlite3_file* file, sqlite3_int64 from, ZeroFill which)
{
    sqlite3_int64 size = 0;
    if (auto const code = file->pMethods->xFileSize(file, &size)) return code;
    bool written = false;
    std::array<unsigned char, kZeroPiece> piece{};
    for (auto at = from; at < size;) {
        auto const count = static_cast<int>(std::min<sqlite3_int64>(kZeroPiece - at % kZeroPiece, size - at));
        // What cannot be read may hold anything.
        bool const is_clean = which == ZeroFill::other_than_zero &&
                              file->pMethods->xRead(file, piece.data(), count, at) == SQLITE_OK &&
                              is_zero(piece.data(), count);
        if (!is_clean) {
            if (auto const code = file->pMethods->xWrite(file, kZeroBytes.data(), count, at)) return code;
            written = true;
        }
        at += count;
    }
    return written ? sync(file) : SQLITE_OK;
}

int overwrite_header(sqlite3_file* file)
{
    constexpr sqlite3_int64 kHeader = 28; // [bytes]
    sqlite3_int64 size = 0;
    if (auto const code = file->pMethods->xFileSize(file, &size)) return code;
    auto const count = static_cast<int>(std::min(size, kHeader));
    return count == 0 ? SQLITE_OK : file->pMethods->xWrite(file, kZeroBytes.data(), count, 0);
}

JournalErasure sync_then_erase(sqlite3_file* journal, EraseFailed& erase_failed)
{
    erase_failed = sync(journal) != SQLITE_OK || overwrite_rest(journal, erase_failed) != SQLITE_OK;
    return erase_failed ? JournalErasure::left : JournalErasure::none_or_running;
}

JournalErasure retry_erase(sqlite3_file* journal, EraseFailed& erase_failed)
{
    if (overwrite_header(journal) == SQLITE_OK) return sync_then_erase(journal, erase_failed);
    erase_failed = true;
    return JournalErasure::left;
}

} // namespace kiosk::database
