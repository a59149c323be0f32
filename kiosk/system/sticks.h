// Sticks: where content is read from, and where figures can be written to. A stick is a file system mounted below one
// of the folders where sticks appear (as /proc/self/mountinfo tells); a folder that is none of those is a place itself,
// for a partner who shares one. Read anew each time, since sticks come and go. Nothing is mounted or unmounted here.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <vector>

namespace kiosk {

enum class StickUse { reading, writing };

// Places that can be used so, sorted: one whose write protection is on is still read. `mounts` is the system's list,
// another one in tests.
std::vector<std::filesystem::path> sticks(std::vector<std::filesystem::path> const& folders, StickUse use,
                                          std::filesystem::path const& mounts = "/proc/self/mountinfo");

// Whether one is plugged in whose file system is none of a kiosk's (NTFS, BitLocker, a Mac's or Linux's own):
// kiosk-stick leaves a mark of each.
bool has_foreign_stick(std::filesystem::path const& marks);

// Why a place that is read cannot be written: read_only, or denied.
ErrorKind why_not_written(std::filesystem::path const& place);

} // namespace kiosk
