// What several screens share. Private to screens/.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// Over every screen that shows a contact, while nobody may report by it: said once, and large. Takes its height from
// the frame's content; returns where the page begins below it, 0 without it.
float draw_demonstration(Frame& frame, visit::State const& state);
void draw_bar(Frame& frame, visit::State const& state);
void draw_still_there(Frame& frame, visit::State const& state);

// The heading of a screen; takes its height from `area`.
void draw_title(Frame& frame, Rect& area, std::string const& id, std::string const& text);

// While no person has tried the contacts, or reviewed the texts: nothing pretends to be more than it is.
bool is_demonstration(content::Pack const& pack);
ui::TextBlock demonstration_block(Frame const& frame, std::string id, content::Language const& language);

// The last page of a campaign ends with the code, as the quiz does.
bool ends_with_code(content::Pack const& pack, visit::State const& state);

// A source as visitors read it: "Offenders on the Move. ECPAT International, 2016".
std::string source_line(content::Source const& source);

// Until the next frame of a slow change over the whole panel: fewer of them where each is drawn without a graphics
// card.
Duration next_frame(Frame const& frame);

// Where the layers of a scene stand, -1 to 1: they drift from one side to the other at the beginning of each slide, and
// rest for the rest of it. Asks to be drawn again while they move.
float drift_of(Frame& frame, Instant since, long number);

// On portrait panels the lower 60 %, where arms reach; elsewhere the area itself.
Rect within_reach(Frame const& frame, Rect area);

} // namespace kiosk::screens
