// What the staff screen shows, read from the store: spans of days of open measures, and the last release of reporting.
// Errors are the store's.
#pragma once
#include "store/store.h"

namespace kiosk::store {

struct LookQuestion {
    std::string today;                 // "" while the clock is not believed: then only the release is known
    std::string fair_first, fair_last; // days; "" where no fair is set up
};

Result<StaffFigures> look(Store& store, LookQuestion const& question);

} // namespace kiosk::store
