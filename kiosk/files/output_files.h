// Checks what a tool is about to write before it writes anything, so that a mistyped name does not cost somebody a
// file. For tools; the kiosk itself writes only names of its own (new_file.h).
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace kiosk {

// An Error for the first of `outputs` that may not be written: it has no name; its name is taken by something that is
// no regular file; it is one of the `inputs`, or a file that is there already inside a folder of them; or two outputs
// are one file. Compared by device and inode, so that another spelling or a hard link counts as the same file.
Result<> check_outputs(std::vector<std::filesystem::path> const& outputs,
                       std::vector<std::filesystem::path> const& inputs);

// An Error for a folder in which files are to be made: it has no name, its name is taken by something else, or it is
// one of the `inputs` or lies in one. A link to a folder is followed.
Result<> check_output_folder(std::filesystem::path const& folder, std::vector<std::filesystem::path> const& inputs);

// An Error where a file's name does not end with one of these, by which programs open it.
Result<> check_ending(std::filesystem::path const& output, std::vector<std::string_view> const& endings);

} // namespace kiosk
