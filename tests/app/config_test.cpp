#include "app/config.h"
#include "base/files.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::app;

namespace {

std::string all_lines(Problems const& problems)
{
    std::string text;
    for (auto const& problem : problems) text += problem.line() + "\n";
    return text;
}

} // namespace

TEST_CASE("a mistyped key is said with its line and the right one, and the rest is read")
{
    test::TemporaryFolder folder;
    auto const file = folder / "kiosk.toml";
    REQUIRE(write_file_atomically(file, "name = \"brussels-1\"\nseting = \"fair\"\npanel_diagonal_inches = 3\n").ok());
    Config config;
    auto const lines = all_lines(read_config(file, config));
    CHECK(lines.find(
              "kiosk.toml:2:1: error: the configuration does not know the key 'seting' (did you mean 'setting'?)") !=
          std::string::npos);
    CHECK(lines.find("kiosk.toml:3:1: error: 'panel_diagonal_inches' must be a number from 7 to 120") !=
          std::string::npos);
    CHECK(config.name == "brussels-1");
    CHECK(config.setting == Setting::shop);
    CHECK(config.kiosk.panel_diagonal_inches == 0);
}

TEST_CASE("the printed defaults are a configuration without a fault")
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", default_config_text()).ok());
    Config config;
    CHECK(all_lines(read_config(folder / "kiosk.toml", config)).empty());
    CHECK(config.name == Config{}.name);
}

TEST_CASE("a configuration that is missing or no TOML is one line, and the defaults stand")
{
    test::TemporaryFolder folder;
    Config config;
    CHECK(read_config(folder / "none.toml", config).size() == 1);
    REQUIRE(write_file_atomically(folder / "broken.toml", "name = \n").ok());
    CHECK(read_config(folder / "broken.toml", config).size() == 1);
    CHECK(config.name == "kiosk");
}

TEST_CASE("a size of a panel is two numbers with a cross")
{
    CHECK(panel_size("1920x1080")->width == 1920);
    for (auto const* wrong : {"", "1920", "x", "1920x", "1920x1080x", "-5x100", "10x10", "99999x1080", "1920×1080"})
        CHECK_FALSE(panel_size(wrong));
}
