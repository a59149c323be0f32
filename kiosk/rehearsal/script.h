// Scripts of a visit, for tests, benchmarks and demonstrations. Parsed here; played by script_player.h. One command a
// line, # starts a comment, texts are in double quotes:
//   language fr           tap home.quiz        tap 960 540         swipe 1500 540 400 540
//   (a command waits until a new screen takes input, as a person would; "tap 960 540" and "finger" do not)
//   hold 1900 20 3s       (a finger comes down, rests, and is lifted)
//   wait 2s               key tab              shot quiz-1         repeat 3 … end
//   try quiz.confirm      (a tap, if the node is there)
//   finger 2 down 10 20   (one of several fingers: down, move, up, cancel)
//   gap 3h                (nothing runs meanwhile, as if the machine slept or the process was stopped)
//   clock 2038-01-19T03:14:07 (sets the machine's clock, UTC; timers are not changed)
//   expose                (the window is uncovered)               restart  (the program stops and starts)
//   expect screen quiz    expect text "…"      expect node ID      expect no-node ID     expect state ID "…"
//   say? "…"              (what a voice would say of the focused node contains the text)
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
    SourceLocation place;
    std::string name; // id, language, screen, key, shot, phase of a finger
    std::string text;
    Point from, to;
    Duration duration{0};
    WallTime wall;         // clock
    int times = 0;         // of repeat; of finger: its number
    std::size_t match = 0; // index of the matching end or repeat
};

// All commands, or Problems for every line that is not one.
std::vector<Command> parse_script(std::string_view text, std::string const& file, Problems& problems);

} // namespace kiosk::rehearsal
