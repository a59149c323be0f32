// kiosk-monkey: lets a monkey loose on the kiosk, on a virtual clock and without a display, and looks at the invariants
// in every frame (tests/monkey/life.h). Each life is a kiosk from its start to its stop, in a process that may die of
// it: what broke an invariant, or the program, is made shorter in processes of its own and printed as a script.
//   kiosk-monkey --events 10000000 --seed 1             kiosk-monkey --year 365
//   kiosk-monkey --panel 1080x1920 --replay fault.script
// Exit code 0: nothing was broken; 1: something was; 2: the command line.
#include "base/bounds.h"
#include "command_line/command_line.h"
#include "content/read/read.h"
#include "files/files.h"
#include "files/new_file.h"
#include "monkey/monkey.h"
#include "monkey/year.h"
#include "settings/config.h"
#include "settings/themes.h"
#include "system/print.h"
#include "system/program_start.h"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace kiosk;
using monkey::World;

struct MonkeyOptions {
    long events = 200'000;
    long life = 2000; // events of one
    std::uint64_t seed = 1, kiosk_seed = 1;
    int year = 0; // days
    int visits = 100;
    std::string panel, content = KIOSK_CONTENT, themes = KIOSK_THEMES, replay, out, data;
    bool planted = false, draw = false;
};

// What the child process reports, in shared memory, so that it is there after a crash, too.
struct ChildReport {
    std::uint64_t life = 0;
    long events = 0;
    char invariant[200] = "";
    char words[400] = "";
};

ChildReport& child_report()
{
    static auto* const kShared = static_cast<ChildReport*>(
        mmap(nullptr, sizeof(ChildReport), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    return *kShared;
}

void record_fault(monkey::Fault const& fault)
{
    fmt::format_to_n(child_report().invariant, sizeof(ChildReport::invariant) - 1, "{}", fault.invariant);
    fmt::format_to_n(child_report().words, sizeof(ChildReport::words) - 1, "{}", fault.words);
}

enum class ChildErrors { yes, no };

// Runs `work` in a child process; returns its exit code, or 100 + the signal that killed it.
template <typename Work>
int run_in_child(ChildErrors loud, Work const& work)
{
    std::fflush(nullptr);
    auto const child = ::fork();
    if (child == 0) {
        if (loud == ChildErrors::no && !std::freopen("/dev/null", "w", stderr)) _exit(3);
        auto const code = work();
        std::fflush(nullptr);
        _exit(code);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

World world_of(MonkeyOptions const& options, content::Content const& content, settings::ThemeSet const& themes,
               std::uint64_t life)
{
    // Stands, counters, an old square screen; and the same on edge.
    static constexpr settings::PanelSize kPanels[] = {{1920, 1080}, {1080, 1920}, {1280, 1024}, {768, 1366},
                                                      {3840, 2160}, {1366, 768},  {1080, 1920}};
    auto const panel = settings::parse_panel_size(options.panel).value_or(kPanels[life % std::size(kPanels)]);
    World world{content, themes, panel.width, panel.height};
    world.seed = options.kiosk_seed;
    // What ImGui is asked to draw is drawn in every fifth life; the scene is the same without it, in a third of the
    // time.
    constexpr std::uint64_t kDrawn = 5;
    world.drawing = options.draw || life % kDrawn == 0 ? ui::Drawing::everything : ui::Drawing::nothing;
    world.planted = options.planted ? monkey::Planted::large_text : monkey::Planted::nothing;
    return world;
}

// All lives, one after another in this process, so that memory that they leak adds up.
int live(MonkeyOptions const& options, content::Content const& content, settings::ThemeSet const& themes)
{
    constexpr std::uint64_t kWarm = 10; // lives until memory has its size
    constexpr long kMostGrowth = 1 << 20;
    auto const began = std::chrono::steady_clock::now();
    monkey::Memory warm;
    long frames = 0, visits = 0, said = 0;
    double days = 0;
    while (child_report().events < options.events) {
        auto const life = ++child_report().life;
        auto const lived =
            monkey::live(world_of(options, content, themes, life), options.seed * 1'000'003 + life, options.life);
        child_report().events += lived.events;
        frames += lived.frames;
        visits += lived.visits;
        days += lived.days;
        if (lived.fault) {
            record_fault(*lived.fault);
            return 1;
        }
        auto const memory = monkey::memory_now();
        if (life == kWarm) warm = memory;
        if (life > kWarm && memory.heap > warm.heap + kMostGrowth) {
            record_fault({"memory is bounded",
                          fmt::format("{} bytes more than after {} lives", memory.heap - warm.heap, kWarm)});
            return 1;
        }
        if (child_report().events / 100'000 == said && child_report().events < options.events) continue;
        said = child_report().events / 100'000;
        auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        print(Channel::output,
              "{} events, {} lives, {} frames, {} visits, {:.0f} days; {:.0f} events/s; heap {} KiB, resident {} KiB\n",
              child_report().events, life, frames, visits, days, static_cast<double>(child_report().events) / seconds,
              memory.heap / 1024, memory.rss / 1024);
        std::fflush(stdout);
    }
    return 0;
}

// The commands of a faulty life. Written one by one to a file, since the last may crash the program.
std::vector<monkey::Command> commands_of(MonkeyOptions const& options, World const& world, std::uint64_t life)
{
    auto const path = std::filesystem::temp_directory_path() / fmt::format("kiosk-monkey-{}.script", ::getpid());
    run_in_child(ChildErrors::no, [&] {
        auto const made = make_file(path, Replace::file);
        auto* file = made ? ::fdopen(::dup(made.value().number()), "w") : nullptr;
        if (!file) return 3;
        std::setvbuf(file, nullptr, _IOLBF, 4096);
        monkey::live(world, options.seed * 1'000'003 + life, options.life, [&](monkey::Command const& command) {
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

int report(MonkeyOptions const& options, World const& world, std::uint64_t life, int code)
{
    if (code >= 100) record_fault({"the kiosk does not die", fmt::format("signal {}", code - 100)});
    monkey::Fault const fault{child_report().invariant, child_report().words};
    print(Channel::output, "BROKEN in life {}: {}: {}\n", life, fault.invariant, fault.words);
    auto const fails = [&](std::vector<monkey::Command> const& commands) {
        return run_in_child(ChildErrors::no, [&] {
                   auto const found = monkey::relive(world, commands);
                   return found && found->invariant == fault.invariant ? 99 : 0;
               }) == (code >= 100 ? code : 99);
    };
    auto commands = commands_of(options, world, life);
    if (!fails(commands)) {
        print(Channel::output, "it did not happen again: --seed {}, life {}, {} commands\n", options.seed, life,
              commands.size());
        return 1;
    }
    auto const before = commands.size();
    commands = monkey::shrink(std::move(commands), fails);
    auto const script = monkey::script_for(world, commands, fault);
    print(Channel::output, "{} commands, of which {} are left:\n", before, commands.size());
    print_text(Channel::output, script);
    if (!options.out.empty())
        if (auto const written = write_file_atomically(options.out, script); !written)
            print(Channel::errors, "kiosk-monkey: {}\n", written.error().line());
    return 1;
}

int replay(MonkeyOptions const& options, World const& world)
{
    auto const text = read_file(options.replay);
    if (!text) {
        print(Channel::errors, "kiosk-monkey: {}\n", text.error().line());
        return 2;
    }
    Problems problems;
    auto commands = rehearsal::parse_script(text.value(), options.replay, problems);
    for (auto const& problem : problems) print(Channel::errors, "kiosk-monkey: {}\n", problem.line());
    auto const fault = monkey::relive(world, commands);
    if (fault) print(Channel::output, "BROKEN: {}: {}\n", fault->invariant, fault->words);
    return fault ? 1 : problems.empty() ? 0 : 2;
}

int year(MonkeyOptions const& options, World const& world)
{
    auto const began = std::chrono::steady_clock::now();
    monkey::YearPlan plan;
    plan.folder = options.data;
    if (options.data.empty()) plan.folder = std::filesystem::temp_directory_path() / "kiosk-year";
    plan.days = options.year;
    plan.visits_a_day = options.visits;
    plan.seed = options.seed;
    std::error_code ignored;
    if (options.data.empty()) std::filesystem::remove_all(plan.folder, ignored);
    auto const report = monkey::live_through(world, plan, [](int day, monkey::Memory memory) {
        if (day % 10 == 0)
            print(Channel::output, "day {}: heap {} bytes, resident {} KiB\n", day, memory.heap, memory.rss / 1024);
        std::fflush(stdout);
    });
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    print(Channel::output,
          "{} days, {} visits, {} commands, {} frames in {:.0f} s; {} commits; database {} bytes, {} rows\n",
          options.year, report.visits, report.commands, report.frames, seconds, report.commits, report.bytes,
          report.rows);
    auto const growth = report.most.heap - report.settled.heap;
    print(Channel::output, "growth after day {}: heap {} bytes at most, resident {} KiB at most\n", plan.settled,
          growth, (report.most.rss - report.settled.rss) / 1024);
    if (report.fault) print(Channel::output, "BROKEN: {}: {}\n", report.fault->invariant, report.fault->words);
    constexpr long kMostGrowth = 1 << 20;
    return report.fault || (options.year > plan.settled && growth >= kMostGrowth) ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (auto const begun = prepare_process(argc, argv); !begun) {
        print(Channel::errors, "kiosk-monkey: {}\n", begun.error().line());
        return 2;
    }
    MonkeyOptions options;
    command_line::CommandLine cli("A monkey for the kiosk.", "kiosk-monkey");
    constexpr std::int64_t kMost = 1'000'000'000'000;
    cli.program()
        .option("--events", options.events,
                "how many, in all: fingers down, moved or lifted, keys, waits, jumps of the clock…")
        .whole_number({1, kMost});
    cli.program().option("--life", options.life, "how many until the kiosk is started anew").whole_number({1, kMost});
    cli.program().option("--seed", options.seed, "of the monkey").whole_number({0, kMost});
    cli.program()
        .option("--kiosk-seed", options.kiosk_seed, "of the kiosk: which questions are drawn")
        .whole_number({0, kMost});
    cli.program().option("--panel", options.panel, "WIDTHxHEIGHT; without it, five panels in turn");
    cli.program().option("--content", options.content, "what visitors read");
    cli.program().option("--themes", options.themes, "assets/themes");
    cli.program().option("--replay", options.replay, "plays a script and looks at the invariants");
    cli.program().option("--out", options.out, "file for the script of what was broken");
    cli.program().flag("--plant", options.planted, "breaks an invariant on purpose");
    cli.program().flag("--draw", options.draw, "draws every frame to the last vertex");
    cli.program()
        .option("--year", options.year, "so many days of visits that are stored, instead")
        .whole_number({0, 10'000});
    cli.program().option("--visits", options.visits, "of a day of the year").whole_number({0, 1'000'000});
    cli.program().option("--data", options.data, "folder for the figures of the year; else a temporary one");
    if (auto const code = cli.parse(argc, argv)) return *code == 0 ? 0 : 2;
    auto const content = content::read_content(options.content).content;
    Problems problems;
    auto const themes = settings::read_themes(options.themes, "dusk", {}, problems);
    if (!content.usable() || !problems.empty()) {
        print(Channel::errors, "kiosk-monkey: {} and {}: not to be used\n", options.content, options.themes);
        return 2;
    }
    if (!options.replay.empty()) return replay(options, world_of(options, content, themes, 0));
    if (options.year > 0) return year(options, world_of(options, content, themes, 0));
    child_report(); // shared from here on
    auto const code = run_in_child(ChildErrors::yes, [&] { return live(options, content, themes); });
    auto const life = child_report().life;
    if (code == 0) {
        print(Channel::output, "{} events, nothing broken\n", child_report().events);
        return 0;
    }
    return report(options, world_of(options, content, themes, life), life, code);
}
