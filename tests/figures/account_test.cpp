#include "figures/account/workbook_data.h"
#include "support/sample_figures.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;

namespace {

TallyView tally_of(std::string_view day, std::string_view measure, std::string_view item, std::int64_t n,
                   std::string_view language = "fr")
{
    return {1, day, kWholeDay, "1", language, measure, item, n};
}

std::int64_t sum_of(Pivot const& pivot)
{
    std::int64_t sum = 0;
    for (auto const& row : pivot.rows()) sum += row.n;
    return sum;
}

} // namespace

TEST_CASE("what is told day by day adds up to what is told together")
{
    auto const account = test::sample_account(test::sample_rows({.days = 100, .buckets = test::SampleBuckets::days}));
    TimeCounts all;
    for (auto const& [day, counts] : account.days) all.add(counts);
    auto const& figures = account.figures;
    CHECK(all.visits == figures.sum(Measure::visits));
    CHECK(all.engaged == figures.engaged());
    CHECK(all.visits_with_kind == figures.sum(Measure::visit_kind));
    CHECK(all.quizzes_started == figures.sum(Measure::quiz_started));
    CHECK(all.quizzes_finished == figures.sum(Measure::quiz_finished));
    CHECK(all.learning == figures.learning());
    CHECK(all.loop_codes == figures.sum(Measure::display_code));
    CHECK(account.days.contains("")); // counts of an unknown day are in no day, and in the sum
}

TEST_CASE("a loop that nobody touches has days, and no visits on them")
{
    WorkbookData account;
    account.add(tally_of("2026-11-23", "display_code", "be-form", 40));
    account.add(tally_of("2026-11-25", "display_code", "be-form", 40));
    CHECK(account.figures.first_day() == "2026-11-23");
    CHECK(account.figures.last_day() == "2026-11-25");
    CHECK(account.figures.days_with_visits() == 0);
    CHECK(account.days.at("2026-11-25").loop_codes == 40);
}

TEST_CASE("figures of two parts are those of both")
{
    auto const rows = test::sample_rows();
    auto const all = test::sample_figures(rows);
    auto const middle = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
    auto half = test::sample_figures({rows.begin(), middle});
    half.add(test::sample_figures({middle, rows.end()}));
    CHECK(half.sums == all.sums);
    CHECK(half.visits_by_bucket == all.visits_by_bucket);
    CHECK(half.visits_by_language == all.visits_by_language);
    CHECK(half.answered_by_language == all.answered_by_language);
    CHECK(half.content_versions == all.content_versions);
}

TEST_CASE("right answers by language add up to those of the question")
{
    auto const figures = test::sample_figures(test::sample_rows());
    for (auto const& question : figures.questions()) {
        Answered sum;
        for (auto const& [language, answered] :
             figures.answered_by_language.at(question.quiz + "/" + question.question)) {
            sum.right += answered.right;
            sum.all += answered.all;
        }
        CHECK(sum == Answered{question.right, question.answered});
    }
}

TEST_CASE("opening hours are read as they are told, and nothing else is")
{
    CHECK(open_minutes("10:00-18:00") == 480);
    CHECK(open_minutes("09:00-12:30, 13:30-18:00") == 480);
    CHECK(open_minutes("20:00-02:00") == 360);
    CHECK(open_minutes("00:00-24:00") == 1440);
    CHECK(open_minutes("closed") == 0);
    for (auto const* text : {"", "10-18", "10:00", "10:00-18:60", "25:00-26:00", "a:bc-de:fg"}) {
        CAPTURE(text);
        CHECK_FALSE(open_minutes(text));
    }
}

TEST_CASE("of reporting a part tells what was published, at least so many, and nothing that was masked")
{
    Subtotal part;
    CHECK_FALSE(part.codes_shown());
    auto const releases = test::sample_releases();
    part.add(releases[0]); // of which nothing was published
    CHECK_FALSE(part.codes_shown());
    CHECK_FALSE(part.step("danger"));
    part.add(releases[1]);
    CHECK(part.codes_shown() == 41); // the sum as it was published, not the 24 that have a name
    CHECK(part.step("danger") == 63);
    CHECK_FALSE(part.step("doubts"));
    auto unsummed = releases[1];
    std::erase_if(unsummed.cells, [](auto const& cell) { return cell.item == kAll; });
    part.add(unsummed);
    CHECK(part.codes_shown() == 41 + 24);
    std::map<std::string, std::int64_t> months;
    for (auto const& release : releases) add_codes(months, release);
    CHECK(months == std::map<std::string, std::int64_t>{{"2026-11", 41}});
    auto across = releases[1];
    across.first = "2026-10-30";
    add_codes(months, across); // of two months: of neither
    CHECK(months.size() == 1);
}

TEST_CASE("a pivot that has no room tells time and language more coarsely, and loses nothing")
{
    auto const rows = test::sample_rows({.days = 400, .buckets = test::SampleBuckets::days, .visits_a_day = 12});
    LabelText const label{"brussels-1", "", "BE", "shop", "", "", "", ""};
    std::int64_t all = 0;
    for (auto const& row : rows) all += row.n;
    Grain last = Grain::day_and_language;
    for (auto const room : std::initializer_list<std::size_t>{200'000, 20'000, 8'000, 2'000, 1'000, 400, 50}) {
        Pivot pivot(room);
        Pivot backwards(room);
        auto const add = [&](Pivot& to, test::SampleRow const& row) {
            auto view = tally_of(row.bucket == "unknown" ? "" : std::string_view(row.bucket), row.measure, row.item,
                                 row.n, row.language);
            to.add(label, view);
        };
        for (auto const& row : rows) add(pivot, row);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) add(backwards, *row);
        CAPTURE(room);
        CHECK((pivot.rows().size() <= room || pivot.grain() == Grain::all));
        CHECK(sum_of(pivot) == all);
        CHECK(pivot.grain() >= last);
        CHECK(pivot.grain() == backwards.grain());
        auto const one = pivot.rows();
        auto const other = backwards.rows();
        CHECK(std::equal(one.begin(), one.end(), other.begin(), other.end(), [](PivotRow const& a, PivotRow const& b) {
            return a.time == b.time && a.language == b.language && a.item == b.item && a.n == b.n;
        }));
        last = pivot.grain();
    }
    CHECK(last == Grain::all);
}
