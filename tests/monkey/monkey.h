// The monkey: life after life of chance, until something is wrong; then the commands of that life are made fewer while
// they still break the same invariant, and what is left is a script. After QuickCheck's shrinking and Zeller's delta
// debugging (doi 10.1109/32.988498). A library for kiosk-monkey and for the tests; one at a time.
#pragma once
#include "monkey/life.h"

#include <functional>

namespace monkey {

struct Lived {
    std::vector<Command> commands; // what was done, to the fault
    std::optional<Fault> fault;
    long events = 0, frames = 0, visits = 0;
    double days = 0; // by the kiosk's own clock
};

// So many events by chance (commands.h says what one is). `about` is told of each before it is done.
Lived live(World const& world, std::uint64_t seed, long events, std::function<void(Command const&)> const& about = {});
// The same again: nothing is left to chance.
std::optional<Fault> relive(World const& world, std::vector<Command> const& commands);

// The shortest list of commands it finds for which `fails` still holds, as it does for `commands`. Asks at most so
// often.
std::vector<Command> shrink(std::vector<Command> commands,
                            std::function<bool(std::vector<Command> const&)> const& fails, int most = 4000);

// The script, with how to play it and what it shows.
std::string script_for(World const& world, std::vector<Command> const& commands, Fault const& fault);

} // namespace monkey
