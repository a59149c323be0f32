// What several screens share. Private to screens/.
#pragma once
#include "screens/frame.h"
#include "visit/state.h"

namespace kiosk::screens {

void draw_attract(Frame& frame, visit::State const& state);
void draw_language(Frame& frame, visit::State const& state);
void draw_reading(Frame& frame, visit::State const& state);
void draw_home(Frame& frame, visit::State const& state);
void draw_page(Frame& frame, visit::State const& state);
void draw_quiz(Frame& frame, visit::State const& state);
void draw_quiz_end(Frame& frame, visit::State const& state);
void draw_report_danger(Frame& frame, visit::State const& state);
void draw_report_emergency(Frame& frame, visit::State const& state);
void draw_report_where(Frame& frame, visit::State const& state);
void draw_report_channel(Frame& frame, visit::State const& state);
void draw_report_note(Frame& frame, visit::State const& state);
void draw_report_never(Frame& frame, visit::State const& state);
void draw_report_doubts(Frame& frame, visit::State const& state);
void draw_report_take(Frame& frame, visit::State const& state);
void draw_notice(Frame& frame, visit::State const& state);
void draw_neutral(Frame& frame, visit::State const& state);
void draw_safe(Frame& frame, visit::State const& state);
void draw_staff_pin(Frame& frame, visit::State const& state);
void draw_staff_new_pin(Frame& frame, visit::State const& state);
void draw_staff_figures(Frame& frame, visit::State const& state);
void draw_staff_days(Frame& frame, visit::State const& state);
void draw_staff_health(Frame& frame, visit::State const& state);
void draw_staff_content(Frame& frame, visit::State const& state);
void draw_staff_settings(Frame& frame, visit::State const& state);
void draw_staff_touch(Frame& frame, visit::State const& state);
void draw_staff_pack(Frame& frame, visit::State const& state);

// Over every screen that shows a contact, while nobody may report by it: said once, and large. Takes its height from
// the frame's content; returns where the page begins below it, 0 without it.
float draw_demonstration(Frame& frame, visit::State const& state);
void draw_bar(Frame& frame, visit::State const& state);
void draw_still_there(Frame& frame, visit::State const& state);

// The heading of a screen; takes its height from `area`.
void draw_title(Frame& frame, Rect& area, std::string const& id, std::string const& text);

// At the foot of the attract loop while there is no panel that can be touched: that touch is resting, and where to
// report from a phone instead. The plate of its code, the brightest thing on the panel, changes its place each turn.
Rect resting_place(Frame const& frame);
void draw_resting(Frame& frame, content::Language const& language, int turn);

// While no person has tried the contacts, or reviewed the texts: nothing pretends to be more than it is.
bool is_demonstration(content::Pack const& pack);
ui::TextBlock demonstration_block(Frame const& frame, std::string id, content::Language const& language);

// Whom to call when a child is in danger at a place, in one line.
std::string danger_words(Frame const& frame, std::string const& place);
// The last page of a campaign ends with the code, as the quiz does.
bool ends_with_code(content::Pack const& pack, visit::State const& state);

// A source as visitors read it: "Offenders on the Move. ECPAT International, 2016".
std::string source_line(content::Source const& source);

// The steps that lead on from a report: what to note, what not to do, doubts, back to the channel; without the one
// shown. Takes them from the bottom of the area.
void draw_report_ways(Frame& frame, Rect& area, visit::Screen shown);
float report_ways_height(Frame& frame, float width, visit::Screen shown);

// Until the next frame of a slow change over the whole panel: fewer of them where each is drawn without a graphics
// card.
Duration next_frame(Frame const& frame);

// Where the layers of a scene stand, -1 to 1: they drift from one side to the other at the beginning of each slide, and
// rest for the rest of it. Asks to be drawn again while they move.
float drift_of(Frame& frame, Instant since, long number);

// On portrait panels the lower 60 %, where arms reach; elsewhere the area itself.
Rect within_reach(Frame const& frame, Rect area);

} // namespace kiosk::screens
