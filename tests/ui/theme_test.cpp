#include "app/themes.h"
#include "base/files.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

TEST_CASE("every pair of colours that can meet is readable, in every theme")
{
    for (auto const* name : {"dusk", "day", "contrast"}) {
        Problems problems;
        auto const theme = app::read_theme(test::sources() / "assets/themes" / (std::string(name) + ".toml"), problems);
        CHECK(problems.empty());
        CAPTURE(name);
        for (auto const& [ink, on] :
             {std::pair{Ink::text, Ink::ground}, std::pair{Ink::text, Ink::raised}, std::pair{Ink::quiet, Ink::ground},
              std::pair{Ink::quiet, Ink::raised}, std::pair{Ink::on_action, Ink::action},
              std::pair{Ink::on_calm, Ink::calm}, std::pair{Ink::on_alarm, Ink::alarm},
              std::pair{Ink::right, Ink::raised}, std::pair{Ink::right, Ink::ground},
              std::pair{Ink::reconsider, Ink::raised}, std::pair{Ink::code_dark, Ink::code_light}}) {
            auto const pair = std::string(ui::name(ink)) + " on " + std::string(ui::name(on));
            CAPTURE(pair);
            CHECK(contrast(theme[ink], theme[on]) >= 7);
        }
        // Icons and borders: 3:1 (WCAG 1.4.11); large accents 4.5:1.
        CHECK(contrast(theme[Ink::line], theme[Ink::ground]) >= 3);
        CHECK(contrast(theme[Ink::action], theme[Ink::ground]) >= 4.5);
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
    auto const theme = app::read_theme(folder / "odd.toml", problems);
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
