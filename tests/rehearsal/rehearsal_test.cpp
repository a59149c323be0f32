// New content is run before anybody sees it: what would keep the loop from coming to rest, or from going on, is told.
#include "rehearsal/rehearsal.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <limits>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

Result<RehearsalResult> rehearsed(content::Content const& content)
{
    RehearsalOptions options;
    options.stage = [] {
        return ui::StageOptions{ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::at_once, {}, {}};
    };
    return rehearse(content, test::shipped_themes(), options);
}

// What the loop is said to do where one timing is what no file may say.
std::string fault_of(double content::Timings::*timing, double seconds)
{
    auto content = test::shipped_content();
    content.timings.*timing = seconds;
    auto const run = rehearsed(content);
    return run ? std::string() : run.error().line();
}

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kForEver = std::numeric_limits<double>::infinity();

} // namespace

TEST_CASE("the shipped content is run for virtual minutes, and rests most of the time")
{
    auto const run = rehearsed(test::shipped_content());
    if (!run) FAIL(run.error().line());
    CHECK(run.value().time > std::chrono::minutes(5));
    CHECK(run.value().turns < 60 * (run.value().time / std::chrono::seconds(1)));
    // The same again, to the frame.
    auto const again = rehearsed(test::shipped_content());
    REQUIRE(again.ok());
    CHECK(again.value().frames == run.value().frames);
    CHECK(again.value().turns == run.value().turns);
    MESSAGE(run.value().frames << " frames, " << run.value().turns << " turns, "
                               << run.value().time / std::chrono::seconds(1) << " s");
}

TEST_CASE("content whose loop would spin is told, with what is due again and again")
{
    using content::Timings;
    for (double const seconds : {kNotANumber, 0.0, -1.0, 1e-9, 1e-4}) {
        CAPTURE(seconds);
        CHECK(fault_of(&Timings::attract_slide, seconds).find("never comes to rest") != std::string::npos);
        CHECK(fault_of(&Timings::attract_slide, seconds).find("screen 'attract'") != std::string::npos);
    }
    for (double const seconds : {kNotANumber, 0.0, 1e-4})
        CHECK(fault_of(&Timings::display_slide, seconds).find("screen 'display' goes on before it can be read") !=
              std::string::npos);
}

TEST_CASE("content whose loop would stand still is told")
{
    using content::Timings;
    for (double const seconds : {kForEver, 3600.0}) {
        CAPTURE(seconds);
        CHECK(fault_of(&Timings::attract_slide, seconds).find("screen 'attract' stands still") != std::string::npos);
        CHECK(fault_of(&Timings::display_slide, seconds).find("screen 'display' stands still") != std::string::npos);
        CHECK(fault_of(&Timings::warning, seconds).find("stands still") != std::string::npos);
    }
}

TEST_CASE("a clock that has stood for days is caught up with in one step")
{
    auto content = test::shipped_content();
    content.timings.attract_slide = 1e-6; // a slide each microsecond
    visit::State state = visit::fresh_state(content, Instant{std::chrono::seconds(1)});
    auto const later = Instant{std::chrono::hours(24 * 30)};
    visit::update(state, content, visit::Tick{}, {later, 1});
    CHECK(later - state.slide_since < std::chrono::microseconds(1) + Duration(1));
}
