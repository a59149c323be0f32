// The screens of the staff, behind the PIN.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

void draw_staff_pin(Frame& frame, visit::State const& state);
void draw_staff_new_pin(Frame& frame, visit::State const& state);
void draw_staff_figures(Frame& frame, visit::State const& state);
void draw_staff_days(Frame& frame, visit::State const& state);
void draw_staff_health(Frame& frame, visit::State const& state);
void draw_staff_content(Frame& frame, visit::State const& state);
void draw_staff_settings(Frame& frame, visit::State const& state);
void draw_staff_touch(Frame& frame, visit::State const& state);
void draw_staff_close_down(Frame& frame, visit::State const& state);

} // namespace kiosk::screens
