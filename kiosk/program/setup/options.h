// The command line of the kiosk. Owner: run.
#pragma once
#include "settings/last_good_config.h"

#include <cstdint>
#include <variant>

namespace kiosk::program {

// Where content comes from. A folder on the command line is shown even if there is content from a stick.
enum class ContentFrom { shelf, command_line };

// The folders where neither the configuration nor the command line names others.
struct DefaultFolders {
    std::filesystem::path content, data, assets;
};

struct Options {
    settings::Config config;
    DefaultFolders usual;
    ContentFrom content_from = ContentFrom::shelf;
    std::optional<settings::PanelSize> offscreen; // no window: a surface of this size
    std::optional<settings::PanelSize> windowed;  // windows of this size rather than full screen
    std::filesystem::path script, shots, trace, measure;
    bool check = false;                 // print the kiosk's health instead of running it
    Seconds wait_for_display{0};        // for a service that may start before its screen is on
    std::filesystem::path probe, out;   // content to be probed, and the folder for its previews
    std::filesystem::path take_content; // folder with content and keys to be taken, as staff do at the screen
    Seconds store_interval{300};        // interval at which figures are stored; others are for tests only
    std::uint64_t seed = 0;             // 0: random in a window, 1 with a script
    std::filesystem::path config_file;  // "" for none
    health::ConfigInForce config_in_force = health::ConfigInForce::as_written;
    Problems problems; // of the configuration file
};

// The options; or an exit code, after help or a fault was printed.
std::variant<Options, int> read_options(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::program
