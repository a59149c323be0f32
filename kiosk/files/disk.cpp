#include "files/disk.h"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>

namespace kiosk {

namespace {

void step(BeforeStep const& before, DiskStep what, std::filesystem::path const& path)
{
    if (before) before(what, path);
}

Error fault(std::filesystem::path const& path, std::string_view action, int code)
{
    return {path.string(), fmt::format("cannot be {}: {}", action, std::strerror(code)), "check the disk",
            kind_of_system_error(code)};
}

} // namespace

Result<> DiskFile::append(std::string_view bytes)
{
    step(before_, DiskStep::write, path_);
    return writer_.append(bytes);
}

Result<FileDigest> DiskFile::close()
{
    step(before_, DiskStep::sync_file, path_);
    return writer_.close();
}

Result<> Disk::make_folder(std::filesystem::path const& path) const
{
    step(before_, DiskStep::make_folder, path);
    std::error_code code;
    std::filesystem::create_directory(path, code);
    if (code) return fault(path, "made", code.value());
    return success();
}

Result<DiskFile> Disk::create(std::filesystem::path const& path) const
{
    step(before_, DiskStep::create, path);
    auto writer = FileWriter::create(path, Replace::leftover);
    if (!writer) return writer.error();
    return DiskFile(path, writer.take(), before_);
}

Result<> Disk::rename(std::filesystem::path const& from, std::filesystem::path const& to) const
{
    step(before_, DiskStep::rename, to);
    std::error_code code;
    std::filesystem::rename(from, to, code);
    if (code) return fault(to, "renamed", code.value());
    return success();
}

Result<> Disk::sync_folder(std::filesystem::path const& path) const
{
    step(before_, DiskStep::sync_folder, path);
    return kiosk::sync_folder(path);
}

Result<> Disk::remove(std::filesystem::path const& path) const
{
    std::error_code code;
    auto const kind = std::filesystem::symlink_status(path, code).type();
    if (kind == std::filesystem::file_type::not_found) return success();
    if (kind == std::filesystem::file_type::directory)
        for (std::filesystem::directory_iterator entry(path, code), end; !code && entry != end; entry.increment(code))
            KIOSK_TRY(remove(entry->path()));
    step(before_, DiskStep::remove, path);
    std::filesystem::remove(path, code);
    if (code) return fault(path, "removed", code.value());
    return success();
}

Result<> Disk::replace(std::filesystem::path const& path, std::string_view text) const
{
    auto beside = path;
    beside += ".new";
    auto file = create(beside);
    if (!file) return file.error();
    KIOSK_TRY(file.value().append(text));
    KIOSK_TRY(file.value().close());
    KIOSK_TRY(rename(beside, path));
    return sync_folder(path.parent_path());
}

} // namespace kiosk
