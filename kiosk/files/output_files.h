// What a tool is about to write, looked at before it writes anything: a name that somebody typed wrong must not cost
// him a file. For tools; what the kiosk itself writes has names of its own (new_file.h).
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace kiosk {

// An Error for the first file of `outputs` that may not be written: it has no name; there is something of its name that
// is no plain file (a folder, a device, a pipe, a link); it is one of the `inputs` or lies there in a folder of them;
// or two outputs are one file. By device and inode, so that another spelling or a hard link is the same file.
Result<> check_outputs(std::vector<std::filesystem::path> const& outputs,
                       std::vector<std::filesystem::path> const& inputs);

// An Error for a folder in which files are to be made: it has no name, something else than a folder has its name, or it
// is one of the folders that are read or lies in one. A link to a folder is followed: whoever names it means the
// folder.
Result<> check_output_folder(std::filesystem::path const& folder, std::vector<std::filesystem::path> const& inputs);

// An Error where a file's name does not end with one of these: a program opens it by its ending.
Result<> check_ending(std::filesystem::path const& output, std::vector<std::string_view> const& endings);

} // namespace kiosk
