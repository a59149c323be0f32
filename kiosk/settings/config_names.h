// The part of a configuration that identifies a kiosk: name, partner, country, zone, setting, fair. Private to
// config.cpp.
#pragma once
#include "settings/config.h"
#include "toml/toml.h"

namespace kiosk::settings {

// What cannot be used is a Problem with its line, and is left out. An invalid name leaves "", since a kiosk must not
// count under the name of another.
void read_names(toml::Value const& root, toml::TableReader& reader, Config& config, Problems& problems);

// A text that people read, as figures/label_rules.h allows it: one short line without invisible characters. Else a
// Problem, and "".
std::string read_label(toml::TableReader& reader, char const* key);

} // namespace kiosk::settings
