#include "settings/last_good_config.h"
#include "files/files.h"

#include <fmt/format.h>
#include <optional>

namespace kiosk::settings {

namespace {

// Which file was kept: two kiosks of one user, as on a developer's machine, may have one folder by default.
std::string first_line(std::filesystem::path const& file)
{
    std::error_code ignored;
    return fmt::format("# Kept of {}, as it was last read without a fault. What is changed here is lost.\n",
                       std::filesystem::absolute(file, ignored).string());
}

// The configuration that was kept of this file in this folder, over `defaults`.
std::optional<Config> last_good_in(std::filesystem::path const& folder, std::filesystem::path const& file,
                                   Config const& defaults)
{
    if (folder.empty()) return std::nullopt;
    auto const kept = folder / kLastGoodConfigFile;
    auto const bytes = read_file(kept);
    if (!bytes || !bytes.value().starts_with(first_line(file))) return std::nullopt;
    auto config = defaults;
    if (count(read_config(kept, config), Severity::error) > 0) return std::nullopt;
    return config;
}

} // namespace

ConfigRead read_config_or_last_good(std::filesystem::path const& file, std::filesystem::path const& data,
                                    std::vector<std::filesystem::path> const& usual, Config& config)
{
    auto const defaults = config;
    ConfigRead read;
    read.problems = read_config(file, config);
    if (count(read.problems, Severity::error) == 0) return read;
    std::vector<std::filesystem::path> folders{data, config.data};
    folders.insert(folders.end(), usual.begin(), usual.end());
    for (auto const& folder : folders)
        if (auto kept = last_good_in(folder, file, defaults)) {
            config = std::move(*kept);
            read.in_force = health::ConfigInForce::kept;
            return read;
        }
    read.in_force = health::ConfigInForce::partly;
    return read;
}

void save_last_good_config(std::filesystem::path const& file, std::filesystem::path const& data)
{
    std::error_code ignored;
    if (!std::filesystem::is_directory(data, ignored)) return;
    auto const bytes = read_file(file);
    if (!bytes) return;
    auto const kept = first_line(file) + bytes.value();
    auto const path = data / kLastGoodConfigFile;
    if (auto const there = read_file(path); there && there.value() == kept) return;
    (void)write_file_atomically(path, kept);
}

} // namespace kiosk::settings
