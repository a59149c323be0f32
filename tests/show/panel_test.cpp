// The panel of a whole kiosk: which touches wake it and which are passed on, when it dims, and how the picture moves.
#include "show/display_screen.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;
using namespace kiosk::settings;
using namespace kiosk::show;
using namespace test;

namespace {

// Open from 10:00 to 18:00; the clock of a test begins at 10:00 in Brussels.
OpeningHours const& shop_hours()
{
    static OpeningHours const hours = [] {
        std::array<std::optional<OpenDay>, 7> week;
        week.fill(OpenDay{{10 * 60, 18 * 60}});
        return OpeningHours(week, {});
    }();
    return hours;
}

// 17:58 in Brussels on the day that a test's clock begins with.
constexpr WallTime kTwoToSix{ManualClock::kDefaultWall.unix_seconds + 8 * 3600 - 120};

struct Shop {
    Shop()
        : kiosk([] {
              KioskOptions options;
              options.hours = &shop_hours();
              return options;
          }())
    {
        kiosk.clock().set_wall(kTwoToSix);
    }
    ScreenSaverPhase phase() { return kiosk.app().panel().phase(); }
    void until_closed() { kiosk.wait(2min + 20s); }

    Kiosk kiosk;
};

ui::FingerEvent finger(ui::FingerPhase phase, Point point, std::int64_t id = 0) { return {phase, id, point}; }

} // namespace

TEST_CASE("after closing time the kiosk dims, goes black and may be switched off; in the morning it is as it was")
{
    Shop shop;
    auto& kiosk = shop.kiosk;
    kiosk.wait(1min);
    CHECK(shop.phase() == ScreenSaverPhase::open);
    CHECK(kiosk.has("attract.begin"));
    kiosk.wait(1min + 20s);
    CHECK(shop.phase() == ScreenSaverPhase::dim);
    CHECK(kiosk.scene().targets().empty());
    CHECK(kiosk.has("asleep.wake"));
    CHECK(kiosk.app().panel().brightness() < 0.5F);
    kiosk.wait(10min);
    CHECK(shop.phase() == ScreenSaverPhase::black);
    CHECK(kiosk.has("asleep.dark"));
    CHECK(kiosk.app().panel().brightness() == 0);
    kiosk.wait(1min);
    CHECK(shop.phase() == ScreenSaverPhase::off);
    kiosk.clock().set_wall({kTwoToSix.unix_seconds + 16 * 3600 + 180}); // 10:01
    kiosk.wait(20s);
    CHECK(shop.phase() == ScreenSaverPhase::open);
    CHECK(kiosk.has("attract.begin"));
    CHECK(kiosk.app().panel().brightness() == 1);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("in the dark the first touch only wakes: it is taken whole, begins nothing and counts nothing")
{
    Shop shop;
    auto& kiosk = shop.kiosk;
    shop.until_closed();
    kiosk.wait(12min);
    REQUIRE(shop.phase() == ScreenSaverPhase::off);
    auto const before = kiosk.presented();
    kiosk.app().push(finger(ui::FingerPhase::down, {960, 540}));
    kiosk.wait(1ms);
    CHECK(shop.phase() == ScreenSaverPhase::open);
    CHECK(kiosk.presented() > before); // the answer is the very next frame
    CHECK(kiosk.has("attract.begin"));
    // A second finger of the same hand, and the lifting of both.
    kiosk.app().push(finger(ui::FingerPhase::down, {300, 540}, 1));
    kiosk.app().push(finger(ui::FingerPhase::move, {600, 540}));
    kiosk.app().push(finger(ui::FingerPhase::up, {300, 540}, 1));
    kiosk.app().push(finger(ui::FingerPhase::up, {960, 540}));
    kiosk.wait(1s);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.counts().all.empty());
    kiosk.tap_at(960, 540);
    CHECK(kiosk.screen() == Screen::language);
}

TEST_CASE("a key wakes, too, and does nothing else; the screen stays awake for five minutes after the last touch")
{
    Shop shop;
    auto& kiosk = shop.kiosk;
    shop.until_closed();
    kiosk.key("enter");
    CHECK(shop.phase() == ScreenSaverPhase::open);
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.wait(4min + 50s);
    CHECK(shop.phase() == ScreenSaverPhase::open);
    kiosk.wait(20s);
    CHECK(shop.phase() == ScreenSaverPhase::dim);
}

TEST_CASE("a visit that began before closing time goes on until its end")
{
    Shop shop;
    auto& kiosk = shop.kiosk;
    kiosk.wait(1min);
    kiosk.begin();
    for (int i = 0; i < 40; ++i) {
        kiosk.wait(30s);
        kiosk.tap(kiosk.screen() == Screen::home ? "bar.reading" : "bar.home");
        CHECK(shop.phase() == ScreenSaverPhase::open);
    }
    kiosk.tap("bar.leave");
    kiosk.wait(4min);
    CHECK(shop.phase() == ScreenSaverPhase::open);
    kiosk.wait(2min);
    CHECK(shop.phase() == ScreenSaverPhase::dim);
    CHECK(kiosk.counts().of(Measure::visits) == 1);
}

TEST_CASE("a clock that is wrong never makes a screen dark")
{
    for (std::int64_t const wrong : {0LL, 946684800LL, 2300000000LL, 4102444800LL}) { // 1970, 2000, 2042, 2100
        Shop shop;
        for (int hour = 0; hour < 24; ++hour) {
            shop.kiosk.clock().set_wall({wrong + hour * 3600});
            shop.kiosk.wait(11s);
            CHECK(shop.phase() == ScreenSaverPhase::open);
        }
    }
    // Plausible by itself, but this kiosk has seen later days.
    CountList doubtful;
    doubtful.trusted = false;
    KioskOptions options;
    options.hours = &shop_hours();
    options.sink = &doubtful;
    Kiosk kiosk(options);
    kiosk.clock().set_wall(kTwoToSix);
    kiosk.wait(5min);
    CHECK(kiosk.app().panel().phase() == ScreenSaverPhase::open);
}

TEST_CASE("the display sleeps with the kiosk: no code is shown, and none is counted")
{
    ManualClock clock;
    CountList counts;
    Problems problems;
    auto display = platform::make_null_target(1920, 1080);
    DisplayScreenDependencies parts{{shipped_content(), *display, clock, shipped_themes(), counts, 1, 55}, "", 0, {}};
    parts.common.hours = &shop_hours();
    DisplayScreen show(parts, {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::on_worker, {}},
                       problems);
    ScriptPlayer player(show, clock, *display, PlayOptions{});
    clock.set_wall(kTwoToSix);
    player.wait(2min + 20s);
    CHECK(show.panel().phase() == ScreenSaverPhase::dim);
    auto const counted = counts.all.size();
    CHECK(counted > 0);
    player.wait(12min);
    CHECK(show.panel().phase() == ScreenSaverPhase::off);
    CHECK(counts.all.size() == counted);
    auto const before = display->presented();
    player.wait(60s);
    CHECK(display->presented() >= before + 5); // what a watchdog looks for
    CHECK(display->presented() <= before + 8);
    clock.set_wall({kTwoToSix.unix_seconds + 17 * 3600});
    player.wait(1min);
    CHECK(show.panel().phase() == ScreenSaverPhase::open);
    CHECK(counts.all.size() > counted);
}

TEST_CASE("an untouched picture drifts, what is touched drifts with it, and a visit stands in its place")
{
    Kiosk kiosk;
    auto const before = kiosk.scene().find("attract.language.fr")->rect;
    kiosk.wait(50s);
    CHECK(kiosk.scene().find("attract.language.fr")->rect == before);
    kiosk.wait(8min);
    auto const drifted = kiosk.scene().find("attract.language.fr")->rect;
    CHECK_FALSE(drifted == before);
    CHECK(std::abs(drifted.x - before.x) <= 2 * kDriftRadius);
    CHECK(std::abs(drifted.y - before.y) <= 2 * kDriftRadius);
    CHECK(kiosk.app().panel().shift() == Point{drifted.x - before.x, drifted.y - before.y});
    // The very corner of what is drawn is what can be touched.
    kiosk.tap_at(drifted.x + 0.5F, drifted.y + 0.5F);
    CHECK(kiosk.screen() == Screen::home);
    Kiosk fresh;
    fresh.tap("attract.language.fr");
    kiosk.wait(1s);
    fresh.wait(1s);
    CHECK(kiosk.scene().dump() == fresh.scene().dump());
}

TEST_CASE("a finger that rests for longer than any hand is let go, and its button with it")
{
    Kiosk kiosk;
    kiosk.begin();
    auto const quiz = kiosk.scene().find("bar.report")->rect.centre();
    kiosk.wait(1s);
    kiosk.app().push(finger(ui::FingerPhase::down, quiz, 5));
    kiosk.wait(1s);
    CHECK(kiosk.app().stage().input().pressed() == "bar.report");
    kiosk.wait(20s);
    CHECK(kiosk.app().stage().input().pressed().empty());
    CHECK_FALSE(kiosk.app().stage().input().finger_is_down());
    CHECK(kiosk.screen() == Screen::home);
    kiosk.tap("bar.leave"); // another finger
    CHECK(kiosk.screen() == Screen::neutral);
    // Told to the machine log once a day: which fault, and nothing else.
    CHECK(kiosk.counts().notes == std::vector<std::string>{"fault: touch: a contact that does not end"});
    for (int i = 0; i < 3; ++i) {
        kiosk.app().push(finger(ui::FingerPhase::down, quiz, 10 + i));
        kiosk.wait(30s);
        kiosk.app().push(finger(ui::FingerPhase::up, quiz, 10 + i));
    }
    CHECK(kiosk.app().panel().faults().stuck == 4);
    CHECK(kiosk.counts().notes.size() == 1);
    kiosk.clock().advance(24h);
    kiosk.wait(1s);
    kiosk.app().push(finger(ui::FingerPhase::down, quiz, 20));
    kiosk.wait(30s);
    CHECK(kiosk.counts().notes.size() == 2);
}

TEST_CASE("while no panel can be touched the attract loop says so and shows a code; keys still begin")
{
    Kiosk kiosk;
    kiosk.app().panel().set_touch(TouchPresence::missing);
    kiosk.wait(10ms);
    CHECK(kiosk.has("attract.resting"));
    REQUIRE(kiosk.has("attract.code"));
    CHECK_FALSE(kiosk.has("attract.touch"));
    CHECK_FALSE(kiosk.has("attract.language.fr"));
    auto const first = kiosk.scene().find("attract.code")->rect;
    kiosk.wait(12s);
    auto const second = kiosk.scene().find("attract.code")->rect;
    CHECK_FALSE(first.overlaps(second)); // the brightest thing there is changes its place
    kiosk.app().panel().set_touch(TouchPresence::present);
    kiosk.wait(10ms);
    CHECK(kiosk.has("attract.touch"));
    CHECK_FALSE(kiosk.has("attract.resting"));
}

TEST_CASE("after the machine has slept nobody is there: the visit has ended as idle")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap("bar.report");
    kiosk.app().push(finger(ui::FingerPhase::down, {960, 540}));
    kiosk.wait(10ms);
    auto const before = kiosk.presented();
    kiosk.app().resume();
    kiosk.wait(10ms);
    CHECK(kiosk.presented() > before);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.counts().of(Measure::visit_ended, "idle") == 1);
    CHECK(kiosk.state() == visit::fresh_state(kiosk.app().content(), kiosk.state().entered));
    CHECK_FALSE(kiosk.app().stage().input().finger_is_down());
    auto const counted = kiosk.counts().all.size();
    kiosk.app().resume(); // nobody was there: nothing is counted
    kiosk.wait(10ms);
    CHECK(kiosk.counts().all.size() == counted);
}

TEST_CASE("in eight hours of the attract loop nothing bright stays where it is")
{
    auto display = platform::make_offscreen(1280, 720);
    REQUIRE(display.ok());
    ManualClock clock;
    CountList counts;
    Problems problems;
    KioskScreenDependencies const parts{shipped_content(), *display.value(), clock, shipped_themes(), counts};
    KioskScreen app(parts, {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::at_once, {}},
                    problems);
    std::vector<int> lit(1280 * 720);
    int seen = 0;
    // Every few minutes and seconds, so that each statement is met in each place.
    for (auto const until = clock.now() + 8h; clock.now() < until; clock.advance(211s), ++seen) {
        app.step();
        app.step();
        auto const picture = display.value()->picture();
        REQUIRE(picture.ok());
        for (std::size_t i = 0; i < lit.size(); ++i) {
            auto const* pixel = &picture.value().rgba[4 * i];
            // Letters, codes and suns: brighter than three quarters of what the panel gives (ITU-R BT.709). The evening
            // skies of the scenes lie below it.
            if (0.2126 * pixel[0] + 0.7152 * pixel[1] + 0.0722 * pixel[2] > 191) ++lit[i];
        }
    }
    REQUIRE(seen > 130);
    auto const longest = *std::max_element(lit.begin(), lit.end());
    auto const at = std::max_element(lit.begin(), lit.end()) - lit.begin();
    MESSAGE("the pixel that is lit longest: " << 100 * longest / seen << " % of the time, at " << at % 1280 << "/"
                                              << at / 1280);
    // A fifth of the time is dark everywhere: the letters of one statement stand where those of the last did.
    CHECK(longest * 100 <= seen * 80);
}
