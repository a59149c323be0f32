#include "files/memory_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <linux/magic.h>
#include <string>
#include <sys/vfs.h>

namespace kiosk {

namespace {

// 0, or why nothing can be made in there; EXDEV: it lies on a disk.
int make_in(std::filesystem::path const& place, std::string& made)
{
    struct statfs system {};
    if (::statfs(place.c_str(), &system) != 0) return errno;
    auto const kind = static_cast<unsigned long>(system.f_type);
    if (kind != TMPFS_MAGIC && kind != RAMFS_MAGIC) return EXDEV;
    made = (place / "kiosk-XXXXXX").string();
    return ::mkdtemp(made.data()) ? 0 : errno; // 0700, and a name that nobody has
}

} // namespace

std::vector<std::filesystem::path> memory_folder_candidates(char const* runtime_directory)
{
    std::vector<std::filesystem::path> places;
    std::string_view left = runtime_directory ? runtime_directory : "";
    while (!left.empty()) {
        auto const end = std::min(left.find(':'), left.size());
        std::filesystem::path const place(left.substr(0, end));
        if (place.is_absolute()) places.push_back(place);
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    places.emplace_back("/dev/shm");
    return places;
}

Result<MemoryFolder> MemoryFolder::make(std::vector<std::filesystem::path> const& places)
{
    std::string names;
    int code = ENOENT;
    for (auto const& place : places) {
        std::string made;
        code = make_in(place, made);
        if (code == 0) return MemoryFolder(std::filesystem::path(made));
        names += (names.empty() ? "" : ", ") + place.string();
    }
    return Error{names.empty() ? "memory" : names,
                 code == EXDEV ? "lies on a disk, where an export would leave traces"
                               : std::string("no folder can be made in memory: ") + std::strerror(code),
                 "mount a tmpfs there that the kiosk's user may write to"};
}

MemoryFolder::MemoryFolder(MemoryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

MemoryFolder& MemoryFolder::operator=(MemoryFolder&& other) noexcept
{
    if (this != &other) {
        remove();
        path_ = std::exchange(other.path_, {});
    }
    return *this;
}

MemoryFolder::~MemoryFolder() { remove(); }

void MemoryFolder::remove() noexcept
{
    if (path_.empty()) return;
    try {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    } catch (std::exception const&) {
        // No memory to look through it: it stays in memory until the service or the machine has ended.
    }
    path_.clear();
}

} // namespace kiosk
