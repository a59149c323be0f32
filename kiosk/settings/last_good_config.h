// A copy of the last configuration without a fault, stored in the folder of the figures. Where the configuration has a
// fault, the whole copy is used in its place: a mistyped line must not turn the kiosk into another one, with another
// name, other figures and no way in for staff. Without a copy the part above the fault is used, with defaults for the
// rest.
#pragma once
#include "health/config_in_force.h"
#include "settings/config.h"

namespace kiosk::settings {

constexpr char const* kLastGoodConfigFile = "configuration-kept.toml"; // in the folder of the figures

struct ConfigRead {
    Problems problems; // of the file
    health::ConfigInForce in_force = health::ConfigInForce::as_written;
};

// Overrides `config` with the file, or with the copy. The copy is looked for in `data` (the option --data; "" without
// it), in the data folder that the readable part of the file names, and in `usual`. Writes nothing.
ConfigRead read_config_or_last_good(std::filesystem::path const& file, std::filesystem::path const& data,
                                    std::vector<std::filesystem::path> const& usual, Config& config);

// Copies a file that was read without a fault to `data`, if that folder exists. An identical copy is not written again;
// a failure is left for the next start.
void save_last_good_config(std::filesystem::path const& file, std::filesystem::path const& data);

} // namespace kiosk::settings
