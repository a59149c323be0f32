// The staff's figures: visits, languages, the quiz and reporting, each as a chart with its heading. Private to
// screens/.
#pragma once
#include "screens/staff/parts.h"

namespace kiosk::screens {

SpanFigures const& span_of(StaffFigures const& figures, visit::Span span);

// Draws the chart of the subject and span that the session has chosen.
void draw_staff_chart(Frame& frame, Rect const& area, visit::StaffSession const& staff);

} // namespace kiosk::screens
