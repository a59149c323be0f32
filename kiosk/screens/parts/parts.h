// Title, bar and notices, which several screens share. Private to screens/.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// A band on every screen with a contact while the content is a demonstration. Takes its height from the frame's
// content; returns where the page begins below it, [px]; 0 without it.
float draw_demonstration(Frame& frame, visit::State const& state);
// The content's area of a screen that does not scroll, below that band where it has one, [px].
Rect page_area(Frame& frame, visit::State const& state);
void draw_bar(Frame& frame, visit::State const& state);
void draw_still_there(Frame& frame, visit::State const& state);

// The heading of a screen; takes its height from `area`.
void draw_title(Frame& frame, Rect& area, std::string const& id, std::string const& text);

// Whether the edition is a demonstration, or a contact has not been tried by a person.
bool is_demonstration(content::Content const& content);
ui::TextBlock demonstration_block(Frame const& frame, std::string id, content::Language const& language);

// Whether the screen shows the QR code to take along: the last page of a campaign, the end of a scene, and that of
// the quiz.
bool ends_with_code(content::Content const& content, visit::State const& state);

// A number in a ring that fills the square; its digits have `letters` [px].
void draw_number(Frame& frame, Rect const& square, std::size_t number, float letters);

// A source as visitors read it: "Offenders on the Move. ECPAT International, 2016".
std::string source_line(content::Source const& source);

// Time to the next frame of an animation over the whole panel; longer without a graphics card.
Duration next_frame(Frame const& frame);

// The position of a scene's layers, -1 to 1: they drift from one side to the other in the first seconds of each slide
// (`number`), and then rest. Requests frames while they move.
float drift_of(Frame& frame, Instant since, long number);

// The part of the area that arms reach: the lower 60 % of a portrait panel that is 30 cm high at least, all of it
// elsewhere.
Rect within_reach(Frame const& frame, Rect area);

} // namespace kiosk::screens
