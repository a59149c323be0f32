#include "engagement/overwriting.h"

#include <algorithm>
#include <array>

namespace kiosk::engagement {

namespace {

constexpr int kPiece = 4096; // [bytes], a block of most file systems
constexpr std::array<unsigned char, kPiece> kZeros{};

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
    std::array<unsigned char, kPiece> piece{};
    for (auto at = from; at < size;) {
        auto const count = static_cast<int>(std::min<sqlite3_int64>(kPiece - at % kPiece, size - at));
        // What cannot be read may hold anything.
        bool const is_clean = which == Which::other_than_zero &&
                              file->pMethods->xRead(file, piece.data(), count, at) == SQLITE_OK &&
                              is_zero(piece.data(), count);
        if (!is_clean) {
            if (auto const code = file->pMethods->xWrite(file, kZeros.data(), count, at)) return code;
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
    return count == 0 ? SQLITE_OK : file->pMethods->xWrite(file, kZeros.data(), count, 0);
}

int overwrite_and_bound(sqlite3_file* file, Which which, sqlite3_int64 largest)
{
    if (auto const code = overwrite(file, 0, which)) return code;
    sqlite3_int64 size = 0;
    if (auto const code = file->pMethods->xFileSize(file, &size)) return code;
    return size > largest ? file->pMethods->xTruncate(file, largest) : SQLITE_OK;
}

} // namespace kiosk::engagement
