// Commands of the monkey: those of scripts (rehearsal/script.h), and their text form, so that anybody can replay what a
// monkey did. Plain functions.
#pragma once
#include "rehearsal/script.h"

#include <span>
#include <string>

namespace monkey {

using kiosk::rehearsal::Command;
using kiosk::rehearsal::CommandKind;

// One line, without its end. Points are whole pixels and times whole milliseconds: what is written is what was done.
std::string line_of(Command const& command);
std::string script_of(std::span<Command const> commands);

// How many things happened to the kiosk: a finger that comes down, moves or is lifted is one each, as in Android's
// monkey; whatever is no touch is one.
long events_of(Command const& command);

Command tap_at(kiosk::Point point);
Command swipe_from(kiosk::Point from, kiosk::Point to);
Command hold_at(kiosk::Point point, kiosk::Duration duration);
Command lasting(CommandKind kind, kiosk::Duration duration); // wait, gap
Command finger(int which, char const* phase, kiosk::Point point);
Command key(std::string name);
Command clock_at(kiosk::WallTime wall);
Command plain(CommandKind kind); // expose, restart

} // namespace monkey
