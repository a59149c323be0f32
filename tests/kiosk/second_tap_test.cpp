// People tap twice, as with a mouse: what the second tap falls on was chosen by nobody.
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

Point middle_of(Kiosk const& kiosk, std::string const& node)
{
    auto const* found = kiosk.scene().find(node);
    REQUIRE(found);
    return found->rect.centre();
}

void press(Kiosk& kiosk, ui::FingerPhase phase, Point at)
{
    kiosk.app().push(ui::FingerEvent{phase, 0, at});
    kiosk.wait(1ms);
}

// A way there, node by node, and then one or two taps on the middle of the last: what is shown and counted at the end.
std::string told(Size panel, std::vector<std::string> const& way, int taps)
{
    KioskOptions options;
    options.width = static_cast<int>(panel.width);
    options.height = static_cast<int>(panel.height);
    Kiosk kiosk(options);
    kiosk.wait(1s);
    for (std::size_t i = 0; i + 1 < way.size(); ++i) kiosk.tap(way[i]);
    kiosk.wait(2s);
    if (!kiosk.has(way.back())) return "not there";
    auto const at = middle_of(kiosk, way.back());
    for (int i = 0; i < taps; ++i) {
        if (i > 0) kiosk.wait(100ms);
        kiosk.tap_at(at.x, at.y);
    }
    kiosk.wait(2s);
    auto words = kiosk.scene().dump();
    kiosk.app().stop();
    for (auto const& count : kiosk.counts().all)
        // The time to the last touch is a little longer with two.
        words += std::string(entry(count.measure).id) + " " + count.item + " " + count.language + "\n";
    return words;
}

} // namespace

TEST_CASE("two quick taps are one, wherever they fall")
{
    std::vector<std::vector<std::string>> ways;
    for (auto const* language : {"en", "fr", "nl", "de"}) ways.push_back({"attract.language." + std::string(language)});
    for (auto const* node : {"home.dont-look-away", "home.quiz", "home.support", "home.notice", "bar.report",
                             "bar.leave", "bar.language", "bar.reading"})
        ways.push_back({"attract.language.en", node});
    for (auto const* answer : {"quiz.answer.a", "quiz.answer.b"})
        ways.push_back({"attract.language.en", "home.quiz", answer});
    for (auto const* node : {"page.next", "page.sources"})
        ways.push_back({"attract.language.de", "home.dont-look-away", node});
    for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720}})
        for (auto const& way : ways) {
            CAPTURE(panel.width);
            CAPTURE(way.back());
            auto const once = told(panel, way, 1);
            CHECK(once != "not there");
            CHECK(once == told(panel, way, 2));
        }
}

TEST_CASE("a key that is pressed twice chooses once")
{
    Kiosk kiosk;
    while (kiosk.app().stage().input().focused() != "attract.language.en") kiosk.key("tab");
    kiosk.app().push(ui::Key::activate);
    kiosk.app().push(ui::Key::activate);
    kiosk.app().push(ui::Key::leave);
    kiosk.wait(10ms);
    CHECK(kiosk.screen() == Screen::home);
}

TEST_CASE("a finger that is down while the screen changes chooses nothing on the new one, however late it is lifted")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.wait(1s);
    auto const at = middle_of(kiosk, "bar.leave");
    press(kiosk, ui::FingerPhase::down, at);
    kiosk.app().push(ui::Key::next); // somebody else's hand, on the keypad
    kiosk.wait(1ms);
    while (kiosk.app().stage().input().focused() != "home.quiz") kiosk.key("tab");
    kiosk.key("enter");
    REQUIRE(kiosk.screen() == Screen::quiz);
    kiosk.wait(2s);
    press(kiosk, ui::FingerPhase::up, at);
    CHECK(kiosk.screen() == Screen::quiz);
}

TEST_CASE("a press that came too early stays one, also when the finger is lifted later")
{
    Kiosk kiosk;
    kiosk.begin();
    auto const at = middle_of(kiosk, "home.quiz");
    kiosk.wait(100ms);
    press(kiosk, ui::FingerPhase::down, at);
    kiosk.wait(3s);
    press(kiosk, ui::FingerPhase::up, at);
    CHECK(kiosk.screen() == Screen::home);
    kiosk.tap_at(at.x, at.y);
    CHECK(kiosk.screen() == Screen::quiz);
}
