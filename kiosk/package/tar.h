// Tar archives in their plainest form (POSIX.1-1988, "ustar"): one folder with files in it, as every tar packs and
// opens them. Written here by the kiosk, read by the office's tool, which takes nothing else: no links, no deeper
// folders, no longer names. Errors are without a place. One thread at a time.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <functional>
#include <string>

namespace kiosk::package {

constexpr std::size_t kTarBlock = 512; // [bytes]

struct TarEntry {
    enum class Kind { file, folder };
    Kind kind = Kind::file;
    std::string path; // 99 bytes at most; a folder's ends with a slash
    std::uint64_t bytes = 0;
    std::int64_t modified = 0; // seconds since 1970
};

// The block before an entry's bytes.
std::string tar_header(TarEntry const& entry);
// What stands behind so many bytes of an entry, up to the next block.
std::string tar_padding(std::uint64_t bytes);
// What stands at the end of an archive.
std::string tar_end();

// An archive comes in by pieces; entries and their bytes go out.
class TarReader {
public:
    struct Takers {
        std::function<Result<>(TarEntry const& entry)> begin; // a folder, or a file whose bytes follow
        std::function<Result<>(std::string_view bytes)> add;
        std::function<Result<>()> end; // of a file
    };
    explicit TarReader(Takers takers) : takers_(std::move(takers)) {}

    Result<> take(std::string_view bytes);
    // The archive's own end has come.
    bool complete() const { return zeros_ >= 2 && block_.empty(); }

private:
    Result<> take_block();

    Takers takers_;
    std::string block_;       // what there is of a header
    std::uint64_t left_ = 0;  // of a file
    std::size_t padding_ = 0; // behind it, still to come
    std::size_t zeros_ = 0;   // blocks of zeros
};

} // namespace kiosk::package
