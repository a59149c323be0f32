// The screens of a traveller, from the attract loop to the quiz, and what the panel shows while the house is closed.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

void draw_attract(Frame& frame, visit::State const& state);
void draw_language(Frame& frame, visit::State const& state);
void draw_reading(Frame& frame, visit::State const& state);
void draw_home(Frame& frame, visit::State const& state);
void draw_page(Frame& frame, visit::State const& state);
void draw_quiz(Frame& frame, visit::State const& state);
void draw_quiz_end(Frame& frame, visit::State const& state);
void draw_notice(Frame& frame, visit::State const& state);
void draw_neutral(Frame& frame, visit::State const& state);
void draw_safe(Frame& frame, visit::State const& state);

// At the foot of the attract loop while there is no panel that can be touched: that touch is resting, and where to
// report from a phone instead. The plate of its code, the brightest thing on the panel, changes its place each turn.
Rect resting_place(Frame const& frame);
void draw_resting(Frame& frame, content::Language const& language, int turn);

// Outside opening hours, on the kiosk and on the display: a picture at rest and where to report, for dim light; then
// nothing. What lights a pixel changes its place within minutes.
void draw_asleep(Frame& frame, int minutes);
void draw_dark(Frame& frame);

} // namespace kiosk::screens
