// The screens of a visit, from the attract loop to the quiz, and what is shown outside opening hours.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

void draw_attract(Frame& frame, visit::State const& state);
// The eye that a visitor has touched, growing until it is all around; `share` 0..1.
void draw_eye_opening(Frame& frame, visit::State const& state, float share);
void draw_language(Frame& frame, visit::State const& state);
void draw_reading(Frame& frame, visit::State const& state);
void draw_home(Frame& frame, visit::State const& state);
void draw_page(Frame& frame, visit::State const& state);
// Back, the sources and next; none over the sheet of sources.
float page_foot_height(Frame const& frame, visit::State const& state);
void draw_page_foot(Frame& frame, visit::State const& state, Rect const& place);
void draw_scene(Frame& frame, visit::State const& state);
// The way on from a consequence.
float scene_foot_height(Frame const& frame, visit::State const& state);
void draw_scene_foot(Frame& frame, visit::State const& state, Rect const& place);
void draw_scene_end(Frame& frame, visit::State const& state);
void draw_quiz(Frame& frame, visit::State const& state);
void draw_quiz_end(Frame& frame, visit::State const& state);
void draw_notice(Frame& frame, visit::State const& state);
void draw_neutral(Frame& frame, visit::State const& state);
void draw_safe(Frame& frame, visit::State const& state);

// At the foot of the attract loop while no touch panel is found: it says so, and where to report from a phone. The
// plate of its QR code is the brightest thing on the panel, and moves with every slide (`turn`), so that it does not
// burn in.
Rect touch_missing_area(Frame const& frame);
void draw_touch_missing(Frame& frame, content::Language const& language, int turn);

// Outside opening hours, on the kiosk and on the display: first a dim picture, another one every minute so that none
// burns in; then black.
void draw_asleep(Frame& frame, int minutes);
void draw_dark(Frame& frame);

} // namespace kiosk::screens
