// How one screen becomes the next: the aperture closes and opens, like a slow blink; pages of one series move along;
// with less movement one fades into the other. The scene is the new screen's from the first frame on, so that a touch
// never has to wait for a movement. Everything follows from two States and the time since: nothing is kept here.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

#include <optional>

namespace kiosk::screens {

constexpr Duration kChangeTime = std::chrono::milliseconds(280); // long enough to see where one goes

// What was there before, for as long as it is still seen.
struct Before {
    visit::State state;
    ui::Scroller scroller;
};

struct Change {
    Instant since;
    visit::Screen from = visit::Screen::attract;
    int direction = 0;            // pages: +1 onwards, -1 back; 0: the aperture
    std::optional<Before> before; // nothing: what a visitor leaves is gone at once
};

// The change from one State to another; nothing when it must be immediate ("leave") or there is none.
std::optional<Change> change_between(visit::State const& before, visit::State const& after,
                                     ui::Scroller const& scroller, Instant now);

// Draws the State's screen, in the middle of a change if there is one.
void draw_changing(Frame& frame, visit::State const& state, std::optional<Change> const& change);

} // namespace kiosk::screens
