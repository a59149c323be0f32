#include "files/new_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kiosk {

namespace {

Error unwritable(std::filesystem::path const& path, std::string_view action, int code)
{
    auto const advice = [&]() -> std::string {
        switch (code) {
        case ENOSPC:
        case EDQUOT: return "it is full: free some space, or use another stick";
        case EROFS: return "it is read-only: use another stick or disk, or move its lock";
        case EACCES:
        case EPERM: return "whoever runs this needs the right to write there";
        case EIO:
        case ENODEV:
        case ENXIO: return "the stick may have been taken out: put it in and try again";
        case ENOENT:
        case ENOTDIR: return "check the path";
        case EEXIST: return "move it away, or choose another name";
        default: return "check the stick or the disk";
        }
    }();
    return {path.string(), fmt::format("cannot be {}: {}", action, std::strerror(code)), advice,
            kind_of_system_error(code)};
}

// Beneath the folder and through no link. Where a seccomp filter does not know openat2, openat does the same for a name
// without a slash.
int open_beneath(int folder, char const* name)
{
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
    constexpr mode_t kMode = 0666;
    open_how how{};
    how.flags = kFlags;
    how.mode = kMode;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
    auto const opened = ::syscall(SYS_openat2, folder, name, &how, sizeof how);
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return static_cast<int>(opened);
    return ::openat(folder, name, kFlags, kMode);
}

FileDescriptor open_folder(std::filesystem::path const& path, FolderLink link)
{
    auto const parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    // O_PATH: a folder that may be written to need not be one that may be listed.
    return FileDescriptor(
        ::open(parent.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC | (link == FolderLink::refused ? O_NOFOLLOW : 0)));
}

// Removes the entry of this name where `replace` allows it.
Result<> remove_existing(int folder, std::filesystem::path const& path, Replace replace)
{
    auto const name = path.filename();
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return success(); // it has gone
    bool const may = S_ISREG(status.st_mode) || (S_ISLNK(status.st_mode) && replace == Replace::leftover);
    if (replace == Replace::never)
        return Error{path.string(), "is there already", "choose a name that is not there yet"};
    if (!may)
        return Error{path.string(),
                     S_ISLNK(status.st_mode) ? "is a link, and nothing is written through one" : "is no file",
                     "move it away, or choose another name"};
    if (::unlinkat(folder, name.c_str(), 0) != 0) return unwritable(path, "replaced", errno);
    return success();
}

} // namespace

Result<FileDescriptor> make_file(std::filesystem::path const& path, Replace replace, FolderLink link)
{
    auto const name = path.filename();
    if (name.empty() || name == "." || name == "..") return unwritable(path, "written", EISDIR);
    auto const folder = open_folder(path, link);
    if (!folder.ok()) return unwritable(path, "written", errno);
    FileDescriptor file(open_beneath(folder.number(), name.c_str()));
    if (!file.ok() && errno == EEXIST) {
        KIOSK_TRY(remove_existing(folder.number(), path, replace));
        file = FileDescriptor(open_beneath(folder.number(), name.c_str()));
    }
    if (!file.ok()) return unwritable(path, "written", errno);
    return file;
}

Result<> write_all(FileDescriptor const& file, std::string_view bytes, std::filesystem::path const& path)
{
    while (!bytes.empty()) {
        auto const written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return unwritable(path, "written", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return success();
}

Result<> write_new_file(std::filesystem::path const& path, std::string_view bytes)
{
    auto const file = make_file(path, Replace::never);
    if (!file) return file.error();
    KIOSK_TRY(write_all(file.value(), bytes, path));
    if (::fsync(file.value().number()) != 0) return unwritable(path, "written", errno);
    return success();
}

Result<> rename_no_replace(std::filesystem::path const& from, std::filesystem::path const& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return success();
    if (errno != EINVAL && errno != ENOSYS) return unwritable(to, "named", errno);
    // Some file systems of sticks cannot do this in one step.
    struct stat status {};
    if (::lstat(to.c_str(), &status) == 0) return unwritable(to, "named", EEXIST);
    if (::rename(from.c_str(), to.c_str()) != 0) return unwritable(to, "named", errno);
    return success();
}

Result<> make_new_folder(std::filesystem::path const& path)
{
    constexpr mode_t kMode = 0777; // less the umask
    if (::mkdir(path.c_str(), kMode) != 0) return unwritable(path, "made", errno);
    return success();
}

} // namespace kiosk
