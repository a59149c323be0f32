#include "platform/pacing.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::platform;
using namespace std::chrono_literals;

namespace {
Instant at(Duration since_start) { return {since_start}; }
} // namespace

TEST_CASE("a change is presented once, then the kiosk rests")
{
    Pacing pacing;
    CHECK(pacing.due(at(1s)));
    CHECK(pacing.reason() == "first frame");
    pacing.presented(std::nullopt, "");
    CHECK_FALSE(pacing.due(at(1s)));
    CHECK(pacing.pace(at(1s)) == Pace::resting);
    pacing.changed("touch");
    CHECK(pacing.pace(at(2s)) == Pace::settling);
    CHECK(pacing.reason() == "touch");
}

TEST_CASE("what moves says when it wants its next frame, and why")
{
    Pacing pacing;
    pacing.presented(at(1s + 16ms), "attract cross-fade");
    CHECK(pacing.pace(at(1s)) == Pace::moving);
    CHECK(pacing.reason() == "attract cross-fade");
    CHECK(pacing.frame_due(at(1s)) == at(1s + 16ms));
    CHECK(pacing.due(at(1s + 16ms)));
}

TEST_CASE("a frame is due now while a change has yet to be presented, and never while nothing moves")
{
    Pacing pacing;
    CHECK(pacing.frame_due(at(1s)) == at(1s));
    pacing.presented(std::nullopt, "");
    CHECK_FALSE(pacing.frame_due(at(1s)));
}
