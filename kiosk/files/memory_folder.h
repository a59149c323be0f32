// A folder that lies in memory and on no disk, for what must leave no trace on one once it is gone: the stages of an
// export. Nobody else can look into it; it goes with all that is in it when its owner does. After a crash it is gone
// when the service has ended (systemd's RuntimeDirectory) or the machine was off; swap does not hold it in an installed
// kiosk, whose units forbid it (MemorySwapMax=0).
#pragma once
#include "base/result.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace kiosk {

// Where to look, in this order: what systemd has made for this service, as its variable RUNTIME_DIRECTORY says
// (folders between colons; null: none), then /dev/shm.
std::vector<std::filesystem::path> memory_places(char const* runtime_directory);

class MemoryFolder {
public:
    // In the first of these places that lies in memory (tmpfs or ramfs, by statfs) and can be written. An Error names
    // the places, and what is wrong with the last.
    static Result<MemoryFolder> make(std::vector<std::filesystem::path> const& places);
    MemoryFolder(MemoryFolder&& other) noexcept;
    MemoryFolder& operator=(MemoryFolder&& other) noexcept;
    ~MemoryFolder();

    std::filesystem::path const& path() const { return path_; }

private:
    explicit MemoryFolder(std::filesystem::path path) : path_(std::move(path)) {}
    void remove() noexcept;
    std::filesystem::path path_; // empty: another has it
};

} // namespace kiosk
