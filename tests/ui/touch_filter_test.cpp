// The touch filter passes what visitors do, and drops what a panel does by itself.
#include "ui/scene/touch_filter.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;
using namespace std::chrono_literals;

namespace {

// A panel of 22 inches, 0.254 mm a pixel: 2 mm are 8 px.
struct Glass {
    Glass() { filter.set_panel({{1920, 1080}, .254F, {1762, 0, 159, 158}}); }

    void down(Point point, std::int64_t finger = 0) { filter.push({FingerPhase::down, finger, point}, now); }
    void move(Point point, std::int64_t finger = 0) { filter.push({FingerPhase::move, finger, point}, now); }
    void up(Point point, std::int64_t finger = 0) { filter.push({FingerPhase::up, finger, point}, now); }
    void wait(Duration duration)
    {
        now = now + duration;
        filter.tick(now);
    }
    void tap(Point point, std::int64_t finger = 0)
    {
        down(point, finger);
        wait(60ms);
        up(point, finger);
    }
    // What came through, as letters: down, move, up, cancel.
    std::string passed()
    {
        std::string letters;
        for (auto const& event : filter.take()) letters += "dmuc"[static_cast<int>(event.phase)];
        return letters;
    }

    TouchFilter filter;
    Instant now{1s};
};

} // namespace

TEST_CASE("a finger, a swipe and a second finger pass as they are")
{
    Glass glass;
    glass.tap({500, 500});
    CHECK(glass.passed() == "du");
    glass.down({500, 500}, 7);
    glass.move({600, 500}, 7);
    glass.down({900, 500}, 8);
    glass.up({900, 500}, 8);
    glass.up({700, 500}, 7);
    CHECK(glass.passed() == "dmduu");
    CHECK(glass.filter.faults().total() == 0);
}

TEST_CASE("a palm is ignored whole until all of it is up, and the next finger counts")
{
    Glass glass;
    for (int finger = 0; finger < 4; ++finger) {
        glass.down({500 + 40.F * static_cast<float>(finger), 500}, finger);
        glass.wait(30ms);
    }
    CHECK(glass.passed() == "dddccc"); // what was pressed is let go, and taps nothing
    glass.down({900, 900}, 9);
    for (int finger = 0; finger < 4; ++finger) glass.up({500, 500}, finger);
    CHECK(glass.passed().empty());
    glass.up({900, 900}, 9);
    glass.tap({500, 500});
    CHECK(glass.passed() == "du");
    CHECK(glass.filter.faults().total() == 0); // it was a visitor's
}

TEST_CASE("four fingers that come one after the other are no palm")
{
    Glass glass;
    for (int finger = 0; finger < 4; ++finger) {
        glass.down({200 + 300.F * static_cast<float>(finger), 500}, finger);
        glass.wait(400ms);
    }
    CHECK(glass.passed() == "dddd");
}

TEST_CASE("what comes down within two millimetres of the edge counts only from where it leaves it")
{
    Glass glass;
    for (auto const& point : {Point{3, 500}, Point{1917, 900}, Point{900, 3}, Point{900, 1077}}) {
        glass.tap(point);
        CHECK(glass.passed().empty());
    }
    glass.down({3, 500});
    glass.move({5, 520});
    CHECK(glass.passed().empty());
    glass.move({40, 520});
    glass.move({400, 520});
    glass.up({400, 520});
    auto const events = glass.filter.take();
    REQUIRE(events.size() == 3);
    CHECK(events[0].phase == FingerPhase::down);
    CHECK(events[0].position == Point{40, 520});
    CHECK(events[2].phase == FingerPhase::up);
    glass.tap({12, 500}); // three millimetres
    CHECK(glass.passed() == "du");
}

TEST_CASE("the staff's corner counts to its very edge")
{
    Glass glass;
    glass.tap({1919, 0});
    glass.tap({1800, 1});
    CHECK(glass.passed() == "dudu");
}

TEST_CASE("a contact of 20 s is let go and ignored until it is lifted; others count meanwhile")
{
    Glass glass;
    glass.down({500, 500}, 3);
    CHECK(glass.passed() == "d");
    REQUIRE(glass.filter.deadline());
    CHECK(*glass.filter.deadline() - glass.now == 20s);
    glass.wait(19s);
    CHECK(glass.passed().empty());
    glass.wait(1s);
    CHECK(glass.passed() == "c");
    CHECK(glass.filter.faults() == TouchFaults{1, 0, 0});
    CHECK_FALSE(glass.filter.deadline());
    glass.move({520, 500}, 3);
    glass.tap({900, 900}, 4);
    CHECK(glass.passed() == "du");
    glass.up({500, 500}, 3);
    CHECK(glass.passed().empty());
}

TEST_CASE("a contact that never ends does not keep a palm for ever")
{
    Glass glass;
    glass.down({500, 500}, 99);
    glass.wait(21s);
    for (int finger = 0; finger < 4; ++finger) glass.down({900, 100 + 50.F * static_cast<float>(finger)}, finger);
    for (int finger = 0; finger < 4; ++finger) glass.up({900, 100}, finger);
    glass.filter.take();
    glass.move({501, 500}, 99);
    glass.tap({300, 300}, 5);
    CHECK(glass.passed() == "du");
}

TEST_CASE("a finger whose up was lost is forgotten when it comes down once more, and after a minute")
{
    Glass glass;
    glass.down({500, 500});
    glass.down({600, 500});
    CHECK(glass.passed() == "dcd");
    glass.up({600, 500});
    CHECK(glass.passed() == "u");
    glass.down({500, 500}, 6);
    glass.wait(2min);
    CHECK(glass.passed() == "dc");
    glass.up({500, 500}, 6);
    CHECK(glass.passed().empty());
}

TEST_CASE("when the panel is gone what was pressed is let go")
{
    Glass glass;
    glass.down({500, 500});
    glass.down({900, 500}, 1);
    glass.filter.forget_all();
    CHECK(glass.passed() == "ddcc");
    CHECK_FALSE(glass.filter.deadline());
    glass.tap({500, 500});
    CHECK(glass.passed() == "du");
}

TEST_CASE("more contacts than hands make are ignored until there is a pause, and counted once")
{
    Glass glass;
    for (int i = 0; i < 200; ++i) {
        glass.down({static_cast<float>(100 + i * 37 % 1700), static_cast<float>(100 + i * 53 % 900)}, i);
        glass.wait(10ms);
        glass.up({500, 500}, i);
        glass.wait(10ms);
    }
    CHECK(glass.passed().size() <= 2U * 61); // 20 a second for three seconds
    CHECK(glass.filter.faults() == TouchFaults{0, 1, 0});
    glass.wait(2s);
    glass.tap({500, 500});
    CHECK(glass.passed().empty()); // still within the pause, which begins anew
    glass.wait(6s);
    glass.tap({500, 500});
    CHECK(glass.passed() == "du");
}

TEST_CASE("as fast as a hand can tap is no spam")
{
    Glass glass;
    for (int i = 0; i < 100; ++i) {
        glass.tap({static_cast<float>(300 + i * 37 % 400), 500});
        glass.wait(Milliseconds(20 + i % 3 * 15));
    }
    CHECK(glass.filter.take().size() == 200);
    CHECK(glass.filter.faults().total() == 0);
}

TEST_CASE("one spot in the rhythm of a machine is not listened to, and the rest of the panel is")
{
    Glass glass;
    for (int i = 0; i < 60; ++i) {
        glass.tap({500, 500.F + static_cast<float>(i % 2)});
        glass.wait(940ms);
    }
    CHECK(glass.filter.take().size() == 2 * (TouchFilter::kGhostTouches));
    CHECK(glass.filter.faults() == TouchFaults{0, 0, 1});
    glass.tap({900, 500});
    CHECK(glass.passed() == "du");
    glass.wait(31s);
    glass.tap({500, 500});
    CHECK(glass.passed() == "du");
}

TEST_CASE("a visitor who taps one button again and again is no machine")
{
    Glass glass;
    for (int i = 0; i < 80; ++i) {
        glass.tap({500.F + static_cast<float>(i * 7 % 5), 500});
        glass.wait(Milliseconds(300 + i * 13 % 40));
    }
    CHECK(glass.filter.take().size() == 160);
}

TEST_CASE("a touch that a driver tells twice, as a finger and as a mouse, is one")
{
    Glass glass;
    for (int i = 0; i < 5; ++i) { // in quick succession, as a PIN is typed
        glass.down({500, 500}, 4);
        glass.down({501, 500}, kMouseFinger);
        glass.move({502, 500}, kMouseFinger);
        glass.wait(60ms);
        glass.up({501, 500}, kMouseFinger);
        glass.up({500, 500}, 4);
        CHECK(glass.passed() == "du");
        glass.wait(Milliseconds(150 + 20 * i));
    }
    // Only after the finger was lifted, as some do.
    glass.wait(1s);
    glass.tap({500, 500}, 4);
    glass.tap({500, 500}, kMouseFinger);
    CHECK(glass.passed() == "du");
    // The mouse first.
    glass.wait(1s);
    glass.down({700, 500}, kMouseFinger);
    glass.down({700, 500}, 4);
    glass.up({700, 500}, 4);
    glass.up({700, 500}, kMouseFinger);
    CHECK(glass.passed() == "du");
}

TEST_CASE("a mouse elsewhere, or later, is a hand of its own")
{
    Glass glass;
    glass.tap({500, 500}, 4);
    glass.tap({900, 500}, kMouseFinger);
    glass.wait(600ms);
    glass.tap({500, 500}, kMouseFinger);
    CHECK(glass.passed() == "dududu");
}

TEST_CASE("however many contacts a driver invents, few are kept")
{
    Glass glass;
    for (int i = 0; i < 100'000; ++i) {
        glass.down({500, 500}, i);
        glass.wait(1ms);
    }
    CHECK(glass.filter.take().size() < 200);
    CHECK(glass.filter.faults().flood == 1);
    glass.wait(10min);
    glass.tap({500, 500}, 1);
    CHECK(glass.passed() == "du");
}
