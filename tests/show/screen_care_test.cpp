#include "show/screen_saver.h"

#include <cmath>
#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::settings;
using namespace kiosk::show;
using namespace std::chrono_literals;

namespace {

Instant at(Duration since) { return {1s + since}; }

} // namespace

TEST_CASE("after closing time a screen dims, goes black, then off; at opening time it is there at once")
{
    ScreenSaver care;
    care.update(OpenState::open, Presence::nobody, at(0s));
    CHECK(care.phase(at(0s)) == ScreenSaverPhase::open);
    CHECK_FALSE(care.deadline(at(0s)));
    care.update(OpenState::closed, Presence::nobody, at(1h));
    CHECK(care.phase(at(1h)) == ScreenSaverPhase::dim);
    CHECK(care.deadline(at(1h)) == at(1h + 10min));
    CHECK(care.phase(at(1h + 10min)) == ScreenSaverPhase::black);
    CHECK(care.phase(at(1h + 11min)) == ScreenSaverPhase::off);
    CHECK_FALSE(care.deadline(at(9h)));
    care.update(OpenState::open, Presence::nobody, at(14h));
    CHECK(care.phase(at(14h)) == ScreenSaverPhase::open);
}

TEST_CASE("a visit that began before closing time goes on; five minutes after its last touch the screen dims")
{
    ScreenSaver care;
    for (auto since = 0min; since < 12min; since += 1min) {
        care.update(OpenState::closed, Presence::somebody, at(since));
        CHECK(care.phase(at(since)) == ScreenSaverPhase::open);
    }
    care.update(OpenState::closed, Presence::nobody, at(12min));
    CHECK(care.phase(at(12min)) == ScreenSaverPhase::open);
    CHECK(care.deadline(at(12min)) == at(16min));
    care.update(OpenState::closed, Presence::nobody, at(16min));
    CHECK(care.phase(at(16min)) == ScreenSaverPhase::dim);
}

TEST_CASE("a touch wakes from every phase, for five minutes after the last one")
{
    for (auto const asleep : {Duration(1min), Duration(10min + 30s), Duration(5h)}) {
        ScreenSaver care;
        care.update(OpenState::closed, Presence::nobody, at(0s));
        auto const now = at(asleep);
        care.touched(now);
        care.update(OpenState::closed, Presence::nobody, now);
        CHECK(care.phase(now) == ScreenSaverPhase::open);
        care.touched(now + 4min);
        care.update(OpenState::closed, Presence::nobody, now + 8min);
        CHECK(care.phase(now + 8min) == ScreenSaverPhase::open);
        care.update(OpenState::closed, Presence::nobody, now + 9min);
        CHECK(care.phase(now + 9min) == ScreenSaverPhase::dim);
    }
}

TEST_CASE("a picture stands still for a minute, then moves by small steps, never further than four pixels")
{
    CHECK(drift_after(0s) == Point{});
    CHECK(drift_after(59s) == Point{});
    std::set<std::pair<float, float>> places;
    auto before = drift_after(0s);
    for (auto minute = 1min; minute <= 24h; minute += 1min) {
        auto const now = drift_after(minute);
        CHECK(std::hypot(now.x, now.y) <= kDriftRadius + 0.5F);
        CHECK(std::hypot(now.x - before.x, now.y - before.y) <= 2.F);
        CHECK(now.x == std::round(now.x));
        CHECK(now.y == std::round(now.y));
        places.insert({now.x, now.y});
        before = now;
    }
    CHECK(places.size() >= 20);
}
