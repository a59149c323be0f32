// A small text that must be written also on a disk that has become full, as the count of wrong PINs must. Beside the
// file lies a spare of the same size, "<name>.spare", so that its room is taken already. What is new is written over
// the spare and synced, and the two exchange their names at once: after a power cut the file is the old or the new one,
// whole. Then the other one is written over, too, so that nothing of what was replaced stays. Where there is no such
// spare, or the file system cannot exchange names, it is written beside and renamed (files.h), which needs room. On
// file systems that never write in place (btrfs, f2fs) a full disk may still take nothing. Owner: whoever keeps the
// file; one thread at a time. Errors begin with the path.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <string>

namespace kiosk {

// A text is filled up with line feeds to a multiple of this, [bytes], so that it stays as long as its spare; whoever
// reads it knows where it ends.
constexpr std::size_t kKeptFileStep = 1024;

Result<> write_kept_file(std::filesystem::path const& path, std::string text);

// Makes room for the next writing, where it is not there, and takes out of the spare what a power cut has left of an
// earlier text. Writes nothing where all is as it should be. An Error where the disk takes nothing.
Result<> tend_kept_file(std::filesystem::path const& path);

} // namespace kiosk
