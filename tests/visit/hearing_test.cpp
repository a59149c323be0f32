// A new screen takes no tap for half a second, and nothing of such a tap is counted.
#include "visit/walk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using test::Walk;
using namespace std::chrono_literals;

namespace {

// Nothing but the time has changed, and nothing was counted.
bool is_unheard(Walk const& before, Action const& second, Duration after)
{
    auto walk = before;
    walk.now = walk.now + after;
    walk.at_once(Touched{}).at_once(second);
    return walk.state == before.state && walk.counts == before.counts;
}

} // namespace

TEST_CASE("what a hand does within half a second of a new screen is not heard")
{
    auto const home = Walk{}.tap(ChooseLanguage{"fr"});
    auto const danger = Walk{home}.tap(Navigate{Screen::report_danger});
    auto const where = Walk{danger}.tap(AskPlace{});
    auto const question = Walk{home}.tap(StartQuiz{});
    auto const answer =
        ChooseAnswer{question.content.quizzes.front().find(question.content.quizzes.front().pair)->answers.front()};
    auto const neutral = Walk{home}.tap(Leave{});
    for (auto const after : {0ms, 150ms, 499ms}) {
        CAPTURE(after.count());
        CHECK(is_unheard(home, Navigate{Screen::report_danger}, after));
        CHECK(is_unheard(home, Leave{}, after));
        CHECK(is_unheard(home, UsedKeyboard{}, after));
        CHECK(is_unheard(danger, AskPlace{}, after));
        CHECK(is_unheard(where, ChoosePlace{"DE"}, after));
        CHECK(is_unheard(question, answer, after));
        CHECK(is_unheard(neutral, Begin{}, after));
    }
    CHECK_FALSE(is_unheard(home, Navigate{Screen::report_danger}, 500ms));
    CHECK_FALSE(is_unheard(neutral, Begin{}, 500ms));
}

TEST_CASE("the question that follows another, its reason and the next page are new screens, too")
{
    auto walk = Walk{}.tap(ChooseLanguage{"en"}).tap(StartQuiz{});
    walk.tap(ChooseAnswer{"a"}); // the intent
    auto const* pair = walk.content.quizzes.front().find(walk.content.quizzes.front().pair);
    walk.tap(ChooseAnswer{pair->answers.front()}); // the next question has come
    auto const next = walk.state.quiz.questions[2];
    CHECK(is_unheard(walk, ChooseAnswer{walk.content.quizzes.front().find(next)->answers.front()}, 200ms));
    for (auto const& answer : walk.content.quizzes.front().find(next)->right) walk.tap(ChooseAnswer{answer});
    walk.tap(ConfirmAnswer{});
    REQUIRE(walk.state.quiz.answered);
    auto const reason = Walk{walk};
    if (reason.content.quizzes.front().find(next)->right.size() > 1) CHECK(is_unheard(reason, NextQuestion{}, 0ms));

    auto page = Walk{}.tap(ChooseLanguage{"en"}).tap(OpenSeries{"dont-look-away", ""}).tap(TurnPage{1});
    CHECK(is_unheard(page, TurnPage{1}, 300ms));
    page.tap(ShowSources{true});
    CHECK(is_unheard(page, ShowSources{false}, 300ms));
}

TEST_CASE("what was under \"still there?\" is a new screen once that is touched away")
{
    auto walk = Walk{}.tap(ChooseLanguage{"en"}).wait(80s);
    REQUIRE(walk.state.warned);
    walk.go(Touched{});
    REQUIRE_FALSE(walk.state.warned);
    CHECK(is_unheard(walk, OpenSeries{"dont-look-away", ""}, 100ms));
}

TEST_CASE("the attract loop is heard while its statements change")
{
    Walk walk;
    walk.wait(12s);
    REQUIRE(walk.state.attract_slide == 1);
    walk.at_once(Touched{}).at_once(Begin{});
    CHECK(walk.state.screen == Screen::language);
}

TEST_CASE("choosing an answer of several, or a reading aid that moves nothing, leaves the screen to the hand")
{
    auto walk = Walk{}.tap(ChooseLanguage{"en"}).tap(Navigate{Screen::reading}).tap(SetTheme{ThemeChoice::contrast});
    CHECK(accepts_input(walk.state, walk.now));
    walk.tap(SetTextSize{TextSize::large}); // everything lies elsewhere
    CHECK_FALSE(accepts_input(walk.state, walk.now));
}

TEST_CASE("the clock, the machine and answers that were waited for are heard always")
{
    auto const staff = Walk{}.go(OpenStaff{});
    CHECK_FALSE(accepts_input(staff.state, staff.now));
    CHECK_FALSE(is_user_input(Replied{staff::PinChecked{}}));
    CHECK_FALSE(is_user_input(Replied{staff::FiguresExported{}}));
    CHECK(Walk{staff}.at_once(ResumedFromSleep{}).state.screen == Screen::attract);
    auto home = Walk{}.tap(ChooseLanguage{"en"});
    CHECK(Walk{home}.at_once(Stop{}).of(Measure::visit_ended, "restart") == 1);
}
