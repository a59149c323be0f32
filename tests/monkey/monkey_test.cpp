// The monkey in CI time; kiosk-monkey goes on for as long as it is let.
#include "monkey/monkey.h"
#include "monkey/year.h"
#include "rehearsal/script.h"
#include "support/failing_vfs.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

// A sanitizer takes its time; kiosk-monkey has as much of it as it is given.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

monkey::World world(int width, int height)
{
    monkey::World world{test::shipped_content(), test::shipped_themes(), width, height};
    return world;
}

} // namespace

// kiosk-monkey plays as many as one asks for, 200,000 without asking.
TEST_CASE("40,000 events by chance break no invariant, on panels at stands and counters")
{
    constexpr std::uint64_t kLives = kSanitized ? 10 : 20;
    constexpr long kEvents = 2000;
    static constexpr std::pair<int, int> kPanels[] = {{1920, 1080}, {1080, 1920}, {1280, 1024}, {768, 1366}};
    long visits = 0;
    for (std::uint64_t life = 0; life < kLives; ++life) {
        auto const [width, height] = kPanels[life % std::size(kPanels)];
        auto place = world(width, height);
        if (life % 10 == 0) place.drawing = ui::Drawing::everything;
        auto const lived = monkey::live(place, life, kEvents);
        visits += lived.visits;
        if (!lived.fault) continue;
        auto const shorter = monkey::shrink(
            lived.commands,
            [&](auto const& commands) {
                auto const found = monkey::relive(place, commands);
                return found && found->invariant == lived.fault->invariant;
            },
            60);
        FAIL("life " << life << ": " << monkey::script_for(place, shorter, *lived.fault));
    }
    CHECK(visits > static_cast<long>(kLives) * 15); // it sees more than the attract loop
}

TEST_CASE("an invariant that is broken on purpose is found, and shrunk to a script that breaks it again")
{
    auto place = world(1920, 1080);
    place.planted = monkey::Planted::large_text;
    monkey::Lived lived;
    for (std::uint64_t seed = 1; !lived.fault && seed < 50; ++seed) lived = monkey::live(place, seed, 2000);
    REQUIRE(lived.fault);
    CHECK(lived.fault->invariant == "large text is never chosen");
    auto const shorter = monkey::shrink(lived.commands, [&](auto const& commands) {
        auto const found = monkey::relive(place, commands);
        return found && found->invariant == lived.fault->invariant;
    });
    // Begin a visit, open the page of reading aids, choose large text; each once the screen hears it.
    CHECK(shorter.size() >= 2);
    CHECK(shorter.size() <= 8);
    // What is written is what was done: read back, it breaks the same; and a kiosk plays it to the end.
    auto const text = monkey::script_for(place, shorter, *lived.fault);
    CAPTURE(text);
    Problems problems;
    auto const commands = rehearsal::parse_script(text, "fault.script", problems);
    REQUIRE(problems.empty());
    CHECK(commands.size() == shorter.size());
    auto const again = monkey::relive(place, commands);
    REQUIRE(again);
    CHECK(again->invariant == lived.fault->invariant);
    test::KioskOptions options;
    options.seed = place.seed;
    test::Kiosk played(options);
    CHECK(played.player().play(commands).ok());
    CHECK(played.state().comfort.text_size == visit::TextSize::large);
}

TEST_CASE("every command of a monkey is the same once written and read")
{
    using namespace monkey;
    using namespace std::chrono_literals;
    std::vector<Command> const commands{tap_at({12, 34}),
                                        swipe_from({1, 2}, {300, 4}),
                                        hold_at({1900, 20}, 3100ms),
                                        lasting(CommandKind::wait, 17ms),
                                        lasting(CommandKind::gap, 72h),
                                        finger(7, "down", {5, 6}),
                                        finger(7, "cancel", {5, 6}),
                                        monkey::key("shift-tab"),
                                        clock_at({2147483648}),
                                        clock_at({0}),
                                        plain(CommandKind::expose),
                                        plain(CommandKind::restart)};
    Problems problems;
    auto const read = rehearsal::parse_script(script_of(commands), "m.script", problems);
    REQUIRE(problems.empty());
    REQUIRE(read.size() == commands.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
        CHECK(line_of(read[i]) == line_of(commands[i]));
        CHECK(read[i].kind == commands[i].kind);
        CHECK(read[i].duration == commands[i].duration);
        CHECK(read[i].wall == commands[i].wall);
    }
}

TEST_CASE("sixteen days of visits by chance, in one process: what was counted is on the disk, and memory does not grow")
{
    test::TemporaryFolder folder;
    test::FailingVfs vfs;
    monkey::YearPlan plan;
    plan.folder = folder / "data";
    plan.vfs = vfs.name();
    plan.days = 16;
    plan.visits_a_day = 40;
    plan.settled = 12; // until then texts are met for the first time, and caches fill
    auto const report = monkey::live_through(world(1920, 1080), plan, {});
    if (report.fault) FAIL(report.fault->invariant << ": " << report.fault->words);
    CHECK(report.visits > 16 * 35); // now and then nobody finds the way in
    CHECK(report.commits >= report.visits);
    CHECK(report.bytes < (2 << 20));
    CHECK(report.most.heap - report.settled.heap < (1 << 20));
    // A commit syncs its journal, the database, the end of its journal, and the zeros over it; the journal stays.
    CHECK(vfs.calls().syncs >= 4 * report.commits);
    CHECK(vfs.calls().removals <= report.commits / 100);
}
