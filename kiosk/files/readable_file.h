// A regular file that is open for reading: the one way in which bytes of a file reach this program. Whatever else has a
// name (a pipe would be waited on for ever, a device never ends) is refused at once, and told as what it is. Owner:
// whoever reads; closed with it. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace kiosk {

// Of a stick's files no link is followed: it would lead out of what the stick holds.
enum class Links { followed, refused };

class ReadableFile {
public:
    static Result<ReadableFile> open(std::filesystem::path const& path, Links links = Links::followed);
    ReadableFile(ReadableFile&& other) noexcept;
    ReadableFile& operator=(ReadableFile&&) = delete;
    ~ReadableFile();

    // When it was opened, [bytes].
    std::uintmax_t size() const { return size_; }
    // So many bytes at most; 0 at the end only.
    Result<std::size_t> read(char* into, std::size_t most);
    // For what the system asks of a descriptor; stays this object's.
    int descriptor() const { return descriptor_; }
    std::filesystem::path const& path() const { return path_; }

private:
    ReadableFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}

    std::filesystem::path path_;
    int descriptor_;
    std::uintmax_t size_ = 0;
};

} // namespace kiosk
