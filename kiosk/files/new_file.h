// The one way in which this program creates a file. It opens the folder first and creates the file relative to it
// (openat2 beneath it, O_EXCL, O_NOFOLLOW). No link is ever followed: a name on a stick, or in a folder that others
// write to, cannot lead elsewhere. Errors begin with the path.
#pragma once
#include "base/result.h"
#include "files/file_descriptor.h"

#include <filesystem>
#include <string_view>

namespace kiosk {

// What happens to an entry of the same name. never: it stays, which is an Error. file: a regular file is removed;
// anything else is an Error. leftover: for this program's own names (".part", ".new"): a link is removed, too.
enum class Replace { never, file, leftover };

// Whether the folder itself may be a link: one that a person named may be, one that this program made may not.
enum class FolderLink { followed, refused };

// Creates an empty file for writing, with mode 0666 less the umask.
Result<FileDescriptor> make_file(std::filesystem::path const& path, Replace replace,
                                 FolderLink folder = FolderLink::followed);

// Writes all bytes.
Result<> write_all(FileDescriptor const& file, std::string_view bytes, std::filesystem::path const& path);

// Creates, writes and syncs a file; an Error where the name is taken. For keys, which are never overwritten.
Result<> write_new_file(std::filesystem::path const& path, std::string_view bytes);

// Renames within a folder; an Error where the new name is taken.
Result<> rename_no_replace(std::filesystem::path const& from, std::filesystem::path const& to);

// Makes a folder; an Error where the name is taken or the parent is missing.
Result<> make_new_folder(std::filesystem::path const& path);

} // namespace kiosk
