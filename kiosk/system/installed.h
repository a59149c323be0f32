// Where what belongs to the programs lies: beside their folder once they are installed (/usr/bin and /usr/share/kiosk),
// before that where they were built.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

// The folder the running program lies in.
std::filesystem::path program_folder();

// The folder that bin and share/kiosk lie in, "/usr"; none where the running program is not installed.
std::optional<std::filesystem::path> installed_below();

// share/kiosk/<name> beside that folder, if it is there.
std::filesystem::path shared_folder(std::string const& name, std::filesystem::path const& otherwise);

} // namespace kiosk
