// A file that is being written for somebody to take away: piece by piece, hashed as it goes, on the disk when it is
// closed. Owner: whoever writes it; what is not closed is not promised. Errors begin with the path.
#pragma once
#include "base/result.h"
#include "files/new_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace kiosk {

// A file as it was written.
struct WrittenFile {
    std::string name;
    std::uint64_t bytes = 0;
    std::string sha256; // hexadecimal
};

class FileWriter {
public:
    // A new file (new_file.h): nothing is ever written through a link.
    static Result<FileWriter> create(std::filesystem::path const& path, Replace replace = Replace::file,
                                     FolderLink folder = FolderLink::followed);
    FileWriter(FileWriter&&) noexcept;
    FileWriter& operator=(FileWriter&&) noexcept;
    ~FileWriter();

    Result<> append(std::string_view bytes);
    // Written out and synced; what it is now.
    Result<WrittenFile> close();

private:
    struct Parts;
    explicit FileWriter(std::unique_ptr<Parts> parts);
    Result<> write_out();
    std::unique_ptr<Parts> parts_;
};

// As the system has it at hand, or from the device where the system lets us: what was cached is dropped first.
enum class ReadFrom { cache, device };
Result<WrittenFile> hash_file(std::filesystem::path const& path, ReadFrom from = ReadFrom::cache);
// Of a file that another wrote: synced and hashed.
Result<WrittenFile> sync_file(std::filesystem::path const& path);
// A folder's new names outlive the plug only once the folder itself is synced.
Result<> sync_folder(std::filesystem::path const& folder);

std::string sha256(std::string_view bytes);

} // namespace kiosk
