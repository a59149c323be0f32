// Closing periods: reporting and support figures leave a kiosk by period, once and for all, under the label that they
// were counted under. At a fair whose days are known the period is the fair; else it is a calendar month. A release is
// kept as it was published and never computed again, so that the difference of two exports reveals nothing; the rows
// that it was made of are removed. A guarded count that comes after its day was closed belongs to the next day (as a
// bank's does).
//
// A period that is over is closed when the day changes, whether anybody exports or not, since rows of reporting must
// not wait for a stick. An export closes what is still open and over, and a fair on its last day, but only after its
// package was written, synced and read back.
#pragma once
#include "store/store.h"

namespace kiosk::store {

// When a fair counts as over. end_of_period: the day after its last one. export_now: on its last day.
enum class ClosingTrigger { end_of_period, export_now };

struct Period {
    figures::Label label;
    std::string first, last; // days; "" for counts of an unknown day
};

// The periods that are due on this day, which must come from a trusted clock.
Result<std::vector<Period>> due_periods(Store& store, std::string const& today, ClosingTrigger closing);

// Computes and stores the releases that are due (Store::prepare).
Result<Store::PreparedReleases> prepare_releases(Store& store, std::string const& today, ClosingTrigger closing,
                                                 figures::Threshold threshold);

// Releases every period that is over, without an export. Returns how many there were.
Result<int> close_periods(Store& store, std::string const& today, figures::Threshold threshold);

// The day that a guarded count of `day` is stored under: a later one where `day` is closed already.
std::string next_open_day(std::string const& day, std::string const& closed_through);

// The published cells of all measures of a period. A channel's code is published only where its count reveals nothing
// about a masked place: visits saw the code because they had looked up one of the places that offer it, or live where
// it is offered first. A code that every visit to reporting sees reveals no place; it is not in the domain.
std::vector<figures::ReleasedCell> publishable(std::vector<figures::ReportingTable> const& tables, Domain const& domain,
                                               figures::Threshold threshold);

} // namespace kiosk::store
