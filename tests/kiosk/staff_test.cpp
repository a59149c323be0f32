// Staff mode through the whole app: how it opens, what is asked of the service, and that nothing of it is counted.
#include "support/staffed.h"
#include "ui/scene/rotation.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

TEST_CASE("a finger held in the top right corner of the attract loop opens the staff's screen, and taps nothing")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    CHECK(kiosk.scene().find("staff.leave") == nullptr); // no node leads there
    kiosk.wait(1s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(2900ms);
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.wait(200ms);
    CHECK(kiosk.screen() == Screen::staff_pin);
    CHECK(kiosk.has("pin.1"));
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::up, 0, {1900, 20}});
    kiosk.wait(100ms);
    CHECK(kiosk.screen() == Screen::staff_pin); // the button to leave lies under that finger
    kiosk.wait(15s);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.state() == visit::fresh_state(kiosk.app().content(), kiosk.state().entered));
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("a short tap in the corner begins a visit, as anywhere else")
{
    Staffed staffed;
    staffed.hold_corner(2500ms);
    CHECK(staffed.kiosk.screen() == Screen::language);
}

TEST_CASE("a finger that rests elsewhere, or moves, opens nothing")
{
    for (auto const& point : {Point{960, 20}, Point{1900, 400}, Point{20, 20}}) {
        Staffed staffed;
        staffed.kiosk.player().hold(point, 10s);
        CHECK(staffed.kiosk.screen() == Screen::language);
    }
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    kiosk.wait(1s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(2s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::move, 0, {1900, 90}});
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::move, 0, {1900, 20}});
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::attract);
}

TEST_CASE("without a service for staff, on the neutral screen and within a visit there is no way in")
{
    Kiosk without;
    without.player().hold({1900, 20}, 5s);
    CHECK(without.screen() == Screen::language);

    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    kiosk.begin();
    staffed.hold_corner(5s);
    CHECK(kiosk.screen() == Screen::home);
    kiosk.tap("bar.leave");
    kiosk.wait(1s);
    kiosk.app().push(ui::FingerEvent{ui::FingerPhase::down, 0, {1900, 20}});
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::neutral);
}

TEST_CASE("on a high panel, and on one that is turned, the corner is the one that is seen at the top right")
{
    KioskOptions options;
    options.width = 1080;
    options.height = 1920;
    Staffed high(options);
    high.corner_x = 1060;
    high.hold_corner(3s);
    CHECK(high.kiosk.screen() == Screen::staff_pin);

    // On its side: a touch of the glass is turned into what is seen before it comes here.
    Size const panel{1920, 1080};
    for (auto const rotation : {ui::Rotation::quarter, ui::Rotation::three_quarters}) {
        Staffed rotated(options);
        auto const glass = ui::to_panel(Point{1060, 20}, panel, rotation);
        rotated.kiosk.player().hold(ui::from_panel(glass, panel, rotation), 3s);
        CHECK(rotated.kiosk.screen() == Screen::staff_pin);
    }
}

TEST_CASE("a PIN is checked by the service, which replies later, and stands nowhere in the scene")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    kiosk.tap("pin.2");
    kiosk.tap("pin.4");
    CHECK(kiosk.scene().find("pin.digits")->state == "2");
    CHECK(kiosk.scene().find("pin.digits")->label.find('4') == std::string::npos);
    staffed.type("6810");
    REQUIRE(staffed.service.checks.size() == 1);
    CHECK(staffed.service.checks.front().first == "246810");
    kiosk.wait(5s);
    CHECK(kiosk.screen() == Screen::staff_pin);
    CHECK(kiosk.state().staff.pin == visit::PinStage::asked);
    staffed.service.verdict(0, wrong());
    kiosk.wait(10ms);
    CHECK(kiosk.state().staff.pin == visit::PinStage::wrong);
    CHECK(kiosk.scene().says("That was not the PIN"));
    staffed.type("246810");
    staffed.service.verdict(1, right());
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_figures);
    CHECK(staffed.service.views == 1);
    CHECK(kiosk.has("figures.awaited"));
    staffed.service.show(view_of(123));
    kiosk.wait(10ms);
    CHECK_FALSE(kiosk.has("figures.awaited"));
    REQUIRE(kiosk.has("figures.visits.14"));
    CHECK(kiosk.scene().find("figures.visits.14")->label == "14:00 to 15:00: 123 visits");
    CHECK(kiosk.scene().find("glance.visits")->state == "123");
}

TEST_CASE("an answer to a PIN of earlier opens nothing for whoever stands there now")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.hold_corner(3s);
    staffed.type("246810");
    kiosk.tap("staff.leave");
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.wait(1s);
    staffed.hold_corner(3s);
    staffed.type("111111");
    staffed.service.verdict(0, right()); // of the first, late
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::staff_pin);
    staffed.service.verdict(1, wrong());
    kiosk.wait(10ms);
    CHECK(kiosk.state().staff.pin == visit::PinStage::wrong);
}

TEST_CASE("staff see the figures by span and subject, in their language, and they are read anew")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    CHECK_FALSE(kiosk.has("staff.fair")); // none is set up
    for (auto const* subject : {"staff.languages", "staff.quiz", "staff.reporting", "staff.visits", "staff.month"})
        kiosk.tap(subject);
    CHECK(staffed.service.views == 6);
    CHECK(kiosk.state().staff.span == visit::Span::month);
    kiosk.tap("staff.language.fr");
    CHECK(kiosk.scene().find("staff.leave")->label == "Quitter");
    kiosk.tap("staff.reporting");
    CHECK(kiosk.has("figures.reporting.none"));
    kiosk.key("escape");
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("reporting figures below the threshold are words in place of a bar")
{
    Staffed staffed;
    staffed.enter();
    auto view = view_of(5);
    view.figures.reporting = ReleaseFigures{"2026-11-20", "2026-11-22", 10, {{"danger", 41}, {"where", std::nullopt}}};
    staffed.service.show(view);
    auto& kiosk = staffed.kiosk;
    kiosk.tap("staff.reporting");
    CHECK(kiosk.scene().find("figures.step.danger")->state == "41");
    CHECK(kiosk.scene().find("figures.step.where")->state == "fewer than 10");
}

TEST_CASE(
    "what was learned is what is left of both ways, also when it is less than nothing, beside what guessing gives")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.tap("staff.quiz");
    auto const seen = [&](Learning const& learning) {
        auto view = view_of(400);
        view.figures.today.learning = learning;
        staffed.service.show(view);
        kiosk.wait(10ms);
        auto const* sentence = kiosk.scene().find("figures.learning");
        auto const* guessing = kiosk.scene().find("figures.guessing");
        return kiosk.scene().find("glance.learned")->state + "|" + (sentence ? sentence->label : "") + "|" +
               (guessing ? guessing->label : "");
    };
    // Four answers, one of them right: of 160 guessed, 30 go each way.
    CHECK(seen({.stayed_right = 60, .learned = 50, .unlearned = 20, .stayed_wrong = 30}) ==
          "30|Of 160 finished quizzes, 30 more were right about where to report at the end than at the start.|"
          "By guessing alone, about 30 of 160 would go from wrong to right, and as many back.");
    CHECK(kiosk.scene().find("figures.learning.learned")->state == "50");
    CHECK(kiosk.scene().find("figures.learning.unlearned")->state == "20");
    CHECK(seen({.stayed_right = 1, .learned = 2, .unlearned = 2, .stayed_wrong = 3}) ==
          "0|Of 8 finished quizzes, just as many were right about where to report at the end as at the start.|"
          "By guessing alone, about 2 of 8 would go from wrong to right, and as many back.");
    CHECK(seen({.stayed_right = 9, .learned = 4, .unlearned = 9, .stayed_wrong = 10}) ==
          "−5|Of 32 finished quizzes, 5 fewer were right about where to report at the end than at the start.|"
          "By guessing alone, about 6 of 32 would go from wrong to right, and as many back.");
    CHECK(seen({}) == "0||");
}

TEST_CASE("an export says what to do, that it is working, and what came of it")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    CHECK(kiosk.has("export.how"));
    CHECK(kiosk.has("export.closes"));
    kiosk.tap("staff.export");
    REQUIRE(staffed.service.exports == 1);
    CHECK(kiosk.has("export.working"));
    CHECK_FALSE(kiosk.has("staff.export"));
    kiosk.wait(2min); // a slow stick
    CHECK(kiosk.screen() == Screen::staff_figures);
    staffed.service.reply(staff::FiguresExported{staff::Outcome::done, "brussels-1-2026-11-23-1"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().says("brussels-1-2026-11-23-1"));
    kiosk.tap("staff.export");
    staffed.service.reply(staff::FiguresExported{staff::Outcome::failed, "/media: there is no stick"});
    kiosk.wait(10ms);
    CHECK(kiosk.scene().find("export.failed")->label.find("there is no stick") != std::string::npos);
    CHECK(kiosk.counts().all.empty());
}

TEST_CASE("what staff saw is gone with them")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter(987);
    CHECK(kiosk.scene().says("987"));
    kiosk.tap("staff.leave");
    kiosk.wait(1s);
    staffed.hold_corner(3s);
    staffed.type("246810");
    staffed.service.show(view_of(55)); // late, of the first time
    kiosk.wait(10ms);
    staffed.service.verdict(1, right());
    kiosk.wait(10ms);
    CHECK(kiosk.has("figures.awaited"));
    CHECK_FALSE(kiosk.scene().says("987"));
}

TEST_CASE("an untouched figures screen presents no frame")
{
    Staffed staffed;
    auto& kiosk = staffed.kiosk;
    staffed.enter();
    kiosk.wait(1s);
    auto const before = kiosk.presented();
    kiosk.wait(50s);
    CHECK(kiosk.presented() == before);
}
