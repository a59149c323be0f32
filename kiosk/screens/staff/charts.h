// The four subjects of the staff's figures, each as a chart with its heading. Private to screens/.
#pragma once
#include "screens/staff/parts.h"

namespace kiosk::screens {

SpanFigures const& span_of(StaffFigures const& figures, visit::Span span);

// The subject and span that the State names, over the whole area.
void draw_staff_chart(Frame& frame, Rect const& area, visit::StaffSession const& staff);

} // namespace kiosk::screens
