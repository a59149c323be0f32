#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

// A visit that leaves as much behind as a visit can.
void use_everything(Kiosk& kiosk)
{
    kiosk.begin("de");
    kiosk.tap("bar.reading");
    kiosk.tap("reading.large");
    kiosk.tap("reading.contrast");
    kiosk.tap("reading.calm");
    kiosk.tap("reading.done");
    kiosk.tap("home.dont-look-away");
    kiosk.tap("page.next");
    kiosk.tap("page.sources");
    kiosk.tap("sources.close");
    kiosk.tap("bar.home");
    kiosk.tap("home.quiz");
    kiosk.answer_any();
    kiosk.answer_any();
    kiosk.tap("bar.report");
    kiosk.tap("report.happened");
    kiosk.tap("report.letter.K");
    while (!kiosk.has("report.place.KE")) kiosk.tap("report.more"); // in large letters a page holds few
    kiosk.tap("report.place.KE");
    kiosk.key("tab");
    kiosk.key("tab");
}

// What a fresh start at this moment would be.
visit::State fresh(Kiosk& kiosk, Instant since) { return visit::fresh_state(kiosk.app().content(), since); }

} // namespace

TEST_CASE("State after an idle end equals a fresh start, field by field")
{
    Kiosk kiosk;
    use_everything(kiosk);
    CHECK(kiosk.state().comfort.text_size == visit::TextSize::large);
    kiosk.wait(50s + 20s);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.state() == fresh(kiosk, kiosk.state().entered));
    CHECK(kiosk.app().stage().input().focused().empty());
}

TEST_CASE("State after leaving equals a fresh start, but for the neutral screen that stands before it")
{
    Kiosk kiosk;
    use_everything(kiosk);
    kiosk.tap("bar.leave");
    auto expected = fresh(kiosk, kiosk.state().entered);
    expected.screen = Screen::neutral;
    CHECK(kiosk.state() == expected);
    CHECK(kiosk.app().stage().input().focused().empty());
    kiosk.wait(20s);
    CHECK(kiosk.state() == fresh(kiosk, kiosk.state().entered));
}

TEST_CASE("State after the neutral screen is touched equals a fresh start")
{
    Kiosk kiosk;
    use_everything(kiosk);
    kiosk.tap("bar.leave");
    kiosk.wait(1s);
    kiosk.tap("neutral");
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.state() == fresh(kiosk, kiosk.state().entered));
}

TEST_CASE("State after the leave key equals a fresh start")
{
    Kiosk kiosk;
    use_everything(kiosk);
    kiosk.key("escape");
    CHECK(kiosk.screen() == Screen::neutral);
    kiosk.wait(20s);
    CHECK(kiosk.state() == fresh(kiosk, kiosk.state().entered));
}

TEST_CASE("State after a stop equals a fresh start, and the visit is counted as ended by it")
{
    Kiosk kiosk;
    use_everything(kiosk);
    kiosk.app().stop();
    CHECK(kiosk.state() == fresh(kiosk, kiosk.state().entered));
    CHECK(kiosk.counts().of(Measure::visit_ended, "restart") == 1);
}

TEST_CASE("leave is one touch from every screen of a visit, in the same place, and answers in the next frame")
{
    std::vector<std::vector<std::string>> const ways{
        {"bar.language"},
        {"bar.reading"},
        {},
        {"home.dont-look-away"},
        {"home.quiz"},
        {"home.support"},
        {"home.professionals"},
        {"home.notice"},
        {"bar.report"},
        {"bar.report", "report.now"},
        {"bar.report", "report.happened"},
        {"bar.report", "report.happened", "report.letter.K", "report.place.KE"},
        {"bar.report", "report.happened", "report.letter.K", "report.place.KE", "report.note"},
        {"bar.report", "report.happened", "report.letter.K", "report.place.KE", "report.never"},
        {"bar.report", "report.happened", "report.letter.K", "report.place.KE", "report.doubts"}};
    for (auto const& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        std::optional<Rect> place;
        for (auto const& way : ways) {
            KioskOptions options;
            options.width = width;
            options.height = height;
            Kiosk kiosk(options);
            kiosk.begin();
            for (auto const& node : way) kiosk.tap(node);
            auto const* leave = kiosk.scene().find("bar.leave");
            REQUIRE(leave);
            if (!place) place = leave->rect;
            CHECK(leave->rect == *place);
            kiosk.wait(1s);
            auto const before = kiosk.clock().now();
            kiosk.tap("bar.leave");
            CHECK(kiosk.screen() == Screen::neutral);
            CHECK(kiosk.has("neutral"));
            CHECK(kiosk.clock().now() - before <= 100ms);
        }
    }
}

TEST_CASE("an untouched home screen presents no frame between two changes")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.wait(1s); // the screen has come in
    auto const before = kiosk.presented();
    kiosk.wait(68s);
    CHECK(kiosk.presented() == before);
    kiosk.wait(2s); // "still there?"
    CHECK(kiosk.has("still-there"));
    CHECK(kiosk.presented() > before);
}

TEST_CASE("an untouched attract loop draws only while it changes")
{
    Kiosk kiosk;
    kiosk.wait(2s); // the eye has opened
    auto const before = kiosk.presented();
    kiosk.wait(1s);
    CHECK(kiosk.presented() == before);
    kiosk.wait(5s);
    CHECK(kiosk.presented() > before); // its lids have sunk a step
    auto const sunk = kiosk.presented();
    kiosk.wait(700ms);
    CHECK(kiosk.presented() == sunk);
    kiosk.wait(4s);
    CHECK(kiosk.presented() > sunk); // it has shut, and opens on the next statement
}

TEST_CASE("a keypad alone reaches a report code and leaves again")
{
    Kiosk kiosk;
    auto const go_to = [&](std::string const& node) {
        for (int i = 0; i < 80 && kiosk.app().stage().input().focused() != node; ++i) kiosk.key("tab");
        REQUIRE(kiosk.app().stage().input().focused() == node);
        kiosk.key("enter");
    };
    go_to("attract.language.nl");
    go_to("bar.report");
    go_to("report.happened");
    go_to("report.letter.K");
    go_to("report.place.KE");
    CHECK(kiosk.has("report.code"));
    CHECK(kiosk.counts().all.empty()); // nothing leaves memory before its time
    go_to("bar.leave");
    CHECK(kiosk.screen() == Screen::neutral);
    CHECK(kiosk.counts().of(Measure::comfort, "keyboard") == 1);
}

TEST_CASE("counts wait at most thirty seconds in memory")
{
    Kiosk kiosk;
    kiosk.begin();
    CHECK(kiosk.counts().commits == 0);
    kiosk.wait(31s);
    CHECK(kiosk.counts().commits == 1);
    CHECK(kiosk.counts().of(Measure::visits) == 1);
}
