#include "rehearsal/script.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

std::string problems_of(std::string const& text)
{
    Problems problems;
    parse_script(text, "visit.script", problems);
    std::string lines;
    for (auto const& problem : problems) lines += problem.line() + "\n";
    return lines;
}

Result<> play(test::Kiosk& kiosk, std::string const& text)
{
    Problems problems;
    auto const commands = parse_script(text, "visit.script", problems);
    REQUIRE(problems.empty());
    return kiosk.player().play(commands);
}

} // namespace

TEST_CASE("every line that is no command is said, with its column and what it may have meant")
{
    auto const lines =
        problems_of("tpa home.quiz\nwait soon\n\n# a comment\nexpect scren home\nkey tabulator\nshot\nrepeat 2\n"
                    "expect text \"open\ntap 1 two\nend\nend\n");
    CHECK(lines.find("visit.script:1:1: error: there is no command 'tpa' (did you mean 'tap'?)") != std::string::npos);
    CHECK(lines.find("visit.script:2:6: error: 'soon' is not a time") != std::string::npos);
    CHECK(lines.find("visit.script:5:8: error: cannot expect 'scren' (did you mean 'screen'?)") != std::string::npos);
    CHECK(lines.find("visit.script:6:5: error: there is no key 'tabulator'") != std::string::npos);
    CHECK(lines.find("visit.script:7:1: error: 'shot' takes one word") != std::string::npos);
    CHECK(lines.find("visit.script:9:13: error: the quotation is not closed") != std::string::npos);
    CHECK(lines.find("visit.script:10:7: error: 'two' is not a number") != std::string::npos);
    CHECK(lines.find("visit.script:12:1: error: 'end' without 'repeat'") != std::string::npos);
}

TEST_CASE("an expectation that does not hold stops with its line and what was there instead")
{
    test::Kiosk kiosk;
    auto const played = play(kiosk, "language fr\n\nexpect screen quiz\n");
    REQUIRE_FALSE(played.ok());
    CHECK(played.error().line() == "visit.script:3: expected screen 'quiz', but it is 'home'");
}

TEST_CASE("a tap on what is not there names what is near")
{
    test::Kiosk kiosk;
    auto const played = play(kiosk, "language fr\ntap home.quizz\n");
    REQUIRE_FALSE(played.ok());
    CHECK(played.error().line().find(
              "visit.script:2: there is nothing to tap called 'home.quizz' on screen 'home' (did you "
              "mean 'home.quiz'?)") == 0);
}

TEST_CASE("a time beyond a century is no time")
{
    CHECK(problems_of("wait 9e99h\n").find("is not a time") != std::string::npos);
    CHECK(problems_of("wait -1s\n").find("is not a time") != std::string::npos);
    CHECK(problems_of("wait nans\n").find("is not a time") != std::string::npos);
}

TEST_CASE("repeats repeat, also within each other")
{
    test::Kiosk kiosk;
    auto const start = kiosk.clock().now();
    CHECK(play(kiosk, "repeat 3\nrepeat 2\nwait 100ms\nend\nwait 1s\nend\n").ok());
    CHECK(kiosk.clock().now() - start == std::chrono::milliseconds(3600));
}

TEST_CASE("what speech would say of the focused node can be asked")
{
    test::Kiosk kiosk;
    CHECK(play(kiosk, "language fr\nkey tab\nsay? \"Que feriez\"\n").ok());
    CHECK_FALSE(play(kiosk, "say? \"Zebra\"\n").ok());
}

TEST_CASE("the same script gives the same scenes to the byte")
{
    auto const run = [] {
        test::Kiosk kiosk;
        std::string scenes;
        CHECK(play(kiosk, "language de\ntap home.quiz\nwait 3s\ntap quiz.answer.a\n").ok());
        scenes += kiosk.scene().dump();
        CHECK(play(kiosk, "tap bar.report\ntap report.happened\ntap report.letter.K\ntap report.place.KE\n").ok());
        return scenes + kiosk.scene().dump();
    };
    auto const first = run();
    CHECK(first.find("report.code") != std::string::npos);
    CHECK(first == run());
}

TEST_CASE("a swipe turns a page, and a tap does the same")
{
    test::Kiosk kiosk;
    kiosk.begin();
    kiosk.tap("home.dont-look-away");
    kiosk.player().swipe({1200, 400}, {700, 400});
    CHECK(kiosk.state().reading.page == 1);
    kiosk.player().swipe({700, 400}, {1200, 400});
    CHECK(kiosk.state().reading.page == 0);
    kiosk.tap("page.next");
    CHECK(kiosk.state().reading.page == 1);
}

TEST_CASE("a finger is held for a time; what is no point or no time is said")
{
    auto const lines = problems_of("hold 10 20\nhold 10 y 3s\nhold 10 20 long\n");
    CHECK(lines.find("visit.script:1:1: error: 'hold' takes a point and a time") != std::string::npos);
    CHECK(lines.find("visit.script:2:9: error: 'y' is not a number") != std::string::npos);
    CHECK(lines.find("visit.script:3:12: error: 'long' is not a time") != std::string::npos);
    test::Kiosk kiosk;
    kiosk.wait(std::chrono::seconds(1));
    auto const start = kiosk.clock().now();
    CHECK(play(kiosk, "hold 960 300 2s\n").ok());
    CHECK(kiosk.clock().now() - start == std::chrono::seconds(2));
    CHECK(kiosk.screen() == test::Screen::language); // let go on the attract loop
}
