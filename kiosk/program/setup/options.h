// The command line of the kiosk. Owner: run.
#pragma once
#include "settings/kept_config.h"

#include <cstdint>
#include <variant>

namespace kiosk::program {

// A folder that is named on the command line is shown, whatever came by stick.
enum class ContentFrom { shelf, command_line };

// Where everything lies that neither the configuration nor the command line has put elsewhere.
struct UsualFolders {
    std::filesystem::path content, data, assets;
};

struct Options {
    settings::Config config;
    UsualFolders usual;
    ContentFrom content_from = ContentFrom::shelf;
    std::optional<settings::PanelSize> offscreen; // no window: a surface of this size
    std::optional<settings::PanelSize> windowed;  // windows of this size rather than full screen
    std::filesystem::path script, shots, trace, measure;
    bool check = false;                 // how the kiosk is, rather than to run it
    Seconds wait_for_display{0};        // where the kiosk is a service and its screen may come later
    std::filesystem::path probe, out;   // content to be drawn, and the folder for its previews
    std::filesystem::path take_content; // a folder with packs to be taken, in place of staff at the screen
    Seconds beat{300};                  // of the figures; another one is for tests only
    std::uint64_t seed = 0;             // 0: by chance, in a window; 1 with a script
    std::filesystem::path config_file;  // "" for none
    settings::ConfigStands config_stands = settings::ConfigStands::itself;
    Problems problems; // of the configuration file
};

// The options, or the exit code after help or a fault was printed.
std::variant<Options, int> read_options(int argc, char** argv, std::string const& default_content);

} // namespace kiosk::program
