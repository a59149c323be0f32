#include "monkey/monkey.h"
#include "monkey/hand.h"

#include <algorithm>
#include <fmt/format.h>

namespace monkey {

using namespace kiosk;

Lived live(World const& world, std::uint64_t seed, long events, std::function<void(Command const&)> const& about)
{
    Lived lived;
    Life life(world);
    auto const began = life.clock().now();
    Hand hand(seed, {static_cast<float>(world.width), static_cast<float>(world.height)});
    lived.commands.reserve(static_cast<std::size_t>(events));
    while (lived.events < events && !lived.fault) {
        lived.commands.push_back(hand.next(life.scene(), life.clock().wall()));
        lived.events += events_of(lived.commands.back());
        if (about) about(lived.commands.back());
        lived.fault = life.play(lived.commands.back());
    }
    if (!lived.fault) lived.fault = life.stop();
    lived.frames = life.frames();
    lived.visits = life.books().visits();
    lived.days = std::chrono::duration<double, std::ratio<86400>>(life.clock().now() - began).count();
    return lived;
}

std::optional<Fault> relive(World const& world, std::vector<Command> const& commands)
{
    Life life(world);
    for (auto const& command : commands)
        if (auto const& fault = life.play(command)) return fault;
    return life.stop();
}

std::vector<Command> shrink(std::vector<Command> commands,
                            std::function<bool(std::vector<Command> const&)> const& fails, int most)
{
    // Ever smaller pieces are left out; where that helps, pieces of the same size are tried again.
    for (auto piece = std::max<std::size_t>(1, commands.size() / 2); most > 0;) {
        bool shorter = false;
        for (std::size_t begin = 0; begin < commands.size() && most > 0;) {
            auto const end = std::min(commands.size(), begin + piece);
            std::vector<Command> without(commands.begin(), commands.begin() + static_cast<std::ptrdiff_t>(begin));
            without.insert(without.end(), commands.begin() + static_cast<std::ptrdiff_t>(end), commands.end());
            --most;
            if (fails(without)) {
                commands = std::move(without);
                shorter = true;
            } else {
                begin = end;
            }
        }
        if (piece == 1 && !shorter) break;
        piece = std::max<std::size_t>(1, piece / 2);
    }
    return commands;
}

std::string script_for(World const& world, std::vector<Command> const& commands, Fault const& fault)
{
    auto text = fmt::format("# {}: {}\n# kiosk --offscreen {}x{} --seed {} --script FILE; checked by kiosk-monkey "
                            "--panel {}x{} --kiosk-seed {} --replay FILE\n",
                            fault.invariant, fault.words, world.width, world.height, world.seed, world.width,
                            world.height, world.seed);
    text += script_of(commands);
    if (fault.invariant == "leave is there on every screen of a visit") text += "expect node bar.leave\n";
    return text;
}

} // namespace monkey
