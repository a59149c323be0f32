#include "system/installed.h"

namespace kiosk {

std::filesystem::path program_folder()
{
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

std::optional<std::filesystem::path> install_prefix()
{
    auto const folder = program_folder().parent_path();
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder / "share/kiosk", ignored)) return std::nullopt;
    return folder;
}

std::filesystem::path share_folder(std::string const& name, std::filesystem::path const& otherwise)
{
    auto const installed = program_folder().parent_path() / "share/kiosk" / name;
    std::error_code ignored;
    return std::filesystem::is_directory(installed, ignored) ? installed : otherwise;
}

} // namespace kiosk
