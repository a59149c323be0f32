#include "figures/learning.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("what was learned is what went from wrong to right, less what went back")
{
    Learning const learning{.stayed_right = 50, .learned = 30, .unlearned = 12, .stayed_wrong = 8};
    CHECK(learning.net() == 18);
    CHECK(learning.all() == 100);
    CHECK(Learning{.learned = 3, .unlearned = 7}.net() == -4);
    CHECK(Learning{}.net() == 0);
}

TEST_CASE("whoever guesses is right as often as one in so many ways to answer")
{
    CHECK(guessing_chance(ChoiceMode::one, 2) == doctest::Approx(0.5));
    CHECK(guessing_chance(ChoiceMode::one, 4) == doctest::Approx(0.25));
    // Of three answers: a, b, c, ab, ac, bc, abc.
    CHECK(guessing_chance(ChoiceMode::several, 3) == doctest::Approx(1.0 / 7));
    CHECK(guessing_chance(ChoiceMode::several, 1) == doctest::Approx(1));
    CHECK(guessing_chance(ChoiceMode::one, 0) == 0);
    CHECK(guessing_chance(ChoiceMode::several, 0) == 0);
}

TEST_CASE("guessing moves as many from wrong to right as back, which is less than one in four")
{
    // Of 160 quizzes with four answers: 120 begin wrong, and a quarter of these end right; 40 begin right, and three
    // quarters of these end wrong.
    CHECK(moved_by_guessing(160, guessing_chance(ChoiceMode::one, 4)) == 30);
    CHECK(moved_by_guessing(1000, guessing_chance(ChoiceMode::one, 2)) == 250);
    CHECK(moved_by_guessing(7, guessing_chance(ChoiceMode::one, 4)) == 1);
    CHECK(moved_by_guessing(0, 0.25) == 0);
    // One answer is always right, and no answer never: nothing moves.
    CHECK(moved_by_guessing(1000, 1) == 0);
    CHECK(moved_by_guessing(1000, 0) == 0);
}
