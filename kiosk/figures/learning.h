// What the paired question of a quiz shows. It is asked first and again at the end, and its answer is not given away in
// between; the change is counted. Numbers are of finished quizzes, never of people: somebody who plays twice counts
// twice. Pure arithmetic, shared by the staff's screen and the office's workbook.
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
    // May be negative, and is shown so.
    std::int64_t net() const { return learned - unlearned; }
    bool operator==(Learning const&) const = default;
};

// Whether exactly one answer of a question is right, or any number of them.
enum class ChoiceMode { one, several };

// The chance of being right by guessing, 0 to 1, among `answers` of which each is as likely as any other. Several: any
// set of them but the empty one, of which one is right. 0 where there is no answer to choose.
inline double guessing_chance(ChoiceMode choosing, int answers)
{
    if (answers <= 0) return 0;
    auto const ways = choosing == ChoiceMode::one ? static_cast<double>(answers) : std::ldexp(1.0, answers) - 1;
    return 1 / ways;
}

// Of `quizzes`, all guessed with this chance of being right: how many are expected to go from wrong to right, and just
// as many from right to wrong. To the nearest whole number.
inline std::int64_t moved_by_guessing(std::int64_t quizzes, double chance)
{
    return std::llround(static_cast<double>(quizzes) * chance * (1 - chance));
}

} // namespace kiosk
