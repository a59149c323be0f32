// Files, whole: read at once, written at once or not at all. Paths are the caller's. Errors name the path first.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// Largest file that is read into memory, [bytes]; content and pictures are far below, a device file is above.
constexpr std::uintmax_t kLargestFile = 64U << 20U;

// A regular file, of so many bytes at most.
Result<std::string> read_file(std::filesystem::path const& path, std::uintmax_t largest = kLargestFile);

// A file of the kernel's (/proc, /sys), which says of itself that it is empty: its first 4096 bytes.
Result<std::string> read_kernel_file(std::filesystem::path const& path);

// Writes beside the target (new_file.h: through no link), syncs, renames over it and syncs the folder: after a power
// cut the file is the old or the new one, whole.
Result<> write_file_atomically(std::filesystem::path const& path, std::string_view bytes);

// Makes the folder and its parents.
Result<> make_folder(std::filesystem::path const& path);

// Names in a folder, sorted by bytes, so that no two machines list differently. Missing folder: empty.
std::vector<std::filesystem::path> list_folder(std::filesystem::path const& path);

} // namespace kiosk
