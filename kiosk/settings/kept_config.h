// The configuration as it was last read without a fault, kept beside the figures: a mistyped line in the file must not
// make another kiosk of it, with other figures, another name and no way in for staff. Where the file has a fault, all
// of the kept one stands in; without one, what stands above the fault holds, and defaults for the rest. Owner: main.
#pragma once
#include "settings/config.h"

namespace kiosk::settings {

constexpr char const* kKeptConfigFile = "configuration-kept.toml"; // in the folder of the figures

// What stands in for a file with a fault.
enum class ConfigStands {
    itself, // the file has none
    kept,   // the one that was kept
    partly  // what can be used of the file
};

struct ConfigRead {
    Problems problems; // of the file
    ConfigStands stands = ConfigStands::itself;
};

// Puts what `file` says over the defaults, or what the kept one said. It is looked for where the command line has the
// figures (`data`, "" for nothing said), where the part of the file that can be read has them, and in `usual`. Writes
// nothing.
ConfigRead read_or_kept_config(std::filesystem::path const& file, std::filesystem::path const& data,
                               std::vector<std::filesystem::path> const& usual, Config& config);

// Keeps a file that was read without a fault, in `data` if that is there. What is kept of it already is not written
// again; a failure is left for the next start.
void keep_config(std::filesystem::path const& file, std::filesystem::path const& data);

} // namespace kiosk::settings
