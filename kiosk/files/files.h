// Whole files: read into memory, or written atomically. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// Largest file that is read into memory, [bytes]; content and pictures are far below.
constexpr std::uintmax_t kLargestFile = 64U << 20U;

// Reads a regular file; an Error if it is larger than `largest`.
Result<std::string> read_file(std::filesystem::path const& path, std::uintmax_t largest = kLargestFile);

// Reads up to 4096 bytes of a file in /proc or /sys, whose size the kernel reports as 0.
Result<std::string> read_kernel_file(std::filesystem::path const& path);

// Writes "<path>.new" (new_file.h: through no link), syncs, renames it over `path` and syncs the folder: after a power
// cut the file is the old one or the new one.
Result<> write_file_atomically(std::filesystem::path const& path, std::string_view bytes);

// Makes the folder and its parents.
Result<> make_folder(std::filesystem::path const& path);

// Paths of a folder's entries, sorted by bytes, so that the order does not depend on the machine. Empty for a missing
// folder.
std::vector<std::filesystem::path> list_folder(std::filesystem::path const& path);

} // namespace kiosk
