// Scenes within a visit: which comes, where a choice leads, and what is counted of it.
#include "visit/walk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using test::Walk;

namespace {

Walk in_scene(std::uint64_t chance = 7)
{
    Walk walk;
    walk.chance = chance;
    walk.go(ChooseLanguage{"en"}).go(StartScene{"travellers"});
    return walk;
}

content::SceneMoment const& moment_of(Walk const& walk)
{
    auto const& run = walk.state.scene;
    return *walk.content.scene_set(run.set)->find(run.scene)->find(run.moment);
}

// Begins scenes until one is there that the test is about.
Walk in_scene_named(std::string const& scene)
{
    for (std::uint64_t chance = 0; chance < 200; ++chance)
        if (auto walk = in_scene(chance); walk.state.scene.scene == scene) return walk;
    FAIL("never came: " << scene);
    return {};
}

} // namespace

TEST_CASE("each scene of a set comes once before one comes again, and never twice in a row")
{
    auto walk = in_scene();
    std::vector<std::string> came{walk.state.scene.scene};
    auto const count = walk.content.scene_set("travellers")->scenes.size();
    for (std::size_t i = 1; i < 2 * count; ++i) {
        walk.chance = i * 31;
        walk.go(StartScene{"travellers"});
        CHECK(walk.state.scene.scene != came.back());
        came.push_back(walk.state.scene.scene);
    }
    auto const half = came.begin() + static_cast<std::ptrdiff_t>(count);
    CHECK(std::set<std::string>(came.begin(), half).size() == count);
}

TEST_CASE("every way through every scene ends with the steps, in six touches at most")
{
    for (auto const& set : test::shipped_content().scenes)
        for (auto const& scene : set.scenes) {
            CAPTURE(scene.id);
            // All ways, as choices so far.
            std::vector<std::vector<std::string>> ways{{}};
            for (std::size_t i = 0; i < ways.size(); ++i) {
                auto walk = in_scene_named(scene.id);
                int touches = 0;
                for (auto const& choice : ways[i]) {
                    walk.tap(ChooseInScene{choice}).tap(ContinueScene{});
                    touches += 2;
                }
                CHECK(touches <= 6);
                if (walk.state.screen == Screen::scene_end) continue;
                REQUIRE(walk.state.screen == Screen::scene);
                for (auto const& choice : moment_of(walk).choices) {
                    auto longer = ways[i];
                    longer.push_back(choice);
                    ways.push_back(std::move(longer));
                }
            }
            CHECK(ways.size() > 3);
        }
}

TEST_CASE("looking away leads to a second chance, in another place")
{
    auto walk = in_scene_named("hotel-bar");
    CHECK(walk.state.scene.picture == "hotel-bar");
    walk.tap(ChooseInScene{"later"});
    CHECK(walk.state.scene.chosen == "later");
    walk.tap(ContinueScene{});
    CHECK(walk.state.scene.moment == "at-home");
    CHECK(walk.state.scene.picture == "passport-phone");
    CHECK(walk.state.scene.chosen.empty());
    walk.tap(ChooseInScene{"report"}).tap(ContinueScene{});
    CHECK(walk.state.screen == Screen::scene_end);
}

TEST_CASE("a choice is made once, and only of those that are offered")
{
    auto walk = in_scene_named("hotel-bar");
    walk.tap(ContinueScene{}); // nothing is chosen yet
    CHECK(walk.state.screen == Screen::scene);
    walk.tap(ChooseInScene{"report"}); // of another moment
    CHECK(walk.state.scene.chosen.empty());
    walk.tap(ChooseInScene{"tell"}).tap(ChooseInScene{"follow"});
    CHECK(walk.state.scene.chosen == "tell");
}

TEST_CASE("the choices and the end of a scene count the first time in a visit, and not again")
{
    auto walk = in_scene_named("hotel-bar");
    walk.tap(ChooseInScene{"tell"}).tap(ContinueScene{});
    // Until it comes again.
    for (int i = 0; i < 200; ++i) {
        walk.chance = static_cast<std::uint64_t>(i);
        walk.tap(StartScene{"travellers"});
        if (walk.state.scene.scene == "hotel-bar") break;
    }
    REQUIRE(walk.state.scene.scene == "hotel-bar");
    walk.tap(ChooseInScene{"follow"}).tap(ContinueScene{});
    CHECK(walk.state.screen == Screen::scene_end);
    walk.go(Leave{});
    CHECK(walk.of(Measure::scene_choice, "travellers/hotel-bar/start/tell") == 1);
    CHECK(walk.of(Measure::scene_choice, "travellers/hotel-bar/start/follow") == 0);
    CHECK(walk.of(Measure::scene_finished, "travellers/hotel-bar") == 1);
}

TEST_CASE("a scene waits while the visitor looks for larger letters, and is over when they go elsewhere")
{
    auto walk = in_scene_named("taxi");
    walk.tap(ChooseInScene{"write"}).tap(Navigate{Screen::reading}).tap(SetTextSize{TextSize::large});
    walk.tap(Navigate{Screen::scene});
    CHECK(walk.state.scene.chosen == "write");
    walk.tap(Navigate{Screen::home});
    CHECK_FALSE(walk.state.scene.running());
    walk.tap(StartScene{"nobody-wrote-it"});
    CHECK(walk.state.screen == Screen::home);
}
