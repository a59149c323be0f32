// The state of the PIN lock before staff mode, as lock/ tells it to the session and the screens. Plain data.
#pragma once
#include "base/clock.h"

namespace kiosk::staff {

// open: a PIN can be tried. waiting: not before LockStatus::wait. shut: not before the machine was switched off and on
// and a time has passed. shut_for_good: only a recovery stick helps. unset: there is no PIN. unknown: it could not be
// read.
enum class LockState { unknown, unset, open, waiting, shut, shut_for_good };

struct LockStatus {
    LockState state = LockState::unset;
    Duration wait{0}; // until the next attempt; 0 where it is not known. For waiting and shut
    int attempts = 0; // left until the lock shuts, once one was wrong; else 0
    bool operator==(LockStatus const&) const = default;
};

enum class Attempt { right, wrong, refused }; // refused: the PIN was not checked, since the lock is not open

// What was wrong with a recovery stick. foreign_stick: of a file system that the kiosk does not read. too_far: its
// number is so high that no later stick could have a higher one. unknown: its number could not be stored.
enum class RecoveryFault { none, no_stick, foreign_stick, not_signed, other_kiosk, used_before, too_far, unknown };

} // namespace kiosk::staff
