// Disk: every change that the content shelf (updates/shelf.h) makes on the disk, one call each, so that a test can
// simulate a power cut before any of them. Written data is on the disk when close() or replace() returns; a new name
// survives a power cut only once its folder is synced. Errors begin with the path. Owner: the shelf.
#pragma once
#include "files/file_writer.h"

#include <functional>

namespace kiosk {

enum class DiskStep { make_folder, create, write, sync_file, rename, sync_folder, remove };
using BeforeStep = std::function<void(DiskStep, std::filesystem::path const&)>;

// A file being written; it may be incomplete on the disk until close() returns.
class DiskFile {
public:
    DiskFile(std::filesystem::path path, FileWriter writer, BeforeStep const& before)
        : path_(std::move(path)),
          writer_(std::move(writer)),
          before_(before)
    {
    }
    Result<> append(std::string_view bytes);
    // Syncs; returns the length and the SHA-256.
    Result<FileDigest> close();

private:
    std::filesystem::path path_;
    FileWriter writer_;
    BeforeStep const& before_;
};

class Disk {
public:
    explicit Disk(BeforeStep before = {}) : before_(std::move(before)) {}

    // Makes one folder. Its parent must exist, so that nothing is made in a data folder that is not mounted.
    Result<> make_folder(std::filesystem::path const& path) const;
    Result<DiskFile> create(std::filesystem::path const& path) const;
    Result<> rename(std::filesystem::path const& from, std::filesystem::path const& to) const;
    Result<> sync_folder(std::filesystem::path const& path) const;
    // Removes a file, or a folder with its contents. Succeeds where there is none.
    Result<> remove(std::filesystem::path const& path) const;
    // Atomic: writes "<path>.new", syncs, renames it over `path`, syncs the folder.
    Result<> replace(std::filesystem::path const& path, std::string_view text) const;

private:
    BeforeStep before_;
};

} // namespace kiosk
