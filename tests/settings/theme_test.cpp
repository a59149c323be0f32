#include "files/files.h"
#include "settings/themes.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

TEST_CASE("every pair of colours that can meet is readable, in every theme")
{
    for (auto const* name : {"dusk", "day", "contrast"}) {
        Problems problems;
        auto const theme =
            settings::read_theme(test::sources() / "assets/themes" / (std::string(name) + ".toml"), problems);
        CHECK(problems.empty());
        CAPTURE(name);
        for (auto const& pair : contrast_requirements()) {
            auto const both = std::string(ui::name(pair.ink)) + " on " + std::string(ui::name(pair.on));
            CAPTURE(both);
            CHECK(contrast(theme[pair.ink], theme[pair.on]) >= pair.least);
        }
    }
}

TEST_CASE(
    "a theme with an unknown role, a missing one and a colour that is none is said line by line, and still a theme")
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "odd.toml",
                                  "name = \"odd\"\n[colors]\nground = \"#112233\"\ntxt = \"#FFFFFF\"\n"
                                  "text = \"white\"\n")
                .ok());
    Problems problems;
    auto const theme = settings::read_theme(folder / "odd.toml", problems);
    CHECK(theme[Ink::ground] == Color{0x11, 0x22, 0x33, 255});
    CHECK(theme[Ink::text] == built_in_theme()[Ink::text]);
    bool unknown = false;
    bool no_color = false;
    for (auto const& problem : problems) {
        unknown =
            unknown || problem.line().find("does not know the key 'txt' (did you mean 'text'?)") != std::string::npos;
        no_color = no_color || problem.line().find("odd.toml:5:1: error: 'white' is not a colour") != std::string::npos;
    }
    CHECK(unknown);
    CHECK(no_color);
}

TEST_CASE("words that cannot be read on their ground are said and become black or white")
{
    test::TemporaryFolder folder;
    auto text = read_file(test::sources() / "assets/themes/dusk.toml").value();
    auto const at = text.find("text = \"#FFFFFF\"");
    REQUIRE(at != std::string::npos);
    text.replace(at, 16, "text = \"#16293F\"");
    REQUIRE(write_file_atomically(folder / "dark.toml", text).ok());
    Problems problems;
    auto const theme = settings::read_theme(folder / "dark.toml", problems);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().line().find("'text' on 'ground' has a contrast of") != std::string::npos);
    CHECK(theme[Ink::text] == Color{255, 255, 255, 255});
}
