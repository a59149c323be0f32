// Parts of the staff's screens: the band at the top, and formats of days and numbers. Private to screens/.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// Draws the background and the band: the kiosk's name, the languages, the button that leaves, and behind the PIN the
// tabs of the pages. Returns the area for the page.
Rect draw_staff_band(Frame& frame, visit::State const& state);

// "green", "amber", "red".
char const* name_of(health::Light light);

// "1 234", as the language groups its digits; "−5" below zero.
std::string number_text(Frame const& frame, std::int64_t number);
// "62 %", of a whole that is not zero.
std::string percent_text(Frame const& frame, std::int64_t part, std::int64_t whole);
// "Wednesday 24 November", and "24 November 2026", for a day "2026-11-24". A text that is no day is returned unchanged.
std::string weekday_text(Frame const& frame, std::string const& day);
std::string date_text(Frame const& frame, std::string const& day);
// "23 November to 26 November 2026", or the one day.
std::string period_text(Frame const& frame, std::string const& first, std::string const& last);
// A button for one of several choices.
ui::Button staff_tab(Frame const& frame, std::string id, std::string label, bool chosen);
ui::TextBlock staff_line(std::string id, std::string text, ui::Ink ink = ui::Ink::text);
// The inner margin of a plate, [px].
float plate_pad(ui::Layout const& layout);

void draw_export(Frame& frame, Rect const& rect, visit::StaffSession const& staff);
float export_height(Frame& frame, float width, visit::StaffSession const& staff);

} // namespace kiosk::screens
