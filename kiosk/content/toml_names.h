// Sections and names of a TOML file as they come: how a heading is written, and what is there twice. Private to
// content/.
#pragma once
#include "content/toml_scan.h"

#include <map>

namespace kiosk::content {

class TomlNames {
public:
    // A line that begins with '['; `line` counts from 1.
    std::optional<ScanFault> heading(std::string_view text, int line);
    // A name before a '='.
    std::optional<ScanFault> name(std::string const& name, int line);

private:
    std::optional<ScanFault> section(std::string const& name, int line);
    std::optional<ScanFault> list(std::string const& name, int line);
    std::optional<ScanFault> begin(std::string const& name, int line);

    std::string section_;
    std::map<std::string, int> sections_, lists_, names_; // with their lines; names of this section
};

} // namespace kiosk::content
