// Closing periods: reporting and support figures leave a kiosk by the period, once and for all, under the label that
// they were counted under. At a fair whose days are known the period is the fair; else it is a calendar month. What was
// released is kept as it was and never counted again, so that nothing can be learned from the difference of two
// exports; the rows that it was made of go. A guarded count that comes after its day was closed belongs to the next day
// (as a bank's does).
//
// A period that is over is closed when the day turns, whether anybody exports or not: rows of reporting must not wait
// for a stick. An export closes what is still open and over, and a fair on its last day; it does so only after its
// package was written, synced and read back.
#pragma once
#include "store/store.h"

namespace kiosk::store {

// When a fair is over: the day after its last one, or on that day itself, if who closes it says that it is.
enum class Closing { by_the_day, by_export };

struct Period {
    figures::Label label;
    std::string first, last; // days; "" for counts of an unknown day
};

// What would be closed on this day; `today` is believed.
Result<std::vector<Period>> due_periods(Store& store, std::string const& today, Closing closing);

// Makes ready what is due.
Result<Store::Prepared> prepare_releases(Store& store, std::string const& today, Closing closing,
                                         figures::Threshold threshold);

// Releases every period that is over, without an export. Returns how many there were.
Result<int> close_periods(Store& store, std::string const& today, figures::Threshold threshold);

// The day that a guarded count of `day` belongs to, where all is closed through a day.
std::string open_day(std::string const& day, std::string const& closed_through);

// The published cells of all measures of a period. Of a channel's code only where its number says nothing of a place
// that is masked: visits saw a code because they had looked up one of the places that offer it, or live where it is
// offered first. What every visit to reporting sees tells of no place, and is not in the domain.
std::vector<figures::ReleasedCell> publishable(std::vector<figures::ReportingTable> const& tables, Domain const& domain,
                                               figures::Threshold threshold);

} // namespace kiosk::store
