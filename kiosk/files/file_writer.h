// Writes a file piece by piece and hashes it as it goes; close() syncs it. For packages and content that somebody takes
// away. A file that is not closed may be incomplete. Errors begin with the path.
#pragma once
#include "base/result.h"
#include "files/new_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace kiosk {

// What was written, for a description and for checking it.
struct FileDigest {
    std::string name;
    std::uint64_t bytes = 0;
    std::string sha256; // hexadecimal
};

class FileWriter {
public:
    // Creates the file (new_file.h: through no link).
    static Result<FileWriter> create(std::filesystem::path const& path, Replace replace = Replace::file,
                                     FolderLink folder = FolderLink::followed);
    FileWriter(FileWriter&&) noexcept;
    FileWriter& operator=(FileWriter&&) noexcept;
    ~FileWriter();

    Result<> append(std::string_view bytes);
    // Writes what is buffered and syncs.
    Result<FileDigest> close();

private:
    struct Parts;
    explicit FileWriter(std::unique_ptr<Parts> parts);
    Result<> write_out();
    std::unique_ptr<Parts> parts_;
};

// device: drops cached pages first, so that the bytes are read from the device where the system allows it.
enum class ReadFrom { cache, device };
Result<FileDigest> hash_file(std::filesystem::path const& path, ReadFrom from = ReadFrom::cache);
// Syncs and hashes a file that a library wrote.
Result<FileDigest> sync_and_hash_file(std::filesystem::path const& path);
// New names in a folder survive a power cut only once the folder is synced.
Result<> sync_folder(std::filesystem::path const& folder);

std::string sha256(std::string_view bytes);

} // namespace kiosk
