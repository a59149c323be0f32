// Transitions between screens: the aperture closes and opens; pages of one series move sideways; with less movement one
// screen fades into the other. The scene is that of the new screen from the first frame on, so that touches need not
// wait for the animation. Pure: the result depends on the two States and the time since the change.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

#include <optional>

namespace kiosk::screens {

constexpr Duration kTransitionTime = std::chrono::milliseconds(280); // long enough to see where one goes

// The previous screen, for as long as it is seen.
struct PreviousScreen {
    visit::State state;
    ui::Scroller scroller;
};

struct Transition {
    Instant since;
    visit::Screen from = visit::Screen::attract;
    int direction = 0;                    // pages: +1 onwards, -1 back; 0: the aperture
    std::optional<PreviousScreen> before; // nothing where a visit ends: its last screen must not be seen any longer
};

// The transition from one State to another; nothing where there is none, or where the change must be immediate
// ("leave").
std::optional<Transition> transition_between(visit::State const& before, visit::State const& after,
                                             ui::Scroller const& scroller, Instant now);

// Draws the State's screen, and the transition to it while there is one.
void draw_with_transition(Frame& frame, visit::State const& state, std::optional<Transition> const& change);

} // namespace kiosk::screens
