// Sticks: where figures can be written to. A stick is a file system mounted below one of the folders where sticks
// appear (as /proc/self/mountinfo tells); a folder that is none of those is a place itself, for a partner who shares
// one. Read anew each time, since sticks come and go. Nothing is mounted or unmounted here.
#pragma once
#include <filesystem>
#include <vector>

namespace kiosk::staff {

// Places that can be written to, sorted. `mounts` is the system's list, another one in tests.
std::vector<std::filesystem::path> sticks(std::vector<std::filesystem::path> const& folders,
                                          std::filesystem::path const& mounts = "/proc/self/mountinfo");

} // namespace kiosk::staff
