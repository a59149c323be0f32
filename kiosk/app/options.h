// The command line of the kiosk. Owner: run.
#pragma once
#include "app/config.h"

#include <cstdint>
#include <variant>

namespace kiosk::app {

struct Options {
    Config config;
    std::optional<PanelSize> offscreen; // no window: a surface of this size
    std::optional<PanelSize> windowed;  // windows of this size rather than full screen
    std::filesystem::path script, shots, trace, measure;
    bool check = false;     // how the kiosk is, rather than to run it
    Seconds wait_for_display{0}; // where the kiosk is a service and its screen may come later
    std::uint64_t seed = 0;      // 0: by chance, in a window; 1 with a script
    Problems problems;           // of the configuration file
};

// The options, or the exit code after help or a fault was printed.
std::variant<Options, int> read_options(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::app
