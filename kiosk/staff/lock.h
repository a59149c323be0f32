// The lock before staff mode, as both sides of it speak of it: lock/ decides, the session hears, a screen says. Plain
// data.
#pragma once
#include "base/clock.h"

namespace kiosk::staff {

// open: a PIN can be tried. waiting: not before a while. shut: until the machine was off and on, and then some.
// shut_for_good: a recovery stick only. unset: nobody has chosen a PIN. unknown: it could not be looked at.
enum class LockState { unknown, unset, open, waiting, shut, shut_for_good };

struct LockStatus {
    LockState state = LockState::unset;
    Duration wait{0}; // until the next attempt, where that is known; of waiting and shut
    int attempts = 0; // left before the next shutting, once some were wrong; 0: not worth a word
    bool operator==(LockStatus const&) const = default;
};

enum class Attempt { right, wrong, refused }; // refused: it was not even looked at

// What was wrong with a recovery stick. foreign_stick: of a format that is not read. too_far: its number is so far
// above the last that with it no later stick would ever do. unknown: what was found could not be kept.
enum class RecoveryFault { none, no_stick, foreign_stick, not_signed, other_kiosk, used_before, too_far, unknown };

} // namespace kiosk::staff
