// What the loop does for the machine, with windows that do as the test says.
#include "show/devices.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;
using namespace kiosk::settings;
using namespace kiosk::show;
using namespace test;

namespace {

class FakeWindows final : public platform::Windows {
public:
    std::size_t count() const override { return 1; }
    int missing_screens() const override { return missing; }
    bool more_screens() const override { return more; }
    platform::Window& at(std::size_t) override { throw std::logic_error("nobody asks for it"); }
    std::vector<platform::WindowEvents> wait(Milliseconds) override { return {}; }
    void wake() override {}
    int touch_devices() const override { return devices; }
    bool renderer_lost() const override { return lost; }
    void switch_screens(platform::ScreenState state) override { switched.push_back(state); }

    int devices = 1;
    bool lost = false;
    int missing = 0;
    bool more = false;
    std::vector<platform::ScreenState> switched;
};

struct Machine {
    explicit Machine(OpeningHours const* hours = nullptr)
    {
        KioskScreenDependencies parts{shipped_content(), *display, clock, shipped_themes(), counts};
        parts.hours = hours;
        runners.push_back(std::make_unique<KioskScreen>(
            parts, ui::StageOptions{ui::Fonts::installed_folders(), {test::tiny_pictures()}, Execution::on_worker, {}},
            problems));
        player = std::make_unique<ScriptPlayer>(*runners.front(), clock, *display, PlayOptions{});
        turn();
    }
    KioskScreen& app() { return static_cast<KioskScreen&>(*runners.front()); }
    DeviceStatus turn(std::vector<ui::FingerEvent> fingers = {})
    {
        platform::WindowEvents incoming;
        incoming.fingers = std::move(fingers);
        auto const device_status = devices.tick({incoming});
        player->wait(1ms);
        return device_status;
    }
    // As the loop does: it turns at least every ten seconds.
    void run(Duration duration)
    {
        for (auto const until = clock.now() + duration; clock.now() < until;) {
            player->wait(10s);
            turn();
        }
    }
    TouchPresence touch() { return app().panel().touch(); }

    ManualClock clock;
    CountList counts;
    Problems problems;
    Duration suspended{0};
    std::unique_ptr<platform::RenderTarget> display = platform::make_null_target(1920, 1080);
    std::vector<std::unique_ptr<ScreenRunner>> runners;
    std::unique_ptr<ScriptPlayer> player;
    FakeWindows windows;
    Devices devices{windows, runners, clock, [this] { return suspended; }};
};

} // namespace

TEST_CASE("a panel that is unplugged lets go at once, is missed after a minute, and is back by itself")
{
    Journal const journal;
    Machine machine;
    machine.app().push(ui::FingerEvent{ui::FingerPhase::down, 3, {960, 540}});
    machine.turn();
    CHECK(machine.app().stage().input().finger_is_down());
    machine.windows.devices = 0;
    machine.turn();
    CHECK_FALSE(machine.app().stage().input().finger_is_down());
    CHECK(machine.app().state().screen == Screen::attract);
    Deadlines deadlines;
    machine.devices.add_to(deadlines);
    CHECK(deadlines.time_until_due(machine.clock.now(), 1h) <= 2s); // so that it is back soon
    machine.run(50s);
    CHECK(machine.touch() == TouchPresence::present);
    machine.run(20s);
    CHECK(machine.touch() == TouchPresence::missing);
    CHECK(machine.app().scene().find("attract.resting"));
    CHECK(journal.says("there is no touch panel any more"));
    machine.windows.devices = 1;
    machine.turn();
    CHECK(machine.touch() == TouchPresence::present);
    CHECK(machine.app().scene().find("attract.touch"));
}

TEST_CASE("a finger that comes in is a panel, whatever the driver counts")
{
    Journal const journal;
    Machine machine;
    machine.windows.devices = 0;
    machine.run(80s);
    CHECK(machine.touch() == TouchPresence::missing);
    machine.turn({ui::FingerEvent{ui::FingerPhase::down, ui::kMouseFinger, {9, 9}}});
    CHECK(machine.touch() == TouchPresence::missing); // a mouse is none
    machine.turn({ui::FingerEvent{ui::FingerPhase::down, 3, {9, 9}}});
    CHECK(machine.touch() == TouchPresence::present);
}

TEST_CASE("a machine that never had a panel misses none")
{
    Machine machine;
    machine.windows.devices = 0;
    Machine without;
    without.windows.devices = 0;
    std::vector<std::unique_ptr<ScreenRunner>> runners;
    Devices devices(without.windows, runners, without.clock, [] { return Duration(0); });
    devices.tick({});
    without.clock.advance(1h);
    devices.tick({});
    CHECK(without.touch() == TouchPresence::present);
}

TEST_CASE("when the machine was suspended, or the loop stood still, the visit is over")
{
    for (bool const suspended : {true, false}) {
        Machine machine;
        REQUIRE(machine.player->tap("attract.language.en").ok());
        machine.turn();
        CHECK(machine.app().state().screen == Screen::home);
        machine.clock.advance(5s);
        machine.turn();
        CHECK(machine.app().state().screen == Screen::home);
        if (suspended)
            machine.suspended = 3h;
        else
            machine.clock.advance(61s);
        machine.turn();
        CHECK(machine.app().state().screen == Screen::attract);
        CHECK(machine.counts.of(Measure::visit_ended, "idle") == 1);
    }
}

TEST_CASE("screens are switched off when all shows are dark, and on by the first touch")
{
    std::array<std::optional<OpenDay>, 7> week;
    week.fill(OpenDay{{10 * 60, 18 * 60}});
    OpeningHours const hours(week, {});
    Machine machine(&hours);
    machine.clock.set_wall({ManualClock::kDefaultWall.unix_seconds + 8 * 3600 - 60}); // a minute to six
    machine.run(50s);
    CHECK(machine.windows.switched.empty());
    machine.run(12min);
    using platform::ScreenState;
    CHECK(machine.windows.switched == std::vector{ScreenState::off});
    machine.run(5min);
    CHECK(machine.windows.switched.size() == 1);
    machine.app().push(ui::FingerEvent{ui::FingerPhase::down, 3, {960, 540}});
    machine.turn();
    CHECK(machine.windows.switched == std::vector{ScreenState::off, ScreenState::on});
}

TEST_CASE("a renderer that is lost ends the loop")
{
    Machine machine;
    CHECK(machine.turn() == DeviceStatus::ok);
    machine.windows.lost = true;
    CHECK(machine.turn() == DeviceStatus::renderer_lost);
}

TEST_CASE("a screen that was missing is used by beginning anew, as soon as nobody reads")
{
    Machine machine;
    CHECK(machine.turn() == DeviceStatus::ok);
    machine.windows.missing = 1;
    CHECK(machine.turn() == DeviceStatus::ok);
    REQUIRE(machine.player->tap("attract.language.fr").ok());
    machine.windows.more = true;
    CHECK(machine.turn() == DeviceStatus::ok);
    machine.run(3min); // whoever was there has gone
    CHECK(machine.app().state().screen == visit::Screen::attract);
    CHECK(machine.turn() == DeviceStatus::more_screens);
}
