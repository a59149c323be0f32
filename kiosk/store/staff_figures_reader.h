// Reads the figures of the staff's screen from the store: open measures of spans of days, and the last release of
// reporting. Errors are the store's.
#pragma once
#include "store/store.h"

namespace kiosk::store {

struct StaffFiguresQuery {
    std::string today;                 // "" while the clock is not trusted: then only the release is read
    std::string fair_first, fair_last; // days; "" where no fair is set up
};

Result<StaffFigures> read_staff_figures(Store& store, StaffFiguresQuery const& question);

} // namespace kiosk::store
