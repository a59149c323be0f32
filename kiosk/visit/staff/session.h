// The staff session: a state machine of its own beside the visit's. It begins at the keypad for the PIN, and ends by
// itself when nobody touches the screen. Of State it writes only the session, the screen, and the times of its entering
// and its last touch. What takes time it asks for by commands; replies come as visit::Replied. Pure.
#pragma once
#include "visit/model/action.h"
#include "visit/model/moment.h"

namespace kiosk::visit {

// To be called on a fresh_state().
void begin_session(State& state, KeypadOrder pad, Moment const& moment, staff::Commands& commands);

enum class SessionEnd { goes_on, over };

// For a staff screen; actions of visitors do nothing there.
SessionEnd update_session(State& state, Action const& action, Moment const& moment, staff::Commands& commands);

// When the session ends if nobody touches the screen.
Instant session_deadline(State const& state);

} // namespace kiosk::visit
