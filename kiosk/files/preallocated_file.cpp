#include "files/preallocated_file.h"
#include "files/files.h"
#include "files/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {

namespace {

std::filesystem::path spare_of(std::filesystem::path path)
{
    path += ".spare";
    return path;
}

std::string padded_to_block(std::string text)
{
    auto const steps =
        text.size() / kPreallocatedFileBlock + (text.size() % kPreallocatedFileBlock == 0 && !text.empty() ? 0 : 1);
    text.resize(steps * kPreallocatedFileBlock, '\n');
    return text;
}

// Only a regular file of the same size with one name, never through a link. Returns no Error: the caller falls back to
// an atomic write.
bool overwrite_in_place(std::filesystem::path const& path, std::string const& text)
{
    FileDescriptor const file(::open(path.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status {};
    if (!file.ok() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink != 1 ||
        static_cast<std::size_t>(status.st_size) != text.size())
        return false;
    return write_all(file, text, path) && ::fsync(file.number()) == 0;
}

bool exchange(std::filesystem::path const& one, std::filesystem::path const& other)
{
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) != 0) return false;
    auto const parent = one.has_parent_path() ? one.parent_path() : std::filesystem::path(".");
    FileDescriptor const folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.ok()) ::fsync(folder.number());
    return true;
}

} // namespace

Result<> write_preallocated_file(std::filesystem::path const& path, std::string text)
{
    text = padded_to_block(std::move(text));
    auto const spare = spare_of(path);
    if (overwrite_in_place(spare, text) && exchange(spare, path)) {
        // Erases the old text. Where that fails, the next write or the next start does it.
        (void)overwrite_in_place(spare, text);
        return success();
    }
    KIOSK_TRY(write_file_atomically(path, text));
    // Without a spare the next write needs free space, as this one did.
    (void)write_file_atomically(spare, text);
    return success();
}

Result<> restore_spare(std::filesystem::path const& path)
{
    auto const bytes = read_file(path);
    if (!bytes) return bytes.error();
    auto const spare = read_file(spare_of(path));
    auto text = padded_to_block(bytes.value());
    if (spare && spare.value() == text && bytes.value() == text) return success();
    return write_preallocated_file(path, std::move(text));
}

} // namespace kiosk
