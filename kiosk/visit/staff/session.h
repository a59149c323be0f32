// The session of a member of staff: a state machine of its own beside the visit's. It begins at the pad for a PIN and
// ends by itself. It writes the session, which of the staff's screens is shown and when that was touched, and nothing
// else of the State; what takes time it asks for by commands, and hears by visit::Replied. Pure.
#pragma once
#include "visit/model/action.h"
#include "visit/model/moment.h"

namespace kiosk::visit {

// On a fresh State.
void begin_session(State& state, PadOrder pad, Moment const& moment, staff::Commands& commands);

enum class SessionEnd { goes_on, over };

// On a screen of the staff; what is a visitor's means nothing there.
SessionEnd update_session(State& state, Action const& action, Moment const& moment, staff::Commands& commands);

// When it will end if it is left untouched.
Instant session_deadline(State const& state);

} // namespace kiosk::visit
