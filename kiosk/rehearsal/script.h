// Scripts of a visit: what a test, a bench or a demonstration does, in words. Text to commands here; played by
// script_player. One command a line, # starts a comment, texts stand in double quotes:
//   language fr           tap home.quiz        tap 960 540         swipe 1500 540 400 540
//   (whoever does something has seen the screen: it is done once a new one takes taps; "tap 960 540" comes at once)
//   hold 1900 20 3s       (a finger that comes down, rests, and is let go)
//   wait 2s               key tab              shot quiz-1         repeat 3 … end
//   try quiz.confirm      (tapped if it is there)
//   finger 2 down 10 20   (one of several: down, move, up, cancel; what is not lifted stays)
//   gap 3h                (nothing runs meanwhile: the machine slept, or the process was stopped)
//   clock 2038-01-19T03:14:07 (what the machine claims, UTC; timers go on as before)
//   expose                (the window is shown anew)              restart  (the program stops and starts)
//   expect screen quiz    expect text "…"      expect node ID      expect no-node ID     expect state ID "…"
//   say? "…"
#pragma once
#include "base/clock.h"
#include "base/geometry.h"
#include "base/problem.h"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::rehearsal {

enum class CommandKind {
    language,
    tap_node,
    try_node,
    tap_point,
    swipe,
    hold,
    wait,
    gap,
    clock,
    finger,
    expose,
    restart,
    key,
    shot,
    expect_screen,
    expect_text,
    expect_node,
    expect_no_node,
    expect_state,
    say,
    repeat,
    end,
};

struct Command {
    CommandKind kind = CommandKind::wait;
    FilePlace place;
    std::string name; // id, language, screen, key, shot, phase of a finger
    std::string text;
    Point from, to;
    Duration duration{0};
    WallTime wall;         // clock
    int times = 0;         // repeat; which finger
    std::size_t match = 0; // of repeat: its end; of end: its repeat
};

// All commands, or Problems for every line that is not one.
std::vector<Command> parse_script(std::string_view text, std::string const& file, Problems& problems);

} // namespace kiosk::rehearsal
