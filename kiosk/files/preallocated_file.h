// A small text file that can be rewritten on a full disk, such as the count of wrong PINs. Beside it lies a spare of
// the same size, "<name>.spare", whose blocks are allocated already. A new text is written over the spare and synced,
// then the two exchange their names in one step (RENAME_EXCHANGE): after a power cut the file is the old one or the new
// one. Then the other one is overwritten, too, so that nothing of the old text stays on the disk. Without a spare, or
// where the file system cannot exchange names, the file is written and renamed (files.h), which needs free space. File
// systems that never write in place (btrfs, f2fs) may fail on a full disk all the same. Owner: whoever keeps the file;
// one thread at a time. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk {

// A text is padded with line feeds to a multiple of this, [bytes], so that it stays as long as its spare; its format
// must say where it ends.
constexpr std::size_t kPreallocatedFileBlock = 1024;

Result<> write_preallocated_file(std::filesystem::path const& path, std::string text);

// Makes the spare where it is missing, and overwrites an earlier text that a power cut left in it. Writes nothing where
// both are as they should be. An Error where the disk cannot be written.
Result<> restore_spare(std::filesystem::path const& path);

} // namespace kiosk
