// The claim is strong, and so is the attacker: he knows the rules, sees all that is published, and has every table
// there could be before him.
#include "figures/suppression.h"

#include <doctest/doctest.h>
#include <functional>

using namespace kiosk::figures;

namespace {

using Numbers = std::vector<std::int64_t>;

ReportingTable table_of(Numbers const& numbers, std::size_t items, std::size_t languages)
{
    ReportingTable table;
    table.measure = "report_place";
    for (std::size_t i = 0; i < items; ++i) table.items.insert("item-" + std::to_string(i));
    for (std::size_t j = 0; j < languages; ++j) table.languages.insert("l" + std::to_string(j));
    for (std::size_t i = 0; i < items; ++i)
        for (std::size_t j = 0; j < languages; ++j)
            if (auto const n = numbers[i * languages + j]; n > 0)
                table.n[{"item-" + std::to_string(i), "l" + std::to_string(j)}] = n;
    return table;
}

// All tables whose counts add up to no more than `most`.
void each_table(std::size_t cells, std::int64_t most, std::function<void(Numbers const&)> const& take)
{
    Numbers numbers(cells, 0);
    std::function<void(std::size_t, std::int64_t)> const fill = [&](std::size_t at, std::int64_t left) {
        if (at == cells) return take(numbers);
        for (numbers[at] = 0; numbers[at] <= left; ++numbers[at]) fill(at + 1, left - numbers[at]);
        numbers[at] = 0;
    };
    fill(0, most);
}

// What each count and each total of a row may be, given what was published.
using Guesses = std::vector<std::set<std::int64_t>>;

struct Truth {
    Numbers cells; // by row: the languages, then the total
};

Truth truth_of(Numbers const& numbers, std::size_t languages)
{
    Truth truth;
    for (std::size_t at = 0; at < numbers.size(); at += languages) {
        std::int64_t total = 0;
        for (std::size_t j = 0; j < languages; ++j) {
            truth.cells.push_back(numbers[at + j]);
            total += numbers[at + j];
        }
        truth.cells.push_back(total);
    }
    return truth;
}

struct Attack {
    long small_cells = 0, bounded = 0, published = 0;
};

Attack attack(std::size_t items, std::size_t languages, std::int64_t threshold, std::int64_t most)
{
    std::map<std::vector<ReleasedCell>, std::pair<Guesses, std::int64_t>> seen; // and the largest sum behind it
    each_table(items * languages, most, [&](Numbers const& numbers) {
        auto const published = cells_at(table_of(numbers, items, languages), threshold);
        auto const truth = truth_of(numbers, languages);
        auto& [guesses, largest] = seen[published];
        guesses.resize(truth.cells.size());
        std::int64_t sum = 0;
        for (auto const n : numbers) sum += n;
        largest = std::max(largest, sum);
        for (std::size_t i = 0; i < truth.cells.size(); ++i) guesses[i].insert(truth.cells[i]);
    });
    Attack result;
    for (auto const& [published, behind] : seen) {
        result.published += static_cast<long>(published.size());
        // Where the very largest tables stand behind it, larger ones that were not tried would, too.
        if (behind.second == most) continue;
        for (auto const& guesses : behind.first) {
            if (*guesses.begin() >= threshold) continue;
            ++result.small_cells;
            for (std::int64_t n = 0; n < threshold; ++n)
                if (!guesses.contains(n)) {
                    ++result.bounded;
                    break;
                }
        }
    }
    return result;
}

} // namespace

TEST_CASE("whoever knows the rules and every possible table still finds each small value possible behind every mask")
{
    struct Shape {
        std::size_t items, languages;
        std::int64_t threshold, most;
    };
    for (auto const& shape : {Shape{1, 2, 3, 20}, Shape{3, 1, 3, 20}, Shape{2, 2, 3, 17}, Shape{5, 1, 3, 17},
                              Shape{2, 3, 2, 12}, Shape{4, 1, 4, 24}}) {
        CAPTURE(shape.items);
        CAPTURE(shape.languages);
        auto const result = attack(shape.items, shape.languages, shape.threshold, shape.most);
        CHECK(result.small_cells > 0);
        CHECK(result.published > 0);
        CHECK(result.bounded == 0);
    }
}

TEST_CASE("counts below the threshold are masked, zero included, and larger ones published")
{
    auto table = table_of({9, 10, 0}, 3, 1);
    auto const cells = cells_at(table, 10);
    REQUIRE(cells.size() == 2); // the language of the one that is published, and its total
    CHECK(cells[0].item == "item-1");
    CHECK(cells[0].n == 10);
    for (auto const& cell : cells) CHECK(cell.item != kAll); // 19 less 10 would give the nine away
}

TEST_CASE("a total of all items is published when many masked ones may share what is left")
{
    // Five masked items share 12: each may be anything from 0 to 9.
    auto const cells = cells_at(table_of({30, 5, 4, 3, 0, 0}, 6, 1), 10);
    REQUIRE_FALSE(cells.empty());
    CHECK(cells.front() == ReleasedCell{"report_place", "*", "*", 42});
    // Two masked ones share 12: each is 3 at least.
    for (auto const& cell : cells_at(table_of({30, 9, 3}, 3, 1), 10)) CHECK(cell.item != kAll);
}

TEST_CASE("the languages of an item are published all together or not at all")
{
    auto const all = cells_at(table_of({10, 11, 12}, 1, 3), 10);
    CHECK(all.size() == 5); // three languages, their total, the total of all
    auto const none = cells_at(table_of({10, 11, 9}, 1, 3), 10);
    for (auto const& cell : none) CHECK(cell.language == kAll);
}
