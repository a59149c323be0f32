// Closing periods: reporting and support figures leave a kiosk by the period, once and for all. In shops a period is a
// calendar month, closed when it is over; at fairs it is all days since the last one, closed by an export. What was
// released is kept as it was and never counted again, so that nothing can be learned from the difference of two
// exports. A guarded count that comes after its day was closed belongs to the next day (as a bank's does).
#pragma once
#include "engagement/store.h"

namespace kiosk::engagement {

enum class Periods { months, until_now };

// "months" or "until-now", as the kiosk remembers it for tools.
std::string_view name(Periods periods);
Periods periods_named(std::string_view name);

// Releases every period that is due on this day; `today` is believed. Returns how many there were.
Result<int> close_periods(Store& store, std::string const& today, Periods periods, std::int64_t threshold);

// The day that a guarded count of `day` belongs to.
std::string open_day(std::string const& day, std::string const& released_through);

} // namespace kiosk::engagement
