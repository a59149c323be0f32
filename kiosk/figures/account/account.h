// The account: the figures of a kiosk or a fleet, told in every way that a workbook tells them: all together, in the
// course of time, fair beside fair, kiosk by kiosk, and row by row for tables of one's own. Made by adding rows in any
// order; the same rows give the same account. Pure, plain data.
#pragma once
#include "figures/account/pivot.h"
#include "figures/figures.h"
#include "figures/label.h"

#include <array>

namespace kiosk::figures {

void add(Learning& sum, Learning const& more);

// What is told in the course of time: of one day, or of several together.
struct TimeCounts {
    std::int64_t visits = 0;
    std::int64_t engaged = 0, kind_told = 0; // visits in which more was touched than to begin, of those that ended
    std::int64_t quizzes_begun = 0, quizzes_finished = 0;
    Learning learning;
    std::int64_t loop_codes = 0; // codes that the trade-fair screen showed

    // Whether a measure is told in the course of time at all.
    static bool tells(std::string_view measure);
    void add(TallyView const& row);
    void add(TimeCounts const& other);
    bool operator==(TimeCounts const&) const = default;
};

// A day as it was meant to be, and what staff said of it.
struct DayTold {
    std::int64_t kiosks = 0;       // that were on
    std::int64_t minutes_open = 0; // of them together, as far as opening hours are told
    std::string open;              // "10:00-18:00" where there is one kiosk
    std::set<std::string> remarks;
};

// Cells of reporting as they were published, over all languages: "measure/item" -> n, item may be kAll. Never
// anything that was masked, so that each is "at least so many".
using Published = std::map<std::string, std::int64_t>;

// One part of the whole: a fair, a kiosk, a partner, a country.
struct Part {
    std::string name;                        // "" where it is not told
    std::int64_t kiosks = 1;                 // machines
    std::string planned_first, planned_last; // days of a fair, as the kiosk was set up
    std::string first, last;                 // days with visits
    std::int64_t days_with_visits = 0, days_missing = 0;
    std::int64_t minutes_open = 0; // on days that were told
    Figures figures;
    std::optional<Published> published; // nothing: no period is closed

    std::int64_t visits() const { return figures.sum(Measure::visits); }
    std::int64_t quizzes_finished() const { return figures.sum(Measure::quiz_finished); }
    // Codes that were reached, at least; nothing where none was published.
    std::optional<std::int64_t> codes_shown() const;
    // "at least" of a step of reporting.
    std::optional<std::int64_t> step(std::string_view step) const;
    void add(Release const& release);
};

struct Account {
    Figures figures;
    std::map<std::string, TimeCounts> days;   // by day; "" for an unknown one
    std::map<std::string, DayTold> days_told; // by day
    std::vector<Release> releases;
    // Codes that were reached in a month, at least: of periods that lie within one.
    std::map<std::string, std::int64_t> codes_by_month;
    // What could be counted of reporting and support: so that what is masked whole has a row, too.
    std::map<Measure, std::set<std::string, std::less<>>> reporting_items;
    std::vector<Part> fairs;                            // in the order of their days
    std::vector<Part> by_kiosk, by_partner, by_country; // of a fleet only
    std::vector<Label> names;                           // of one kiosk: what it was called, in the course of time
    Pivot pivot;

    void add(TallyView const& row);
};

// "dd:mm-dd:mm, …" or "closed" [minutes]; nothing where it says no hours.
std::optional<std::int64_t> open_minutes(std::string_view open);

// Adds what a release published to its month, where it lies within one.
void add_codes(std::map<std::string, std::int64_t>& by_month, Release const& release);

} // namespace kiosk::figures
