// Disk: every change that the shelf makes on the disk, one step each, so that a test can cut the power before any of
// them. What is written is on the disk when close() or replace() comes back; a name outlives the plug once its folder
// is synced. Errors begin with the path. Owner: the shelf.
#pragma once
#include "files/written_file.h"

#include <functional>

namespace kiosk {

enum class DiskStep { make_folder, create, write, sync_file, rename, sync_folder, remove };
using BeforeStep = std::function<void(DiskStep, std::filesystem::path const&)>;

// A file being written: nothing of it is promised before close().
class NewFile {
public:
    NewFile(std::filesystem::path path, FileWriter writer, BeforeStep const& before)
        : path_(std::move(path)),
          writer_(std::move(writer)),
          before_(before)
    {
    }
    Result<> append(std::string_view bytes);
    // Synced; how long it is and its SHA-256.
    Result<WrittenFile> close();

private:
    std::filesystem::path path_;
    FileWriter writer_;
    BeforeStep const& before_;
};

class Disk {
public:
    explicit Disk(BeforeStep before = {}) : before_(std::move(before)) {}

    // One folder; its parent must be there, so that a data folder that is not mounted is never made up.
    Result<> make_folder(std::filesystem::path const& path) const;
    Result<NewFile> create(std::filesystem::path const& path) const;
    Result<> rename(std::filesystem::path const& from, std::filesystem::path const& to) const;
    Result<> sync_folder(std::filesystem::path const& path) const;
    // A file, or a folder and all that is in it; nothing where there is nothing.
    Result<> remove(std::filesystem::path const& path) const;
    // Written beside, synced, renamed over it, the folder synced: the old text or the new one, whole.
    Result<> replace(std::filesystem::path const& path, std::string_view text) const;

private:
    BeforeStep before_;
};

} // namespace kiosk
