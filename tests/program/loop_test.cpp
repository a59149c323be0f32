// The loop, with windows and a clock of the test's: what happens by itself happens at its time, however long the loop
// sleeps. A kiosk that is looked at all the time is the measure for one that sleeps as long as its deadlines let it.
#include "program/loop.h"
#include "services/staff_services.h"
#include "show/display_screen.h"
#include "support/cheap_hash.h"
#include "support/clocked_windows.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "support/staffed.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>

using namespace kiosk;
using namespace kiosk::program;
using namespace kiosk::services;
using namespace kiosk::settings;
using namespace kiosk::show;
using namespace test;

namespace {

// How the loop sleeps: as long as it may, or a moment, whatever it may.
enum class Sleeping { as_it_may, a_moment };
constexpr Duration kMoment = 100ms;

struct LoopInput {
    Duration at; // after the start
    std::function<void(platform::WindowEvents&)> happens;
};

class LoopWindows final : public ClockedWindows {
public:
    LoopWindows(ManualClock& clock, std::vector<std::unique_ptr<ScreenRunner>> const& runners, Sleeping sleeping)
        : ClockedWindows(clock),
          runners_(runners),
          sleeping_(sleeping)
    {
    }
    void switch_screens(platform::ScreenState state) override
    {
        tell(state == platform::ScreenState::off ? "screens off" : "screens on");
    }

    void tell(std::string what) { told.emplace_back(clock_.now() - start_, std::move(what)); }

    std::vector<LoopInput> inputs; // by time
    Duration until = 10s;
    std::function<void()> each_half_minute;
    long turns = 0; // after the day's 24th minute
    std::vector<std::pair<Duration, std::string>> told;

private:
    std::size_t shown() const override { return runners_.size(); }
    void before_wait() override
    {
        look();
        if (clock_.now() - start_ > 24min) ++turns;
        if (clock_.now() - flushed_ < 30s) return;
        flushed_ = clock_.now();
        each_half_minute();
    }
    Duration shortened(Duration time_until_due) const override
    {
        return sleeping_ == Sleeping::a_moment ? std::min(time_until_due, kMoment) : time_until_due;
    }
    Instant next_event() const override
    {
        return next_input_ < inputs.size() ? start_ + inputs[next_input_].at : start_ + until;
    }
    void happen(platform::WindowEvents& incoming) override
    {
        if (next_input_ < inputs.size())
            inputs[next_input_++].happens(incoming);
        else
            incoming.stop = true;
    }
    // What the shows are now, where it is not what they were.
    void look()
    {
        for (std::size_t i = 0; i < runners_.size(); ++i) {
            auto const& show = *runners_[i];
            auto const& panel = show.panel();
            auto const shift = panel.shift();
            tell_change(i, "screen", std::string(show.screen()));
            tell_change(i, "asks", show.scene().find("still-there") ? "still there?" : "nothing");
            tell_change(i, "touch", panel.touch() == TouchPresence::present ? "present" : "missing");
            tell_change(i, "phase", fmt::format("{} {}", static_cast<int>(panel.phase()), panel.minutes_asleep()));
            // In the dark nobody sees where it stands.
            if (panel.phase() < ScreenSaverPhase::black)
                tell_change(i, "shift", fmt::format("{} {}", shift.x, shift.y));
            tell_change(i, "held contacts", std::to_string(panel.faults().stuck));
            if (auto const* app = dynamic_cast<KioskScreen const*>(&show))
                tell_change(i, "slide", std::to_string(app->state().attract_slide));
            if (auto const* display = dynamic_cast<DisplayScreen const*>(&show))
                tell_change(i, "sight", fmt::format("{}", display->state().now.slide));
        }
    }
    void tell_change(std::size_t show, char const* what, std::string const& value)
    {
        auto const name = fmt::format("{} {}", show, what);
        auto const [at, fresh] = seen_.try_emplace(name, value);
        if (!fresh && at->second == value) return;
        at->second = value;
        if (!fresh) tell(name + ": " + value);
    }

    std::vector<std::unique_ptr<ScreenRunner>> const& runners_;
    Sleeping sleeping_;
    Instant start_ = clock_.now(), flushed_ = start_;
    std::size_t next_input_ = 0;
    std::map<std::string, std::string> seen_;
};

class ToldSink final : public CountSink {
public:
    explicit ToldSink(LoopWindows& windows) : windows_(windows) {}
    void commit(std::vector<Count> counts, WallTime /*claimed*/) override
    {
        windows_.tell(fmt::format("{} counts", counts.size()));
    }
    void note(std::string event, std::string detail) override { windows_.tell(event + ": " + detail); }

private:
    LoopWindows& windows_;
};

struct LoopMachine {
    explicit LoopMachine(Sleeping sleeping, OpeningHours const* opening = nullptr)
        : windows(clock, runners, sleeping),
          hours(opening)
    {
        // Its thread turns by the machine's time, not by the test's; the loop asks for it.
        windows.each_half_minute = [this] { writer.flush(); };
    }
    ui::StageOptions stage() const
    {
        return {ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::at_once, {}};
    }
    KioskScreenDependencies parts(std::size_t window)
    {
        KioskScreenDependencies parts{shipped_content(), windows.at(window), clock, shipped_themes(), sink};
        parts.hours = hours;
        return parts;
    }
    void add_kiosk()
    {
        auto all = parts(runners.size());
        all.staff = staff;
        runners.push_back(std::make_unique<KioskScreen>(all, stage(), problems));
    }
    void add_display()
    {
        runners.push_back(std::make_unique<DisplayScreen>(DisplayScreenDependencies{parts(runners.size()), "", 0, {}},
                                                          stage(), problems));
    }
    LoopEnd run(platform::ServiceOptions service = {})
    {
        service.screens = runners.size();
        return Loop({windows, runners, trace, times, clock, writer, signals, staff, {}},
                    platform::ServiceNotify(service))
            .run();
    }
    // The time from the start at which the loop ended.
    Duration ended() const { return clock.now() - start; }

    ManualClock clock;
    Instant start = clock.now();
    TemporaryFolder folder;
    services::Writer writer{writer_options(folder / "data"), clock};
    platform::StopSignals signals{[] {}};
    Trace trace{""};
    FrameTimes times;
    Problems problems;
    LoopWindows windows;
    ToldSink sink{windows};
    OpeningHours const* hours;
    StaffService* staff = nullptr;
    std::vector<std::unique_ptr<ScreenRunner>> runners; // last: they use their windows until they are gone
};

LoopInput finger(Duration at, ui::FingerPhase phase, Point where)
{
    return {at, [=](platform::WindowEvents& incoming) { incoming.fingers.push_back({phase, 3, where}); }};
}

// A busy day in half an hour: a visit that is left, staff who come and go, a panel that is unplugged, a contact that
// does not end, closing time.
void plan_a_day(LoopMachine& machine)
{
    using enum ui::FingerPhase;
    auto& inputs = machine.windows.inputs;
    inputs = {finger(3s + 300ms, down, {960, 500}), finger(3s + 400ms, up, {960, 500})};
    // After the visit has ended by itself.
    inputs.push_back(finger(4min + 700ms, down, {1900, 20}));
    inputs.push_back(finger(4min + 5s, up, {1900, 20}));
    inputs.push_back({5min, [&](platform::WindowEvents&) { machine.windows.devices = 0; }});
    inputs.push_back({7min + 3s, [&](platform::WindowEvents&) { machine.windows.devices = 1; }});
    inputs.push_back(finger(7min + 30s, down, {900, 600})); // never up
    machine.windows.until = 32min;
}

std::vector<std::pair<Duration, std::string>> told_of_a_day(Sleeping sleeping, long& turns)
{
    std::array<std::optional<OpenDay>, 7> week;
    week.fill(OpenDay{{9 * 60, 10 * 60 + 12}}); // the clock says ten, in Brussels
    OpeningHours const hours(week, {});
    FakeStaffService service;
    LoopMachine machine(sleeping, &hours);
    machine.staff = &service;
    machine.add_kiosk();
    machine.add_display();
    plan_a_day(machine);
    platform::ServiceOptions watched;
    watched.watchdog = 45s;
    watched.send = [&](std::string const& text) {
        if (text == "WATCHDOG=1") machine.windows.tell(text);
    };
    machine.run(watched);
    turns = machine.windows.turns;
    return machine.windows.told;
}

} // namespace

TEST_CASE("all that happens by itself happens when it would if the loop never slept")
{
    Journal const journal;
    long turns = 0, watched_turns = 0;
    auto const told = told_of_a_day(Sleeping::as_it_may, turns);
    auto const watched = told_of_a_day(Sleeping::a_moment, watched_turns);
    CHECK(turns < 300); // of the last eight minutes, in which all is dark: it does sleep
    CHECK(watched_turns > 4000);
    // In the order of names where two things happen at one time.
    auto const by_name = [](std::vector<std::pair<Duration, std::string>> all) {
        std::map<std::string, std::vector<Duration>> names;
        for (auto& [at, what] : all)
            if (what != "WATCHDOG=1") names[what].push_back(at);
        return names;
    };
    auto const slept = by_name(told);
    auto const expected = by_name(watched);
    CHECK(expected.size() > 25);
    for (auto const& one : expected) {
        auto const& what = one.first;
        auto const& times = one.second;
        CAPTURE(what);
        auto const found = slept.find(what);
        REQUIRE(found != slept.end());
        REQUIRE(found->second.size() == times.size());
        for (std::size_t i = 0; i < times.size(); ++i) {
            CAPTURE(times[i].count());
            CAPTURE(found->second[i].count());
            CHECK(std::chrono::abs(found->second[i] - times[i]) <= kMoment + 5ms);
        }
    }
    for (auto const& one : slept) CHECK_MESSAGE(expected.contains(one.first), one.first);
    // A sign of life comes in time.
    Duration last{0};
    for (auto const& [at, what] : told) {
        if (what != "WATCHDOG=1") continue;
        CHECK(at - last < 45s);
        last = at;
    }
    CHECK(last > 31min);
}

TEST_CASE("the day of that test holds everything that a kiosk does by itself")
{
    Journal const journal;
    long turns = 0;
    auto const told = told_of_a_day(Sleeping::as_it_may, turns);
    for (std::string const what : {"0 screen: language",
                                   "0 asks: still there?",
                                   "0 screen: attract",
                                   "0 screen: staff-pin",
                                   "0 touch: missing",
                                   "0 touch: present",
                                   "0 held contacts: 1",
                                   "0 slide",
                                   "1 sight",
                                   "0 shift",
                                   "1 shift",
                                   "0 phase: 1 0",
                                   "0 phase: 1 5",
                                   "0 phase: 2",
                                   "0 phase: 3",
                                   "1 phase: 3",
                                   "screens off",
                                   "counts",
                                   "fault: touch",
                                   "WATCHDOG=1"}) {
        CAPTURE(what);
        CHECK(std::any_of(told.begin(), told.end(),
                          [&](auto const& one) { return one.second.find(what) != std::string::npos; }));
    }
}

TEST_CASE("a kiosk that staff switch off, or that begins anew, does so after the two seconds that are there to read it")
{
    for (auto const wanted : {ExitAction::power_off, ExitAction::restart}) {
        LoopMachine machine(Sleeping::as_it_may);
        StaffServicesOptions options;
        options.figures.waiting = Execution::at_once;
        options.data = machine.folder / "data";
        options.pin_hash = cheap_hash("246813");
        options.system = SystemRequests(machine.folder / "nobody", Milliseconds(1));
        StaffServices service(std::move(options), shipped_content(), machine.writer, machine.clock, {});
        machine.staff = &service;
        machine.add_kiosk();
        machine.windows.until = 5min;
        auto const ask = [&](platform::WindowEvents&) {
            if (wanted == ExitAction::power_off)
                service.run(staff::SwitchOff{}, 1);
            else
                service.run(staff::SaveSettings{}, 1);
        };
        machine.windows.inputs = {{7s + 300ms, ask}};
        auto const end = machine.run();
        CHECK(end.exit_action == wanted);
        CHECK(machine.ended() >= 9s + 300ms);
        CHECK(machine.ended() <= 9s + 310ms);
    }
}

TEST_CASE("a list of deadlines tells the earliest of its own and of those that were added to it, and who waits for it")
{
    auto const at = [](Duration since) { return Instant{since}; };
    Deadlines list;
    CHECK_FALSE(list.earliest(at(1s)));
    CHECK(list.time_until_due(at(1s), 10s) == 10s);
    std::optional<Instant> visit, frame;
    Deadlines show;
    show.add("the visit", [&](Instant) { return visit; });
    list.add("a frame", [&](Instant) { return frame; });
    list.add(show);
    CHECK(list.time_until_due(at(1s), 10s) == 10s);
    visit = at(4s);
    CHECK(list.earliest(at(1s)) == Due{at(4s), "the visit"});
    frame = at(3s);
    CHECK(list.earliest(at(1s)) == Due{at(3s), "a frame"});
    CHECK(list.time_until_due(at(1s), 10s) == 2s);
    CHECK(list.time_until_due(at(5s), 10s) == 0s); // past: now
    CHECK(list.time_until_due(at(1s), 1s) == 1s);
}

TEST_CASE("the next minute of the clock on the wall comes when it comes, before 1970 as well")
{
    ManualClock clock({ManualClock::kDefaultWall.unix_seconds + 40});
    CHECK(next_minute(clock) - clock.now() == 20s);
    clock.advance(20s);
    CHECK(next_minute(clock) - clock.now() == 60s);
    clock.set_wall({-10});
    CHECK(next_minute(clock) - clock.now() == 10s);
}
