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
    auto const which = has_failed_before ? Which::all : Which::other_than_zero;
    if (auto const code = overwrite(journal, 0, which)) return code;
    sqlite3_int64 size = 0;
    if (auto const code = journal->pMethods->xFileSize(journal, &size)) return code;
    return size > kLargestJournal ? journal->pMethods->xTruncate(journal, kLargestJournal) : SQLITE_OK;
}

} // namespace

bool is_zero(unsigned char const* bytes, long long count)
{
    return std::all_of(bytes, bytes + count, [](unsigned char byte) { return byte == 0; });
}

int sync(sqlite3_file* file) { return file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY); }

int overwrite(sqlite3_file* file, sqlite3_int64 from, Which which)
{
    sqlite3_int64 size = 0;
    if (auto const code = file->pMethods->xFileSize(file, &size)) return code;
    bool written = false;
    std::array<unsigned char, kZeroPiece> piece{};
    for (auto at = from; at < size;) {
        auto const count = static_cast<int>(std::min<sqlite3_int64>(kZeroPiece - at % kZeroPiece, size - at));
        // What cannot be read may hold anything.
        bool const is_clean = which == Which::other_than_zero &&
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

JournalState overwrite_synced(sqlite3_file* journal, LeftOver& is_left_over)
{
    is_left_over = sync(journal) != SQLITE_OK || overwrite_rest(journal, is_left_over) != SQLITE_OK;
    return is_left_over ? JournalState::left : JournalState::none_or_running;
}

JournalState overwrite_again(sqlite3_file* journal, LeftOver& is_left_over)
{
    if (overwrite_header(journal) == SQLITE_OK) return overwrite_synced(journal, is_left_over);
    is_left_over = true;
    return JournalState::left;
}

} // namespace kiosk::database
