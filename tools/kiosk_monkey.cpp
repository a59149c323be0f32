// kiosk-monkey: lets a monkey loose on the kiosk, on a virtual clock and without a display, and looks at the invariants
// in every frame (tests/monkey/life.h). Each life is a kiosk from its start to its stop, in a process that may die of
// it: what broke an invariant, or the program, is made shorter in processes of its own and printed as a script.
//   kiosk-monkey --events 10000000 --seed 1             kiosk-monkey --year 365
//   kiosk-monkey --panel 1080x1920 --replay fault.script
// Exit code 0: nothing was broken; 1: something was; 2: the command line.
#include "base/bounds.h"
#include "content/read/read.h"
#include "files/files.h"
#include "files/new_file.h"
#include "monkey/monkey.h"
#include "monkey/year.h"
#include "settings/config.h"
#include "settings/themes.h"
#include "system/command_line.h"
#include "system/program_start.h"
#include "system/say.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace kiosk;
using monkey::World;

struct Wishes {
    long events = 200'000;
    long life = 2000; // events of one
    std::uint64_t seed = 1, kiosk_seed = 1;
    int year = 0; // days
    int visits = 100;
    std::string panel, content = KIOSK_CONTENT, themes = KIOSK_THEMES, replay, out, data;
    bool planted = false, draw = false;
};

// What the child process reports, in shared memory, so that it is there after a crash, too.
struct Told {
    std::uint64_t life = 0;
    long events = 0;
    char invariant[200] = "";
    char words[400] = "";
};

Told& told()
{
    static auto* const shared =
        static_cast<Told*>(mmap(nullptr, sizeof(Told), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    return *shared;
}

void tell(monkey::Fault const& fault)
{
    fmt::format_to_n(told().invariant, sizeof(Told::invariant) - 1, "{}", fault.invariant);
    fmt::format_to_n(told().words, sizeof(Told::words) - 1, "{}", fault.words);
}

enum class Loud { yes, no };

// Runs `work` in a child process; returns its exit code, or 100 + the signal that killed it.
template <typename Work>
int apart(Loud loud, Work const& work)
{
    std::fflush(nullptr);
    auto const child = ::fork();
    if (child == 0) {
        if (loud == Loud::no && !std::freopen("/dev/null", "w", stderr)) _exit(3);
        auto const code = work();
        std::fflush(nullptr);
        _exit(code);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

World world_of(Wishes const& wishes, content::Pack const& pack, settings::ThemeSet const& themes, std::uint64_t life)
{
    // Stands, counters, an old square screen; and the same on edge.
    static constexpr settings::PanelSize kPanels[] = {{1920, 1080}, {1080, 1920}, {1280, 1024}, {768, 1366},
                                                      {3840, 2160}, {1366, 768},  {1080, 1920}};
    auto const panel = settings::panel_size(wishes.panel).value_or(kPanels[life % std::size(kPanels)]);
    World world{pack, themes, panel.width, panel.height};
    world.seed = wishes.kiosk_seed;
    // What ImGui is asked to draw is drawn in every fifth life; the scene is the same without it, in a third of the
    // time.
    constexpr std::uint64_t kDrawn = 5;
    world.drawing = wishes.draw || life % kDrawn == 0 ? ui::Drawing::everything : ui::Drawing::nothing;
    world.planted = wishes.planted ? monkey::Planted::large_text : monkey::Planted::nothing;
    return world;
}

// All lives, one after another in this process, so that memory that they leak adds up.
int live(Wishes const& wishes, content::Pack const& pack, settings::ThemeSet const& themes)
{
    constexpr std::uint64_t kWarm = 10; // lives until memory has its size
    constexpr long kMostGrowth = 1 << 20;
    auto const began = std::chrono::steady_clock::now();
    monkey::Memory warm;
    long frames = 0, visits = 0, said = 0;
    double days = 0;
    while (told().events < wishes.events) {
        auto const life = ++told().life;
        auto const lived =
            monkey::live(world_of(wishes, pack, themes, life), wishes.seed * 1'000'003 + life, wishes.life);
        told().events += lived.events;
        frames += lived.frames;
        visits += lived.visits;
        days += lived.days;
        if (lived.fault) {
            tell(*lived.fault);
            return 1;
        }
        auto const memory = monkey::memory_now();
        if (life == kWarm) warm = memory;
        if (life > kWarm && memory.heap > warm.heap + kMostGrowth) {
            tell({"memory is bounded",
                  fmt::format("{} bytes more than after {} lives", memory.heap - warm.heap, kWarm)});
            return 1;
        }
        if (told().events / 100'000 == said && told().events < wishes.events) continue;
        said = told().events / 100'000;
        auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        say(Channel::output,
            "{} events, {} lives, {} frames, {} visits, {:.0f} days; {:.0f} events/s; heap {} KiB, resident {} KiB\n",
            told().events, life, frames, visits, days, static_cast<double>(told().events) / seconds, memory.heap / 1024,
            memory.rss / 1024);
        std::fflush(stdout);
    }
    return 0;
}

// The commands of a faulty life. Written one by one to a file, since the last may crash the program.
std::vector<monkey::Command> commands_of(Wishes const& wishes, World const& world, std::uint64_t life)
{
    auto const path = std::filesystem::temp_directory_path() / fmt::format("kiosk-monkey-{}.script", ::getpid());
    apart(Loud::no, [&] {
        auto const made = make_file(path, Replace::file);
        auto* file = made ? ::fdopen(::dup(made.value().number()), "w") : nullptr;
        if (!file) return 3;
        std::setvbuf(file, nullptr, _IOLBF, 4096);
        monkey::live(world, wishes.seed * 1'000'003 + life, wishes.life, [&](monkey::Command const& command) {
            std::fputs((monkey::line_of(command) + "\n").c_str(), file);
        });
        std::fclose(file);
        return 0;
    });
    Problems problems;
    auto const text = read_file(path);
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return text ? rehearsal::parse_script(text.value(), path.string(), problems) : std::vector<monkey::Command>();
}

int report(Wishes const& wishes, World const& world, std::uint64_t life, int code)
{
    if (code >= 100) tell({"the kiosk does not die", fmt::format("signal {}", code - 100)});
    monkey::Fault const fault{told().invariant, told().words};
    say(Channel::output, "BROKEN in life {}: {}: {}\n", life, fault.invariant, fault.words);
    auto const fails = [&](std::vector<monkey::Command> const& commands) {
        return apart(Loud::no, [&] {
                   auto const found = monkey::relive(world, commands);
                   return found && found->invariant == fault.invariant ? 99 : 0;
               }) == (code >= 100 ? code : 99);
    };
    auto commands = commands_of(wishes, world, life);
    if (!fails(commands)) {
        say(Channel::output, "it did not happen again: --seed {}, life {}, {} commands\n", wishes.seed, life,
            commands.size());
        return 1;
    }
    auto const before = commands.size();
    commands = monkey::shrink(std::move(commands), fails);
    auto const script = monkey::script_for(world, commands, fault);
    say(Channel::output, "{} commands, of which {} are left:\n", before, commands.size());
    say_text(Channel::output, script);
    if (!wishes.out.empty())
        if (auto const written = write_file_atomically(wishes.out, script); !written)
            say(Channel::errors, "kiosk-monkey: {}\n", written.error().line());
    return 1;
}

int replay(Wishes const& wishes, World const& world)
{
    auto const text = read_file(wishes.replay);
    if (!text) {
        say(Channel::errors, "kiosk-monkey: {}\n", text.error().line());
        return 2;
    }
    Problems problems;
    auto commands = rehearsal::parse_script(text.value(), wishes.replay, problems);
    for (auto const& problem : problems) say(Channel::errors, "kiosk-monkey: {}\n", problem.line());
    auto const fault = monkey::relive(world, commands);
    if (fault) say(Channel::output, "BROKEN: {}: {}\n", fault->invariant, fault->words);
    return fault ? 1 : problems.empty() ? 0 : 2;
}

int year(Wishes const& wishes, World const& world)
{
    auto const began = std::chrono::steady_clock::now();
    monkey::YearPlan plan;
    plan.folder = wishes.data;
    if (wishes.data.empty()) plan.folder = std::filesystem::temp_directory_path() / "kiosk-year";
    plan.days = wishes.year;
    plan.visits_a_day = wishes.visits;
    plan.seed = wishes.seed;
    std::error_code ignored;
    if (wishes.data.empty()) std::filesystem::remove_all(plan.folder, ignored);
    auto const report = monkey::live_through(world, plan, [](int day, monkey::Memory memory) {
        if (day % 10 == 0)
            say(Channel::output, "day {}: heap {} bytes, resident {} KiB\n", day, memory.heap, memory.rss / 1024);
        std::fflush(stdout);
    });
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    say(Channel::output,
        "{} days, {} visits, {} commands, {} frames in {:.0f} s; {} commits; database {} bytes, {} rows\n", wishes.year,
        report.visits, report.commands, report.frames, seconds, report.commits, report.bytes, report.rows);
    auto const growth = report.most.heap - report.settled.heap;
    say(Channel::output, "growth after day {}: heap {} bytes at most, resident {} KiB at most\n", plan.settled, growth,
        (report.most.rss - report.settled.rss) / 1024);
    if (report.fault) say(Channel::output, "BROKEN: {}: {}\n", report.fault->invariant, report.fault->words);
    constexpr long kMostGrowth = 1 << 20;
    return report.fault || (wishes.year > plan.settled && growth >= kMostGrowth) ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (auto const begun = begin_program(argc, argv); !begun) {
        say(Channel::errors, "kiosk-monkey: {}\n", begun.error().line());
        return 2;
    }
    Wishes wishes;
    CLI::App cli("A monkey for the kiosk.", "kiosk-monkey");
    auto const whole = [](std::int64_t least, std::int64_t most) {
        return CLI::Validator(whole_number_option({least, most}), "");
    };
    constexpr std::int64_t kMost = 1'000'000'000'000;
    cli.add_option("--events", wishes.events,
                   "how many, in all: fingers down, moved or lifted, keys, waits, jumps of the clock…")
        ->transform(whole(1, kMost));
    cli.add_option("--life", wishes.life, "how many until the kiosk is started anew")->transform(whole(1, kMost));
    cli.add_option("--seed", wishes.seed, "of the monkey")->transform(whole(0, kMost));
    cli.add_option("--kiosk-seed", wishes.kiosk_seed, "of the kiosk: which questions are drawn")
        ->transform(whole(0, kMost));
    cli.add_option("--panel", wishes.panel, "WIDTHxHEIGHT; without it, five panels in turn");
    cli.add_option("--content", wishes.content, "what visitors read");
    cli.add_option("--themes", wishes.themes, "assets/themes");
    cli.add_option("--replay", wishes.replay, "plays a script and looks at the invariants");
    cli.add_option("--out", wishes.out, "file for the script of what was broken");
    cli.add_flag("--plant", wishes.planted, "breaks an invariant on purpose");
    cli.add_flag("--draw", wishes.draw, "draws every frame to the last vertex");
    cli.add_option("--year", wishes.year, "so many days of visits that are stored, instead")
        ->transform(whole(0, 10'000));
    cli.add_option("--visits", wishes.visits, "of a day of the year")->transform(whole(0, 1'000'000));
    cli.add_option("--data", wishes.data, "folder for the figures of the year; else a temporary one");
    if (auto const code = take_command_line(cli, argc, argv)) return *code == 0 ? 0 : 2;
    auto const pack = content::read_pack(wishes.content).pack;
    Problems problems;
    auto const themes = settings::read_themes(wishes.themes, "dusk", {}, problems);
    if (!pack.usable() || !problems.empty()) {
        say(Channel::errors, "kiosk-monkey: {} and {}: not to be used\n", wishes.content, wishes.themes);
        return 2;
    }
    if (!wishes.replay.empty()) return replay(wishes, world_of(wishes, pack, themes, 0));
    if (wishes.year > 0) return year(wishes, world_of(wishes, pack, themes, 0));
    told(); // shared from here on
    auto const code = apart(Loud::yes, [&] { return live(wishes, pack, themes); });
    auto const life = told().life;
    if (code == 0) {
        say(Channel::output, "{} events, nothing broken\n", told().events);
        return 0;
    }
    return report(wishes, world_of(wishes, pack, themes, life), life, code);
}
