// What cuts a kiosk off, beside the kills of kill_test: the plug at its first start, a stop in the middle of an export,
// a machine that slept.
#include "base/random.h"
#include "files/files.h"
#include "package/package.h"
#include "services/writer.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "support/store_options.h"

#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::services;
using namespace kiosk::store;
using namespace test;

TEST_CASE("killed at any moment of its first start, a kiosk leaves nothing that the next one could not use")
{
    Random random(7);
    int begun = 0;
    for (int round = 0; round < 300; ++round) {
        TemporaryFolder folder;
        auto const child = ::fork();
        if (child == 0) {
            ManualClock clock;
            Writer writer(writer_options(folder / "data"), clock);
            writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
            writer.flush();
            for (;;) ::pause();
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(8000)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        CAPTURE(round);
        begun += std::filesystem::exists(folder / "data" / kDatabaseName) ? 1 : 0;
        auto opened = Store::open(folder / "data", test::called("test"));
        REQUIRE(opened.ok());
        CHECK(opened.value().quarantined().empty());
        CHECK(opened.value().database().text("PRAGMA integrity_check").value() == "ok");
        auto const rows = opened.value().tallies().value();
        CHECK(rows.size() <= 1);
    }
    CHECK(begun > 20);
}

TEST_CASE("a kiosk that is told to stop while it exports and counts finishes both")
{
    TemporaryFolder folder;
    ManualClock clock(noon("2026-11-20"));
    for (int round = 0; round < 20; ++round) {
        auto const stick = folder / ("stick-" + std::to_string(round));
        {
            Writer writer(writer_options(folder / "data"), clock);
            writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
            if (round % 2 == 0) writer.flush();
            writer.export_figures({.mount_points = {stick}, .labels = {}, .public_key = ""}, [](auto const&) {});
            writer.commit({{Measure::visits, "all", "fr"}}, clock.wall());
            if (round % 3 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(round % 5));
        } // SIGTERM ends the loop, and that ends the writer
        auto const packages = list_folder(stick);
        REQUIRE(packages.size() == 1);
        CHECK(Package::open(packages[0]).ok());
        auto store = Store::open_to_read(folder / "data").take();
        CHECK(store.tallies().value()[0].n == 2 * (round + 1));
        CHECK(store.read_fact(store::fact::kRunning).value() == "0");
    }
}

TEST_CASE(
    "a machine that slept for hours in the middle of a visit wakes to the attract loop, and the visit is counted once")
{
    Kiosk kiosk;
    kiosk.begin("fr");
    kiosk.tap("bar.report");
    kiosk.tap("report.happened");
    kiosk.player().gap(5h);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.state() == visit::fresh_state(kiosk.app().content(), kiosk.state().entered));
    CHECK(kiosk.counts().of(Measure::visit_ended, "idle") == 1);
    CHECK(kiosk.app().time_until_due() > Duration(0));
    // And from there as ever.
    kiosk.begin("nl");
    CHECK(kiosk.screen() == Screen::home);
}

TEST_CASE("a gap on the staff's screens, on the neutral one and under \"still there?\" ends them as time would have")
{
    Kiosk kiosk;
    kiosk.begin("fr");
    kiosk.tap("bar.leave");
    kiosk.player().gap(24h);
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.begin("fr");
    kiosk.wait(70s);
    REQUIRE(kiosk.has("still-there"));
    kiosk.player().gap(1h);
    CHECK(kiosk.screen() == Screen::attract);
    CHECK(kiosk.counts().of(Measure::visits) == 2);
    CHECK(kiosk.counts().of(Measure::visit_ended) == 2);
}

TEST_CASE("a finger that was down when the machine fell asleep taps nothing when it wakes")
{
    Kiosk kiosk;
    kiosk.begin("fr");
    auto const leave = kiosk.scene().find("home.quiz")->rect.centre();
    kiosk.player().finger(0, "down", leave);
    kiosk.player().gap(3h);
    CHECK(kiosk.screen() == Screen::attract);
    kiosk.player().finger(0, "up", leave);
    CHECK(kiosk.screen() == Screen::attract);
}
