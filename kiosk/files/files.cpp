#include "files/files.h"
#include "files/file_writer.h"
#include "files/new_file.h"
#include "files/readable_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

namespace kiosk {

namespace {

std::string advice_for(int code)
{
    switch (code) {
    case ENOENT: return "check the path";
    case EACCES:
    case EPERM: return "whoever runs this needs the right to use it";
    case ENOSPC: return "free some space on the disk";
    case EROFS: return "the disk is mounted read-only: mount it for writing";
    default: return "check the path and the disk";
    }
}

Error system_error(std::filesystem::path const& path, std::string_view action, int code)
{
    return {path.string(), fmt::format("cannot {}: {}", action, std::strerror(code)), advice_for(code),
            kind_of_system_error(code)};
}

Result<> write_and_sync(std::filesystem::path const& path, std::string_view bytes)
{
    auto const file = make_file(path, Replace::leftover);
    if (!file) return file.error();
    KIOSK_TRY(write_all(file.value(), bytes, path));
    if (::fsync(file.value().number()) != 0) return system_error(path, "write", errno);
    return success();
}

} // namespace

Result<std::string> read_file(std::filesystem::path const& path, std::uintmax_t largest)
{
    auto file = ReadableFile::open(path);
    if (!file) return file.error();
    auto const size = file.value().size();
    if (size > largest)
        return Error{path.string(), fmt::format("is {} bytes long", size),
                     fmt::format("use a file below {} MiB", largest >> 20U)};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        auto const count = file.value().read(bytes.data() + filled, bytes.size() - filled);
        if (!count) return count.error();
        if (count.value() == 0) break; // it was made shorter meanwhile
        filled += count.value();
    }
    bytes.resize(filled);
    return bytes;
}

Result<std::string> read_kernel_file(std::filesystem::path const& path)
{
    constexpr std::size_t kMost = 4096;
    auto file = ReadableFile::open(path);
    if (!file) return file.error();
    std::string bytes(kMost, '\0');
    auto const count = file.value().read(bytes.data(), bytes.size());
    if (!count) return count.error();
    bytes.resize(count.value());
    return bytes;
}

Result<> write_file_atomically(std::filesystem::path const& path, std::string_view bytes)
{
    auto beside = path;
    beside += ".new";
    if (auto written = write_and_sync(beside, bytes); !written) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return Error{path.string(), written.error().message, written.error().advice, written.error().kind};
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) return system_error(path, "write", errno);
    // Until the folder is on the disk too, a power cut brings the old file back.
    return sync_folder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

Result<> make_folder(std::filesystem::path const& path)
{
    std::error_code code;
    std::filesystem::create_directories(path, code);
    std::error_code ignored;
    if (code && !std::filesystem::is_directory(path, ignored))
        return system_error(path, "make the folder", code.value());
    return success();
}

std::vector<std::filesystem::path> list_folder(std::filesystem::path const& path)
{
    std::vector<std::filesystem::path> names;
    std::error_code code;
    for (std::filesystem::directory_iterator entry(path, code), end; !code && entry != end; entry.increment(code))
        names.push_back(entry->path());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace kiosk
