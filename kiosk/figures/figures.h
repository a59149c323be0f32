// Figures: sums over many tallies, for a workbook, a summary or the staff screen. Made by adding rows in any order; the
// same rows in another order give the same figures. Pure. Open measures come as rows of the tally; reporting and
// support come as releases only (release.h), already masked: a cell that is not there stands for anything from 0 to the
// threshold less 1.
#pragma once
#include "figures/measures.h"
#include "figures/staff_figures.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::figures {

constexpr int kWholeDay = -1; // in place of an hour

// One row of the tally; its texts are borrowed.
struct TallyView {
    std::int64_t label = 0; // number of the label in its database
    std::string_view day;   // of the kiosk's place, "2026-11-23"; "" where the clock was not trusted
    int hour = kWholeDay;   // 0 to 23 at fairs
    std::string_view content_version, language, measure, item;
    std::int64_t n = 0;
};

// "2026-11-23", at fairs "2026-11-23T14", or "unknown".
std::string bucket_name(TallyView const& row);

// In place of an item or a language in a released cell: all of them together.
constexpr std::string_view kAll = "*";

// One published cell of a release.
struct ReleasedCell {
    std::string measure, item, language; // item or language may be kAll
    std::int64_t n = 0;
    auto operator<=>(ReleasedCell const&) const = default;
};

// Reporting and support figures of one closed period, as published once and for all.
struct Release {
    std::int64_t number = 0; // from 1, in the order of time, of this database
    std::int64_t label = 0;  // whose figures these are
    std::string first, last; // days of the period, both included; "" for counts of an unknown day
    std::int64_t threshold = 0;
    std::string mark;                // 16 random hexadecimal digits, so that copies of a database can be told apart
    std::vector<ReleasedCell> cells; // sorted
    auto operator<=>(Release const&) const = default;
};

using Items = std::map<std::string, std::int64_t, std::less<>>;

// How often a question was answered.
struct Answered {
    std::int64_t right = 0, all = 0;
    auto operator<=>(Answered const&) const = default;
};

struct Figures {
    std::map<std::string, Items, std::less<>> sums; // open measures: id -> item -> n
    // Days or hours as stored, "unknown" among them; of a day on which something else was counted there may be 0.
    Items visits_by_bucket;
    Items visits_by_language;
    std::map<std::string, std::map<std::string, Answered>> answered_by_language; // by "quiz/question", by language
    std::set<std::string, std::less<>> content_versions;

    void add(TallyView const& row);
    void add(Figures const& other);
    std::int64_t sum(Measure measure) const;
    std::int64_t of(Measure measure, std::string_view item) const;
    Items const& items(Measure measure) const;

    // First and last day that has counts, of a loop that nobody touches too; "" for none.
    std::string first_day() const;
    std::string last_day() const;
    Items visits_by_day() const; // hours added up; days with counts of anything
    std::int64_t days_with_visits() const;
    std::int64_t visits_at_unknown_time() const;
    std::vector<QuestionFigures> questions() const; // ordered by quiz and question
    Learning learning() const;
    // Visits with more than the first touch. Nothing where an older version counted, which did not distinguish them.
    std::optional<std::int64_t> engaged() const;
};

} // namespace kiosk::figures
