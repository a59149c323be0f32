// Reads a TOML file as far as people write one, line by line, to find what is wrong with it in their words, and at the
// line where it was done: the parser tells where it stopped. It holds nothing for a fault that the parser takes. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

struct ScanFault {
    int line = 0; // from 1
    std::string message, advice;
};

// The first fault from above; nothing where this reader sees none.
std::optional<ScanFault> scan_toml(std::string_view bytes);

} // namespace kiosk::toml
