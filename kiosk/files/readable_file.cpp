#include "files/readable_file.h"
#include "base/utf8.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {

namespace {

// A file that is there under another name, as other systems show or make it: "fr.toml.txt", "FR.toml", "fr".
std::string nearest_existing_name(std::filesystem::path const& path)
{
    std::error_code code;
    auto place = path.parent_path();
    auto wanted = path.filename().string();
    // The folder may be what is called otherwise.
    while (!place.empty() && place.has_parent_path() && !std::filesystem::exists(place, code) &&
           place != place.parent_path()) {
        wanted = place.filename().string();
        place = place.parent_path();
    }
    for (std::filesystem::directory_iterator entry(place.empty() ? "." : place, code), end; !code && entry != end;
         entry.increment(code)) {
        auto const name = entry->path().filename().string();
        auto const there = small_letters(name);
        auto const sought = small_letters(wanted);
        if (name != wanted && (there == sought || there == sought + ".txt" || there + ".toml" == sought))
            return fmt::format("there is '{}': rename it to '{}'", name, wanted);
    }
    return "check the path";
}

Error unreadable(std::filesystem::path const& path, int code)
{
    auto const advice = [&]() -> std::string {
        switch (code) {
        case ENOENT: return nearest_existing_name(path);
        case ENOTDIR: return "check the path";
        case EACCES:
        case EPERM: return "whoever runs this needs the right to use it";
        case EIO:
        case ENODEV: return "a stick may have been taken out: put it in and try again";
        default: return "check the stick or the disk";
        }
    }();
    return {path.string(), fmt::format("cannot be read: {}", std::strerror(code)), advice, kind_of_system_error(code)};
}

Error no_file(std::filesystem::path const& path, std::string_view what)
{
    return {path.string(), fmt::format("is {}, not a file", what), "give a file"};
}

std::string_view kind_of(mode_t mode)
{
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    if (S_ISSOCK(mode)) return "a socket";
    return "a device";
}

} // namespace

Result<ReadableFile> ReadableFile::open(std::filesystem::path const& path, Links links)
{
    // Without O_NONBLOCK a pipe is waited on until somebody writes; of a regular file it changes nothing.
    auto const flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (links == Links::refused ? O_NOFOLLOW : 0);
    ReadableFile file(path, ::open(path.c_str(), flags));
    if (!file.descriptor_.ok()) {
        if (errno == ELOOP && links == Links::refused) return no_file(path, "a link");
        if (errno == ENXIO) return no_file(path, "a socket");
        return unreadable(path, errno);
    }
    struct stat status {};
    if (::fstat(file.descriptor(), &status) != 0) return unreadable(path, errno);
    if (!S_ISREG(status.st_mode)) return no_file(path, kind_of(status.st_mode));
    file.size_ = static_cast<std::uintmax_t>(status.st_size);
    return file;
}

Result<std::size_t> ReadableFile::read(char* into, std::size_t most)
{
    for (;;) {
        auto const count = ::read(descriptor(), into, most);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return unreadable(path_, errno);
    }
}

} // namespace kiosk
