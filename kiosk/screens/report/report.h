// The screens of reporting: whom to call, where it happened, where to report, what to note.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

void draw_report_danger(Frame& frame, visit::State const& state);
void draw_report_emergency(Frame& frame, visit::State const& state);
void draw_report_where(Frame& frame, visit::State const& state);
void draw_report_channel(Frame& frame, visit::State const& state);
void draw_report_note(Frame& frame, visit::State const& state);
void draw_report_never(Frame& frame, visit::State const& state);
void draw_report_doubts(Frame& frame, visit::State const& state);
void draw_report_take(Frame& frame, visit::State const& state);

// Whom to call when a child is in danger at a place (an id of content/reporting), in one line.
std::string danger_words(Frame const& frame, std::string const& place);

// Buttons to the other screens of reporting: the contact, what to note, what never to do, doubts. Takes their height
// from the bottom of the area.
void draw_report_ways(Frame& frame, Rect& area, visit::Screen shown);
float report_ways_height(Frame& frame, float width, visit::Screen shown);

} // namespace kiosk::screens
