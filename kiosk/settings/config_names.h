// Who and where a kiosk is, as its configuration says it: its name, who has it, where it stands, which fair. Private to
// config.cpp.
#pragma once
#include "settings/config.h"
#include "toml/toml.h"

namespace kiosk::settings {

// Reads name, partner, country, zone, setting and [fair] of the whole configuration. What cannot be used is a Problem
// with its line and left out; a name that is none leaves "", since a kiosk must not count under another one's.
void read_names(toml::Value const& root, toml::TableReader& reader, Config& config, Problems& problems);

// A text that people read: one line without what cannot be seen, no longer than a column of figures bears; else a
// Problem, and "".
std::string read_label(toml::TableReader& reader, char const* key);

} // namespace kiosk::settings
