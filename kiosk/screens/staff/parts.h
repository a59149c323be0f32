// What the staff's screens share: the band at their top, and how days and numbers are said. Private to screens/.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// The ground and the band: whose screen it is, the languages, the way out, and behind the PIN the staff's pages.
// Returns where the rest stands.
Rect draw_staff_band(Frame& frame, visit::State const& state);

// "green", "amber", "red".
char const* name_of(health::Light light);

// "1 234", as the language groups its digits; "−5" below zero.
std::string number_text(Frame const& frame, std::int64_t number);
// "62 %", of a whole that is not zero.
std::string percent_text(Frame const& frame, std::int64_t part, std::int64_t whole);
// "Wednesday 24 November", with the year where it is asked for: "24 November 2026". What is no day stays as it is.
std::string weekday_text(Frame const& frame, std::string const& day);
std::string date_text(Frame const& frame, std::string const& day);
// "23 November to 26 November 2026", or the one day.
std::string period_text(Frame const& frame, std::string const& first, std::string const& last);
// One of several that are chosen from, as a button that knows whether it is the chosen one.
ui::Button staff_tab(Frame const& frame, std::string id, std::string label, bool chosen);
ui::TextBlock staff_line(std::string id, std::string text, ui::Ink ink = ui::Ink::text);
// Between the edge of a plate and what stands on it, [px].
float plate_pad(ui::Layout const& layout);

void draw_export(Frame& frame, Rect const& rect, visit::StaffSession const& staff);
float export_height(Frame& frame, float width, visit::StaffSession const& staff);

} // namespace kiosk::screens
