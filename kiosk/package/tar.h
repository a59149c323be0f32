// Tar archives in their simplest format (POSIX.1-1988, "ustar"): one folder with files in it. Written by the kiosk,
// read by the office's tool, which accepts nothing else: no links, no subfolders, no long names. Errors have no
// `where`. One thread at a time.
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

// The header block of an entry.
std::string tar_header(TarEntry const& entry);
// The padding after an entry of so many bytes.
std::string tar_padding(std::uint64_t bytes);
// The end of an archive.
std::string tar_end();

// Parses an archive that comes in pieces of any size, and calls back for each entry and its bytes.
class TarReader {
public:
    struct Callbacks {
        std::function<Result<>(TarEntry const& entry)> begin; // a folder, or a file whose bytes follow
        std::function<Result<>(std::string_view bytes)> add;
        std::function<Result<>()> end; // of a file
    };
    explicit TarReader(Callbacks takers) : callbacks_(std::move(takers)) {}

    Result<> take(std::string_view bytes);
    // Whether the end of the archive was read.
    bool complete() const { return zeros_ >= 2 && block_.empty(); }

private:
    Result<> take_block();

    Callbacks callbacks_;
    std::string block_;       // what there is of a header
    std::uint64_t left_ = 0;  // of a file
    std::size_t padding_ = 0; // behind it, still to come
    std::size_t zeros_ = 0;   // blocks of zeros
};

} // namespace kiosk::package
