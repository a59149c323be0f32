#include "files/files.h"
#include "platform/power/screen_power.h"
#include "platform/suspension.h"
#include "platform/watches.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::platform;
using namespace std::chrono_literals;

TEST_CASE("a renderer is lost after ten failures in a row, not after nine and a frame that is well")
{
    RendererWatch watch;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 9; ++i) watch.drew(false);
        CHECK_FALSE(watch.lost());
        watch.drew(true);
    }
    for (int i = 0; i < 10; ++i) watch.drew(false);
    CHECK(watch.lost());
}

TEST_CASE("a machine that turns slowly has not slept")
{
    SleepWatch watch;
    CHECK_FALSE(watch.observe({100s}, 5h)); // suspended before we began
    CHECK_FALSE(watch.observe({110s}, 5h));
    CHECK_FALSE(watch.observe({170s}, 5h));
    CHECK(watch.observe({231s}, 5h));
    CHECK(watch.observe({232s}, 5h + 3s));
    CHECK_FALSE(watch.observe({233s}, 5h + 3s));
}

TEST_CASE("this machine has not slept within a moment")
{
    auto const before = suspended_so_far();
    CHECK(before >= Duration(-1000));
    CHECK(suspended_so_far() - before < 1s);
}

TEST_CASE("a backlight that may be written is switched off and on again, and never left off")
{
    test::TemporaryFolder folder;
    auto const file = folder / "panel0/bl_power";
    REQUIRE(make_folder(folder / "panel0").ok());
    REQUIRE(write_file_atomically(file, "0\n").ok());
    auto power = make_screen_power("KMSDRM", folder.path());
    CHECK(power->describe() == "backlight panel0");
    power->set(ScreenState::off);
    CHECK(read_file(file).value() == "4\n");
    power->set(ScreenState::on);
    CHECK(read_file(file).value() == "0\n");
    power->set(ScreenState::off);
    power.reset();
    CHECK(read_file(file).value() == "0\n");
}

TEST_CASE("where nothing can be switched the black frame stands")
{
    test::TemporaryFolder folder;
    auto const power = make_screen_power("KMSDRM", folder / "none");
    CHECK(power->describe() == "none: stays black");
    power->set(ScreenState::off);
    power->set(ScreenState::on);
}
