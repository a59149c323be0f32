// A regular file that is open for reading: the one way in which this program reads files. A pipe would block and a
// device may never end, so anything but a regular file is refused at once, with an Error that says what it is. Closed
// with its owner. Errors begin with the path.
#pragma once
#include "base/result.h"
#include "files/file_descriptor.h"

#include <cstdint>
#include <filesystem>

namespace kiosk {

// Links on a stick are refused: they would lead out of what the stick holds.
enum class Links { followed, refused };

class ReadableFile {
public:
    static Result<ReadableFile> open(std::filesystem::path const& path, Links links = Links::followed);

    // The size when it was opened, [bytes].
    std::uintmax_t size() const { return size_; }
    // Reads up to `most` bytes; returns 0 only at the end.
    Result<std::size_t> read(char* into, std::size_t most);
    // Borrowed, for calls that take a descriptor.
    int descriptor() const { return descriptor_.number(); }
    std::filesystem::path const& path() const { return path_; }

private:
    ReadableFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    FileDescriptor descriptor_;
    std::uintmax_t size_ = 0;
};

} // namespace kiosk
