// Scans a TOML file line by line, as far as people write such files, to find a fault and the line where it was made;
// the parser only knows where it stopped. Reports nothing that the parser accepts. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

struct ScanFault {
    int line = 0; // from 1
    std::string message, advice;
};

// The first fault of the file; nothing where none is recognised.
std::optional<ScanFault> scan_toml(std::string_view bytes);

} // namespace kiosk::toml
