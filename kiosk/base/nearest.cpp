#include "base/nearest.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

namespace kiosk {

namespace {

// Levenshtein distance, one row at a time.
std::size_t edits_between(std::string_view first, std::string_view second)
{
    std::vector<std::size_t> row(second.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= first.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= second.size(); ++j) {
            auto const replaced = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::optional<std::string> nearest_word(std::string_view typed, std::vector<std::string> const& known)
{
    auto const limit = std::max<std::size_t>(2, typed.size() / 3);
    std::optional<std::string> best;
    auto best_distance = limit + 1;
    for (auto const& word : known) {
        // At least as many edits as one is longer than the other: a text of a megabyte is near to no word, at once.
        auto const apart = typed.size() > word.size() ? typed.size() - word.size() : word.size() - typed.size();
        if (apart >= best_distance) continue;
        auto const distance = edits_between(typed, word);
        if (distance < best_distance) {
            best_distance = distance;
            best = word;
        }
    }
    return best;
}

std::string suggest_word(std::string_view typed, std::vector<std::string> const& known)
{
    if (auto const word = nearest_word(typed, known)) return fmt::format("did you mean '{}'?", *word);
    return fmt::format("known are: {}", fmt::join(known, ", "));
}

} // namespace kiosk
