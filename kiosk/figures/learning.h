// What the paired question of a quiz tells. It is asked first and once more at the end, without its answer being given
// away in between; what changed between the two is counted. Every number is one of quizzes that were played to their
// end, never of people: somebody who plays twice is two quizzes. Pure arithmetic, one for the staff's
// screen and the office's workbook, so that both say the same.
//
// "Learned" is what went from wrong to right less what went from right to wrong. Either of the two alone says little,
// since guessing moves some of each: whoever guesses is right with a chance g, and guesses anew at the end, so that
// (1 - g) * g of the quizzes go from wrong to right and g * (1 - g) go back. What guessing moves is the same in both
// directions, and nothing is left of it in the difference.
#pragma once
#include <cmath>
#include <cstdint>

namespace kiosk {

struct Learning {
    std::int64_t stayed_right = 0, learned = 0, unlearned = 0, stayed_wrong = 0; // learned: wrong, then right
    std::int64_t all() const { return stayed_right + learned + unlearned + stayed_wrong; }
    // Below zero where more was lost than found; nobody is to be told that it was nothing.
    std::int64_t net() const { return learned - unlearned; }
    bool operator==(Learning const&) const = default;
};

// How many of its answers a question wants: one, or whichever of them are right.
enum class Choosing { one, several };

// The chance of being right by guessing, 0 to 1, among `answers` of which each is as likely as any other. Several: any
// set of them but the empty one, of which one is right. 0 where there is no answer to choose.
inline double guessing_chance(Choosing choosing, int answers)
{
    if (answers <= 0) return 0;
    auto const ways = choosing == Choosing::one ? static_cast<double>(answers) : std::ldexp(1.0, answers) - 1;
    return 1 / ways;
}

// Of `quizzes`, all guessed with this chance of being right: how many are expected to go from wrong to right, and just
// as many from right to wrong. To the nearest whole number.
inline std::int64_t moved_by_guessing(std::int64_t quizzes, double chance)
{
    return std::llround(static_cast<double>(quizzes) * chance * (1 - chance));
}

} // namespace kiosk
