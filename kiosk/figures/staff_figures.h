// The figures on the staff's screen, as plain data, read by store/staff_figures_reader.h. Counts are sums over a span
// of days, never of a visitor. Reporting comes from releases only: of closed periods, and never below the threshold.
#pragma once
#include "figures/day_remarks.h"
#include "figures/learning.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kiosk {

using NamedCounts = std::vector<std::pair<std::string, std::int64_t>>; // id -> count, in the order to be shown

struct QuestionFigures {
    std::string quiz, question;                     // ids
    std::int64_t right = 0, answered = 0, left = 0; // left: quizzes that ended at this question
    NamedCounts answers;                            // by answer id, how often each was chosen
    bool operator==(QuestionFigures const&) const = default;
};

// One span of days: today, this fair, this month.
struct SpanFigures {
    std::string first, last; // days, "2026-11-23"; empty where the span is not known (clock, no fair set up)
    std::int64_t visits = 0, quizzes_started = 0, quizzes_finished = 0;
    NamedCounts visits_by_bucket; // "2026-11-23T14" by hour where the span is one day of a fair, else "2026-11-23"
    NamedCounts languages;        // visits by language, the most used first
    std::vector<QuestionFigures> questions; // in the order of their ids
    Learning learning;
    bool operator==(SpanFigures const&) const = default;
};

// The last release of reporting figures.
struct ReleaseFigures {
    std::string first, last; // days of its period
    std::int64_t threshold = 10;
    // By step id ("danger", "where", …): visits that reached it; nothing where it is masked.
    std::vector<std::pair<std::string, std::optional<std::int64_t>>> steps;
    bool operator==(ReleaseFigures const&) const = default;
};

// What an export would close now, once and for all.
struct ClosingFigures {
    std::string name;        // of the fair, else of the kiosk
    std::string first, last; // days; "" for counts of an unknown day
    bool operator==(ClosingFigures const&) const = default;
};

struct StaffFigures {
    SpanFigures today, fair, month;
    std::vector<ClosingFigures> closing;
    std::optional<ReleaseFigures> reporting; // nothing: no period is closed yet
    std::vector<DayRemark> remarks;          // of the last kRemarkDays days, the latest day first
    std::string last_export;                 // day of the last verified export; empty: never
    bool clock_trusted = true;
    bool operator==(StaffFigures const&) const = default;
};

} // namespace kiosk
