#include "ui/scene/scroller.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;
using namespace std::chrono_literals;

namespace {

constexpr Instant kStart{std::chrono::seconds(1)};

// A finger that moves 12 px every 10 ms, ten times, and lets go.
Scroller flung()
{
    Scroller scroller;
    scroller.set_extent(5000, 800);
    auto now = kStart;
    for (int i = 0; i < 10; ++i) {
        now = now + 10ms;
        scroller.drag(12, now);
    }
    scroller.release(now);
    return scroller;
}

constexpr Instant kReleased = {kStart.since_start + 100ms};

} // namespace

TEST_CASE("a page follows the finger exactly while it is held")
{
    Scroller scroller;
    scroller.set_extent(1000, 500);
    scroller.drag(30, kStart);
    scroller.drag(-10, kStart + 10ms);
    CHECK(scroller.offset(kStart + 20ms) == 20);
}

TEST_CASE("let go, it coasts, slows down and stands; the same distance at 30 frames a second as at 144")
{
    auto const scroller = flung();
    CHECK(scroller.moving(kReleased + 10ms));
    CHECK(scroller.offset(kReleased + 100ms) > 120);
    // The decay is exact: where it stands depends on the time only, not on how often it is asked.
    auto asked_often = flung();
    for (int i = 0; i < 300; ++i) asked_often.offset(kReleased + i * 7ms);
    CHECK(asked_often.offset(kReleased + 2500ms) == scroller.offset(kReleased + 2500ms));
    // 1.2 px/ms for a time constant of 325 ms: 390 px beyond the finger's own 120.
    CHECK(scroller.offset(kReleased + 10s) == doctest::Approx(510).epsilon(0.03));
    CHECK_FALSE(scroller.moving(kReleased + 10s));
}

TEST_CASE("a finger stops a coasting page where it is")
{
    auto scroller = flung();
    auto const touched = kReleased + 150ms;
    auto const at = scroller.offset(touched);
    scroller.stop(touched);
    CHECK(scroller.offset(touched + 1s) == at);
    CHECK_FALSE(scroller.moving(touched + 1s));
}

TEST_CASE("a finger that rests before it lets go flings nothing")
{
    Scroller scroller;
    scroller.set_extent(5000, 800);
    scroller.drag(100, kStart);
    scroller.release(kStart + 400ms);
    CHECK(scroller.offset(kStart + 2s) == 100);
}

TEST_CASE("a page neither leaves its beginning nor its end")
{
    Scroller scroller;
    scroller.set_extent(300, 500);
    scroller.drag(-50, kStart);
    CHECK(scroller.offset(kStart) == 0);
    scroller.drag(1000, kStart + 10ms);
    CHECK(scroller.offset(kStart + 10ms) == 300);
}

TEST_CASE("a button moves the page on gently, or at once where less movement is wished")
{
    Scroller scroller;
    scroller.set_extent(1000, 400);
    scroller.glide_by(300, kStart);
    CHECK(scroller.offset(kStart) == 0);
    CHECK(scroller.offset(kStart + 280ms) == doctest::Approx(300));
    scroller.glide_by(300, kStart + 1s, Pace::at_once);
    CHECK(scroller.offset(kStart + 1s) == doctest::Approx(600));
}

TEST_CASE("what a keypad stands on is brought into view by the least movement")
{
    Scroller scroller;
    scroller.set_extent(1000, 400);
    scroller.reveal(450, 550, kStart); // 150 below the edge
    CHECK(scroller.offset(kStart + 1s) >= 150);
    CHECK(scroller.offset(kStart + 1s) <= 250);
    auto const stands = scroller.offset(kStart + 1s);
    scroller.reveal(100, 200, kStart + 1s); // in view already
    CHECK(scroller.offset(kStart + 2s) == stands);
}
