// Hearing: a new screen takes no tap. People tap twice, as with a mouse, and the second tap falls on what has come
// meanwhile: it is nobody's choice. So for half a second after what lies under a hand was exchanged nothing that a hand
// does is taken, a finger's or a key's, nothing is counted of it, and a finger that was down before means nothing until
// it has been lifted. One rule, for every screen: `update` keeps it, and the app asks it before it takes a press. Pure.
#pragma once
#include "visit/model/action.h"

namespace kiosk::visit {

// EN 301 549 5.8: a second press within up to half a second is the trembling of one hand.
constexpr Duration kDeaf = std::chrono::milliseconds(500);

// Whether a hand is heard now.
bool hears(State const& state, Instant now);

// Whether somebody's hand asks for it, rather than the clock, the machine or an answer that was waited for. A finger
// that has rested three seconds in the staff's corner is no tap.
bool is_by_hand(Action const& action);

// Whether both show the same page, whatever is chosen on it.
bool same_page(State const& first, State const& second);

// Whether what could be touched in the one lies elsewhere in the other, or something else lies there. A statement of
// the attract loop that follows another exchanges nothing: whoever touches to begin touches the same.
bool exchanged(State const& before, State const& after);

} // namespace kiosk::visit
