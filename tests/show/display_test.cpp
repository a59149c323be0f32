#include "show/display_screen.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;
using namespace kiosk::settings;
using namespace kiosk::show;
using namespace test;

namespace {

struct Fair {
    explicit Fair(float viewing_distance = 0)
    {
        parts.common.dayparts = &dayparts;
        parts.common.panel_diagonal_inches = 55;
        parts.viewing_distance = viewing_distance;
        show = std::make_unique<DisplayScreen>(
            parts, ui::StageOptions{ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::on_worker, {}},
            problems);
        player = std::make_unique<ScriptPlayer>(*show, clock, *display, PlayOptions{});
    }

    ManualClock clock;
    CountList counts;
    Dayparts dayparts;
    Problems problems;
    std::unique_ptr<platform::RenderTarget> display = platform::make_null_target(1920, 1080);
    DisplayScreenDependencies parts{
        {shipped_content(), *display, clock, shipped_themes(), counts, 1, 55, nullptr}, "ECPAT Belgium, 7.310", 0, {}};
    std::unique_ptr<DisplayScreen> show;
    std::unique_ptr<ScriptPlayer> player;
};

} // namespace

TEST_CASE("the display runs by itself for hours: what it counts are the codes it showed, and touching it does nothing")
{
    Fair fair;
    fair.player->wait(10min);
    fair.player->tap(Point{960, 540});
    fair.player->key("enter");
    fair.player->wait(50min);
    // Rounds of three sights of 14 s and a code of 20 s.
    CHECK(fair.counts.of(Measure::display_code) == 3600 / (3 * 14 + 20));
    CHECK(fair.counts.all.size() == static_cast<std::size_t>(fair.counts.of(Measure::display_code)));
    for (auto const& node : fair.show->scene().nodes()) CHECK(node.tap == ui::Tap::none);
    CHECK(fair.show->scene().says("ECPAT Belgium, 7.310"));
}

TEST_CASE("the place of a slide comes to life, breathes once, and rests in between: then a display draws nothing")
{
    Fair fair;
    auto const frames_in = [&](Duration time) {
        auto const before = fair.display->presented();
        fair.player->wait(time);
        return fair.display->presented() - before;
    };
    CHECK(frames_in(2s) > 20); // it comes
    CHECK(frames_in(2900ms) == 0);
    CHECK(frames_in(2100ms) > 20); // it breathes
    CHECK(frames_in(6s) == 0);
    CHECK(frames_in(2s) > 20); // the next slide
}

TEST_CASE("the code of a display is at least a tenth of the distance it is read from")
{
    for (float const distance : {2000.F, 3000.F, 4000.F}) {
        Fair fair(distance);
        CHECK(fair.problems.empty());
        while (!fair.show->scene().find("display.code")) fair.player->wait(1s);
        fair.player->wait(2s);
        ui::Layout const layout({fair.display->size(), 55});
        CAPTURE(distance);
        CHECK(layout.to_millimetres(fair.show->scene().find("display.code")->rect.width) >= distance / 10);
    }
}

TEST_CASE("a distance that the panel cannot carry is said, with how far it does carry, and the loop runs")
{
    Fair fair(10'000);
    REQUIRE(fair.problems.size() == 1);
    CHECK(fair.problems.front().line().find("a code read from 10.0 m needs 1000 mm; this panel of 55 inches is read "
                                            "from 4.1 m") != std::string::npos);
    fair.player->wait(2min);
    CHECK(fair.counts.of(Measure::display_code) > 0);
}

TEST_CASE("sums are told in tens, and not at all up to the threshold")
{
    CHECK(DisplayScreen::publishable(0, 10) == 0);
    CHECK(DisplayScreen::publishable(10, 10) == 0);
    CHECK(DisplayScreen::publishable(11, 10) == 10);
    CHECK(DisplayScreen::publishable(20, 10) == 10); // "more than 10"; more than 20 it is not
    CHECK(DisplayScreen::publishable(21, 10) == 20);
    CHECK(DisplayScreen::publishable(1000, 10) == 990);
}

TEST_CASE("the dayparts follow the clock of the place, through midnight and through summer time")
{
    std::vector<Daypart> const parts{{"evening", "dusk", 17 * 60}, {"day", "day", 8 * 60}};
    auto const name_at = [&](int month, int minute, Zone const& zone) {
        Dayparts const dayparts(parts, zone);
        auto const day = month == 11 ? 1795392000 : 1782172800; // 2026-11-23 and 2026-06-23, 00:00 UTC
        return dayparts.all()[dayparts.at(WallTime{day + minute * 60})].name;
    };
    auto const brussels = Zone::brussels(); // in November an hour ahead, in June two
    CHECK(name_at(11, 7 * 60, brussels) == "day");
    CHECK(name_at(11, 15 * 60 + 59, brussels) == "day");
    CHECK(name_at(11, 16 * 60, brussels) == "evening");
    CHECK(name_at(11, 23 * 60, brussels) == "evening"); // midnight
    CHECK(name_at(11, 6 * 60 + 59, brussels) == "evening");
    CHECK(name_at(6, 6 * 60, brussels) == "day");
    CHECK(name_at(6, 15 * 60, brussels) == "evening");
    auto const london = Zone::named("Europe/London").take();
    CHECK(name_at(11, 16 * 60, london) == "day");
    CHECK(name_at(6, 16 * 60, london) == "evening");
    for (auto const* wrong : {"", "8:30", "24:00", "12:60", "ab:cd", "08.30"}) CHECK_FALSE(parse_minutes_of_day(wrong));
    CHECK(parse_minutes_of_day("08:30") == 510);
}

// A screen at rest draws no further frame: who asked for a picture in the last one would wait for the next touch.
TEST_CASE("what was asked for by the last frame is decoded at once, however long the screen rests")
{
    auto display = platform::make_offscreen(1280, 720);
    REQUIRE(display.ok());
    ManualClock clock;
    CountList counts;
    Problems problems;
    DisplayScreen show(
        DisplayScreenDependencies{{shipped_content(), *display.value(), clock, shipped_themes(), counts}, "", 0, {}},
        {ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::on_worker, {}}, problems);
    REQUIRE(show.step());
    CHECK(show.time_until_due() == Duration(0));
    show.step(); // hands on what was asked for
    CHECK(show.time_until_due() > Duration(0));
}
