// The screens of whoever has seen something: whom to call, where it was, to whom to write, what to note.
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

// Whom to call when a child is in danger at a place, in one line.
std::string danger_words(Frame const& frame, std::string const& place);

// The steps that lead on from a report: what to note, what not to do, doubts, back to the channel; without the one
// shown. Takes them from the bottom of the area.
void draw_report_ways(Frame& frame, Rect& area, visit::Screen shown);
float report_ways_height(Frame& frame, float width, visit::Screen shown);

} // namespace kiosk::screens
