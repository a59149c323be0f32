#include "program/setup/options.h"
#include "base/bounds.h"
#include "command_line/command_line.h"
#include "program/setup/hash_pin.h"
#include "system/exit_code.h"
#include "system/installed.h"
#include "system/print.h"

#include <cstdlib>
#include <fmt/format.h>
#include <limits>

namespace kiosk::program {

namespace {

// Of an installed kiosk (tools/system/kiosk.tmpfiles).
constexpr char const* kInstalledData = "/var/lib/kiosk/data";

// Where state of programs belongs (XDG Base Directory Specification).
std::filesystem::path default_data()
{
    if (auto const* state = std::getenv("XDG_STATE_HOME"); state && *state)
        return std::filesystem::path(state) / "kiosk";
    if (auto const* home = std::getenv("HOME"); home && *home)
        return std::filesystem::path(home) / ".local/state/kiosk";
    return "/var/lib/kiosk";
}

struct OptionTexts {
    std::string config, content, data, assets, offscreen, windowed, mode;
};

// The command line overrides the file, and the file the defaults.
std::optional<int> resolve(Options& options, OptionTexts const& texts, std::string const& default_content)
{
    auto& config = options.config;
    config.content = share_folder("content", default_content);
    config.data = default_data();
    config.assets = share_folder("assets", program_folder() / "assets");
    options.usual = {config.content, config.data, config.assets};
    if (!texts.config.empty()) {
        options.config_file = texts.config;
        auto read =
            settings::read_config_or_last_good(texts.config, texts.data, {options.usual.data, kInstalledData}, config);
        options.problems = std::move(read.problems);
        options.config_in_force = read.in_force;
    }
    if (!texts.content.empty()) {
        config.content = texts.content;
        options.content_from = ContentFrom::command_line;
    }
    if (!texts.data.empty()) config.data = texts.data;
    if (!options.probe.empty()) config.content = options.probe;
    if (!texts.assets.empty()) config.assets = texts.assets;
    if (!texts.mode.empty()) config.mode = settings::parse_mode(texts.mode);
    if (!texts.offscreen.empty()) {
        options.offscreen = settings::parse_panel_size(texts.offscreen);
        if (!options.offscreen)
            return fault(fmt::format("--offscreen {}: is not a size (write it as 1920x1080)", texts.offscreen));
    }
    if (!texts.windowed.empty()) {
        options.windowed = settings::parse_panel_size(texts.windowed);
        if (!options.windowed)
            return fault(fmt::format("--windowed {}: is not a size (write it as 1280x720)", texts.windowed));
    }
    if (options.offscreen && options.script.empty())
        return fault("--offscreen: there is nothing to do (add --script FILE)");
    if (options.offscreen && config.mode == settings::Mode::both)
        return fault("--offscreen: shows one screen (use --mode kiosk or --mode display)");
    if (!options.script.empty() && !options.offscreen) return fault("--script: is played offscreen (add --offscreen)");
    return std::nullopt;
}

} // namespace

std::variant<Options, int> read_options(int argc, char** argv, std::string const& default_content)
{
    Options options;
    OptionTexts texts;
    command_line::CommandLine cli("A touch kiosk against the sexual exploitation of children in travel and tourism.",
                                  "kiosk");
    cli.program().option("--config", texts.config, "how this kiosk is set up (TOML; see --print-config)");
    cli.program().option("--content", texts.content, "what visitors read");
    cli.program().option("--data", texts.data, "where the figures are kept");
    cli.program().option("--assets", texts.assets, "pictures and themes");
    cli.program()
        .option("--mode", texts.mode, "kiosk, display (for passers-by, without touch), or both on two screens")
        .one_of({"kiosk", "display", "both"});
    cli.program().option("--windowed", texts.windowed, "in a window of WIDTHxHEIGHT rather than full screen");
    cli.program().option("--offscreen", texts.offscreen, "without a display, WIDTHxHEIGHT; needs --script");
    cli.program().option("--script", options.script, "the visit to play, on a clock of its own");
    cli.program().option("--shots", options.shots, "folder for the pictures that the script asks for");
    cli.program().option("--trace", options.trace, "file for every changed scene, as text");
    cli.program().option("--measure", options.measure, "file for frame times, written at the end (JSON)");
    cli.program().option("--take-content", options.take_content,
                         "takes content and keys from this folder, as staff do; ends");
    cli.program().option("--probe", options.probe, "draws this content without showing it; needs --out").hidden();
    cli.program().option("--out", options.out).hidden();
    constexpr std::int64_t kMostSeed = std::numeric_limits<std::int64_t>::max();
    cli.program().option("--seed", options.seed, "which questions are drawn").whole_number({0, kMostSeed});
    cli.program().flag("--check", options.check, "says how everything is that the kiosk needs: green, amber or red");
    int patience = 0;
    std::int64_t store_interval = options.store_interval.count();
    cli.program()
        .option("--beat", store_interval, "seconds between two times that figures are stored; for tests")
        .whole_number({1, 3600})
        .hidden();
    cli.program()
        .option("--wait-for-display", patience, "seconds to wait for a screen before giving up with exit code 3")
        .whole_number({0, 3600});
    bool print_config = false;
    cli.program().flag("--print-config", print_config, "prints a configuration file with the defaults");
    bool hash_pin = false;
    cli.program().flag("--hash-pin", hash_pin, "asks for a PIN and prints what the configuration keeps of it");
    if (auto const code = cli.parse(argc, argv)) return *code == 0 ? 0 : 1;
    if (hash_pin) return hash_pin_at_terminal();
    if (print_config) {
        print_text(Channel::output, settings::default_config_text());
        return 0;
    }
    options.wait_for_display = Seconds(patience);
    options.store_interval = Seconds(store_interval);
    if (auto const code = resolve(options, texts, default_content)) return *code;
    return options;
}

} // namespace kiosk::program
