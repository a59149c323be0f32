// USB sticks: where content is read from, and where figures are written to. A stick is a file system that is mounted
// below one of the folders where sticks appear (/proc/self/mountinfo). A configured folder that is none of these
// (/media, /run/media, /mnt) counts as a stick itself, for a partner who uses a shared folder. Read anew on each call.
// Mounts and unmounts nothing.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <vector>

namespace kiosk {

enum class StickUse { reading, writing };

// Mount points that can be used so, sorted: a write-protected one can still be read. Tests pass another list of mounts.
std::vector<std::filesystem::path> sticks(std::vector<std::filesystem::path> const& folders, StickUse use,
                                          std::filesystem::path const& mounts = "/proc/self/mountinfo");

// Whether a stick with an unsupported file system is plugged in (NTFS, BitLocker, a Mac's or Linux's own): kiosk-stick
// makes a file in `marks` for each.
bool has_unsupported_stick(std::filesystem::path const& marks);

// Why a mount point that can be read cannot be written: read_only or denied.
ErrorKind why_not_writable(std::filesystem::path const& place);

} // namespace kiosk
