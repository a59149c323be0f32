// The fleet's file written anew: what one connection sees of it, into an empty one. Numbers of kiosks, labels, days and
// words are given in the order of what they stand for, and nothing is written that nothing refers to, so that what a
// file holds, and nothing of how it came there, makes its bytes. Private to fleet/.
#pragma once
#include "engagement/database.h"

namespace kiosk::fleet {

// `from` is a copy that goes, since numbers are looked up in tables of its own; `to` is an empty fleet file, and is
// written in one transaction.
Result<> write_anew(engagement::Database& from, engagement::Database& to);

} // namespace kiosk::fleet
