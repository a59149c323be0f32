// A new screen ignores input. People double-tap, as with a mouse, and the second tap falls on a screen that they have
// not seen yet. So for half a second after the buttons under a finger have changed, update() ignores all input, by
// finger or key, and counts nothing of it; and a finger that was down before does nothing until it is lifted. Screens
// have no exceptions. Pure.
#pragma once
#include "visit/model/action.h"

namespace kiosk::visit {

// EN 301 549, 5.8: a second press within half a second may be a tremor of the hand.
constexpr Duration kInputLockout = std::chrono::milliseconds(500);

// Whether input is taken now.
bool accepts_input(State const& state, Instant now);

// Whether an action comes from a person's input, rather than from the clock, the machine or a reply. OpenStaff does not
// count: it takes three seconds of touch, so that it is never a second tap.
bool is_user_input(Action const& action);

// Whether both states show the same page, whatever is chosen on it.
bool same_page(State const& first, State const& second);

// Whether targets of touch have moved, or been replaced by others. The next statement of the attract loop changes none:
// a touch begins a visit with each of them.
bool targets_changed(State const& before, State const& after);

} // namespace kiosk::visit
