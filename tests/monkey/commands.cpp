#include "monkey/commands.h"

#include <cmath>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace monkey {

using namespace kiosk;

namespace {

long whole(float value) { return std::lround(value); }

long milliseconds(Duration duration) { return std::chrono::duration_cast<Milliseconds>(duration).count(); }

Point rounded(Point point) { return {std::round(point.x), std::round(point.y)}; }

Command made(CommandKind kind)
{
    Command command;
    command.kind = kind;
    return command;
}

} // namespace

std::string line_of(Command const& command)
{
    auto const& [x, y] = command.from;
    switch (command.kind) {
    case CommandKind::tap_point: return fmt::format("tap {} {}", whole(x), whole(y));
    case CommandKind::swipe:
        return fmt::format("swipe {} {} {} {}", whole(x), whole(y), whole(command.to.x), whole(command.to.y));
    case CommandKind::hold: return fmt::format("hold {} {} {}ms", whole(x), whole(y), milliseconds(command.duration));
    case CommandKind::wait: return fmt::format("wait {}ms", milliseconds(command.duration));
    case CommandKind::gap: return fmt::format("gap {}ms", milliseconds(command.duration));
    case CommandKind::finger: return fmt::format("finger {} {} {} {}", command.times, command.name, whole(x), whole(y));
    case CommandKind::key: return "key " + command.name;
    case CommandKind::clock:
        return fmt::format("clock {:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(std::time_t{command.wall.unix_seconds}));
    case CommandKind::expose: return "expose";
    case CommandKind::restart: return "restart";
    default: return "# not of the monkey";
    }
}

long events_of(Command const& command)
{
    constexpr long kSwipe = 10; // down, eight moves, up: script_player
    switch (command.kind) {
    case CommandKind::tap_point:
    case CommandKind::hold: return 2;
    case CommandKind::swipe: return kSwipe;
    default: return 1;
    }
}

std::string script_of(std::span<Command const> commands)
{
    std::string text;
    for (auto const& command : commands) text += line_of(command) + "\n";
    return text;
}

Command tap_at(Point point)
{
    auto command = made(CommandKind::tap_point);
    command.from = rounded(point);
    return command;
}

Command swipe_from(Point from, Point to)
{
    auto command = made(CommandKind::swipe);
    command.from = rounded(from);
    command.to = rounded(to);
    return command;
}

Command hold_at(Point point, Duration duration)
{
    auto command = made(CommandKind::hold);
    command.from = rounded(point);
    command.duration = duration;
    return command;
}

Command lasting(CommandKind kind, Duration duration)
{
    auto command = made(kind);
    command.duration = duration;
    return command;
}

Command finger(int which, char const* phase, Point point)
{
    auto command = made(CommandKind::finger);
    command.times = which;
    command.name = phase;
    command.from = rounded(point);
    return command;
}

Command key(std::string name)
{
    auto command = made(CommandKind::key);
    command.name = std::move(name);
    return command;
}

Command clock_at(WallTime wall)
{
    auto command = made(CommandKind::clock);
    command.wall = wall;
    return command;
}

Command plain(CommandKind kind) { return made(kind); }

} // namespace monkey
