// Where the programs find their own files: in share/kiosk beside their bin folder once they are installed (/usr/bin and
// /usr/share/kiosk), in the build folder before that.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

// The folder of the running program.
std::filesystem::path program_folder();

// The folder above bin and share/kiosk, "/usr"; none where the running program is not installed.
std::optional<std::filesystem::path> install_prefix();

// share/kiosk/<name> where it exists, else `otherwise`.
std::filesystem::path share_folder(std::string const& name, std::filesystem::path const& otherwise);

} // namespace kiosk
