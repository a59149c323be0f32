// The figures of a kiosk or a fleet in every grouping that a workbook shows: all together, over time, by fair, by
// kiosk, and row by row for pivot tables. Made by adding rows; the result does not depend on their order. Pure, plain
// data.
#pragma once
#include "figures/account/pivot.h"
#include "figures/figures.h"
#include "figures/label.h"

#include <array>

namespace kiosk::figures {

void add(Learning& sum, Learning const& more);

// What the workbook shows over time, of one day or of several together.
struct TimeCounts {
    std::int64_t visits = 0;
    std::int64_t engaged = 0,
                 visits_with_kind = 0; // visits with more than the first touch, of those whose kind was counted
    std::int64_t quizzes_started = 0, quizzes_finished = 0;
    Learning learning;
    std::int64_t loop_codes = 0; // codes that the trade-fair screen showed

    // Whether these counts use a measure.
    static bool includes(std::string_view measure);
    void add(TallyView const& row);
    void add(TimeCounts const& other);
    bool operator==(TimeCounts const&) const = default;
};

// The planned opening of a day, and what staff noted about it.
struct DaySummary {
    std::int64_t kiosks = 0;       // that were on
    std::int64_t minutes_open = 0; // of them together, as far as opening hours are known
    std::string open;              // "10:00-18:00" where there is one kiosk
    std::set<std::string> remarks;
};

// Published cells of reporting, over all languages: "measure/item" -> n, item may be kAll. Masked cells are missing, so
// that each sum means "at least".
using Published = std::map<std::string, std::int64_t>;

// The figures of one fair, kiosk, partner or country.
struct Subtotal {
    std::string name;                        // "" where it is not known
    std::int64_t kiosks = 1;                 // machines
    std::string planned_first, planned_last; // days of a fair, as the kiosk was set up
    std::string first, last;                 // days with visits
    std::int64_t days_with_visits = 0, days_missing = 0;
    std::int64_t minutes_open = 0; // on days whose hours are known
    Figures figures;
    std::optional<Published> published; // nothing: no period is closed

    std::int64_t visits() const { return figures.sum(Measure::visits); }
    std::int64_t quizzes_finished() const { return figures.sum(Measure::quiz_finished); }
    // At least so many codes were shown; nothing where none was published.
    std::optional<std::int64_t> codes_shown() const;
    // At least so many visits reached this step of reporting; nothing where it is masked.
    std::optional<std::int64_t> step(std::string_view step) const;
    void add(Release const& release);
};

struct WorkbookData {
    Figures figures;
    std::map<std::string, TimeCounts> days;          // by day; "" for an unknown one
    std::map<std::string, DaySummary> day_summaries; // by day
    std::vector<Release> releases;
    // At least so many codes were shown in a month: of periods that lie within one.
    std::map<std::string, std::int64_t> codes_by_month;
    // All items of reporting and support, so that a masked one has a row, too.
    std::map<Measure, std::set<std::string, std::less<>>> reporting_items;
    std::vector<Subtotal> fairs;                            // in the order of their days
    std::vector<Subtotal> by_kiosk, by_partner, by_country; // of a fleet only
    std::vector<Label> names;                               // of one kiosk: what it was called, in the course of time
    Pivot pivot;

    void add(TallyView const& row);
};

// Minutes of "hh:mm-hh:mm, …" or "closed"; nothing where the text has no hours.
std::optional<std::int64_t> open_minutes(std::string_view open);

// Adds what a release published to its month, where it lies within one.
void add_codes(std::map<std::string, std::int64_t>& by_month, Release const& release);

} // namespace kiosk::figures
