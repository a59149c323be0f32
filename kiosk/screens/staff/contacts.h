// What new content changes about where reports go, and about telephone numbers: each change with the old and the new
// value, for staff to read before they accept it. Names are those of the content now shown, which staff know. Private
// to screens/.
#pragma once
#include "screens/staff/column.h"

namespace kiosk::screens {

// Changes beyond this are counted and not listed: nobody compares so many on a panel.
constexpr std::size_t kMostListed = 200;
// Longer texts are cut, [characters]. Addresses and numbers are shorter.
constexpr std::size_t kLongestListed = 240;

void draw_contact_changes(Frame& frame, StaffColumn& column, staff::StagedContent const& staged);

} // namespace kiosk::screens
