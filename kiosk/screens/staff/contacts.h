// What new content changes of where reports go, and of numbers: each with what stands there now and what would stand
// there, for staff before they say yes. Names are those of the content that is shown, which staff know. Private to
// screens/.
#pragma once
#include "screens/staff/column.h"

namespace kiosk::screens {

// More are counted and not listed: nobody compares them one by one on a panel.
constexpr std::size_t kMostListed = 200;
// Of a text; addresses and numbers are shorter. [letters]
constexpr std::size_t kLongestListed = 240;

void draw_contact_changes(Frame& frame, StaffColumn& column, staff::StagedContent const& staged);

} // namespace kiosk::screens
