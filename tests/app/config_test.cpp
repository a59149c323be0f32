#include "app/config.h"
#include "base/files.h"
#include "staff/pin.h"
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

TEST_CASE("a data folder that may come late is awaited only where the configuration says so, with true or false")
{
    test::TemporaryFolder folder;
    Config config;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", "wait_for_data = true\n").ok());
    CHECK(all_lines(read_config(folder / "kiosk.toml", config)).empty());
    CHECK(config.wait_for_data);
    REQUIRE(write_file_atomically(folder / "kiosk.toml", "wait_for_data = \"yes\"\n").ok());
    Config defaults;
    CHECK(all_lines(read_config(folder / "kiosk.toml", defaults)).find("'wait_for_data' must be true or false") !=
          std::string::npos);
    CHECK_FALSE(defaults.wait_for_data);
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

namespace {

Config read_text(std::string const& text, std::string& lines)
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", text).ok());
    Config config;
    lines = all_lines(read_config(folder / "kiosk.toml", config));
    return config;
}

} // namespace

std::string const kHash = staff::hash_pin(Secret("246813")).take();

TEST_CASE("what staff and figures need is read")
{
    std::string lines;
    auto const config = read_text("partner = \"Reisbureau Zonnig\"\ncountry = \"BE\"\n[fair]\nname = \"Salon\"\n"
                                  "from = \"2027-02-04\"\nto = \"2027-02-07\"\n[staff]\npin_hash = \"" +
                                      kHash +
                                      "\"\nshuffle = true\n"
                                      "[export]\nlanguage = \"fr\"\nfolders = [\"/mnt\"]\npublic_key = \"" +
                                      std::string(64, 'a') + "\"\n",
                                  lines);
    CHECK(lines.empty());
    CHECK(config.partner == "Reisbureau Zonnig");
    CHECK(config.country == "BE");
    CHECK(config.fair.name == "Salon");
    CHECK(config.fair.to == "2027-02-07");
    CHECK(config.staff.pin_hash == kHash);
    CHECK(config.staff.shuffle);
    CHECK(config.exporting.language == "fr");
    CHECK(config.exporting.public_key.size() == 64);
    REQUIRE(config.exporting.folders.size() == 1);
    CHECK(config.exporting.folders.front() == "/mnt");
}

TEST_CASE("a PIN that stands in the open is refused without repeating it, and what is no hash is none")
{
    for (auto const* line : {"pin = \"246813\"", "pin_hash = \"246813\"", "pin_hash = \"$argon2id$v=19$\""}) {
        std::string lines;
        auto const config = read_text("[staff]\n" + std::string(line) + "\n", lines);
        CHECK(lines.find("kiosk.toml:2:1: error: ") != std::string::npos);
        CHECK(lines.find("kiosk --hash-pin") != std::string::npos);
        CHECK(lines.find("246813") == std::string::npos);
        CHECK(config.staff.pin_hash.empty());
    }
}

TEST_CASE("languages and idle times of this one kiosk are read, and what they cannot be is said")
{
    std::string lines;
    auto config = read_text("languages = [\"nl\", \"fr\"]\n[idle]\nseconds = 45\nreporting = 20\n", lines);
    CHECK(lines.empty());
    CHECK(config.languages == std::vector<std::string>{"nl", "fr"});
    CHECK(config.idle.usual == 45);
    CHECK(config.idle.reading == 0);
    CHECK(config.idle.reporting == 20);
    config = read_text("languages = [\"Dutch\"]\n[idle]\nwarning = 5\nspeed = 3\n", lines);
    CHECK(lines.find("'Dutch' is no language") != std::string::npos);
    CHECK(lines.find("'warning'") != std::string::npos); // WCAG 2.2.1: 20 s at least
    CHECK(lines.find("'speed'") != std::string::npos);
    CHECK(config.languages.empty());
    CHECK(config.idle.warning == 0);
}

TEST_CASE("a fair without two days in their order is none")
{
    for (auto const* days :
         {"from = \"2027-02-04\"\n", "from = \"2027-02-30\"\nto = \"2027-03-02\"\n",
          "from = \"2027-02-04\"\nto = \"2027-02-03\"\n", "from = \"4.2.2027\"\nto = \"2027-02-07\"\n"}) {
        std::string lines;
        auto const config = read_text("[fair]\n" + std::string(days), lines);
        CHECK(lines.find("kiosk.toml:") != std::string::npos);
        CHECK(config.fair.from.empty());
        CHECK(config.fair.to.empty());
    }
}

TEST_CASE("countries, languages and keys have a shape")
{
    std::string lines;
    auto const config =
        read_text("country = \"Belgium\"\n[export]\nlanguage = \"French\"\npublic_key = \"abc\"\n", lines);
    for (auto const* said : {"'country' is no country", "'language' is no language", "'public_key' is no key"})
        CHECK_MESSAGE(lines.find(said) != std::string::npos, said);
    CHECK(config.country.empty());
    CHECK(config.exporting.language.empty());
    CHECK(config.exporting.public_key.empty());
}

TEST_CASE("keys of content by stick are read, and what is none is said and left out")
{
    std::string lines;
    auto const config = read_text("[updates]\nkeys = [\"" + std::string(64, 'b') + "\", \"abc\"]\nepoch = 3\n", lines);
    CHECK(lines.find("kiosk.toml:2:1: error: 'keys' holds something that is no key") != std::string::npos);
    REQUIRE(config.updates.keys.size() == 1);
    CHECK(config.updates.epoch == 3);
    CHECK(Config{}.updates.keys.empty());
}

TEST_CASE("a kiosk stands in a zone; a wrong one is said with its line and the nearest, and Brussels stands in")
{
    std::string lines;
    CHECK(read_text("zone = \"Europe/London\"\n", lines).zone.name() == "Europe/London");
    CHECK(lines.empty());
    CHECK(read_text("", lines).zone.name() == "Europe/Brussels");
    CHECK(read_text("name = \"a\"\nzone = \"Europe/Lundon\"\n", lines).zone.name() == "Europe/Brussels");
    CHECK(lines.find("kiosk.toml:2:1: error: 'Europe/Lundon' is no time zone; Europe/Brussels stands in (did you mean "
                     "'Europe/London'?)") != std::string::npos);
    read_text("zone = 1\n", lines);
    CHECK(lines.find("'zone' must be a text") != std::string::npos);
}
