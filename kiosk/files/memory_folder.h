// A temporary folder on a file system in memory, for data that must leave no trace on a disk: the stages of an export.
// Its mode is 0700, and it is removed with its contents when its owner is destroyed. After a crash it is gone when the
// service has ended (systemd's RuntimeDirectory) or the machine was off. An installed kiosk does not swap it out
// (MemorySwapMax=0 in its units).
#pragma once
#include "base/result.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace kiosk {

// Folders to try, in this order: those of systemd's RUNTIME_DIRECTORY (separated by colons; null: none), then /dev/shm.
std::vector<std::filesystem::path> memory_folder_candidates(char const* runtime_directory);

class MemoryFolder {
public:
    // Made in the first of these folders that lies on tmpfs or ramfs and can be written to. An Error names all of them,
    // and what is wrong with the last.
    static Result<MemoryFolder> make(std::vector<std::filesystem::path> const& places);
    MemoryFolder(MemoryFolder&& other) noexcept;
    MemoryFolder& operator=(MemoryFolder&& other) noexcept;
    ~MemoryFolder();

    std::filesystem::path const& path() const { return path_; }

private:
    explicit MemoryFolder(std::filesystem::path path) : path_(std::move(path)) {}
    void remove() noexcept;
    std::filesystem::path path_; // empty: moved from
};

} // namespace kiosk
