#include "base/nearest.h"
#include "base/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace kiosk {

namespace {

// A list that is longer is of no help to who reads it, [bytes].
constexpr std::size_t kLongestList = 160;

// Of optimal string alignment (Damerau, Levenshtein): two letters that changed places are one edit.
std::size_t edits_between(std::string_view first, std::string_view second)
{
    std::vector<std::size_t> before(second.size() + 1), above(second.size() + 1), row(second.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= first.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= second.size(); ++j) {
            auto const replaced = above[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above.back();
}

// Of a word of one letter or two any other is a few edits away: there only capitals are forgiven.
std::size_t most_edits(std::size_t letters)
{
    if (letters <= 2) return 0;
    return letters <= 4 ? 1 : std::max<std::size_t>(2, letters / 3);
}

} // namespace

std::optional<std::string> nearest_word(std::string_view typed, std::vector<std::string> const& known)
{
    std::optional<std::string> best;
    auto best_distance = most_edits(typed.size()) + 1;
    auto const wanted = small_letters(typed);
    for (auto const& word : known) {
        // At least as many edits as one is longer than the other: a text of a megabyte is near to no word, at once.
        auto const apart = typed.size() > word.size() ? typed.size() - word.size() : word.size() - typed.size();
        if (apart >= best_distance) continue;
        auto const distance = edits_between(wanted, small_letters(word));
        // A word of two letters is no short form of one of four.
        if (distance < best_distance && distance <= most_edits(word.size())) {
            best_distance = distance;
            best = word;
        }
    }
    return best;
}

std::string suggest_word(std::string_view typed, std::vector<std::string> const& known)
{
    if (auto const word = nearest_word(typed, known)) return fmt::format("did you mean '{}'?", *word);
    auto list = fmt::format("known are: {}", fmt::join(known, ", "));
    return list.size() <= kLongestList ? list : std::string();
}

std::string quoted_list(std::vector<std::string> const& words)
{
    std::string choice;
    for (std::size_t i = 0; i < words.size(); ++i)
        choice += fmt::format("{}\"{}\"", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
    return choice;
}

} // namespace kiosk
