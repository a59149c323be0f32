#include "files/files.h"
#include "settings/staff_settings.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "system/system_requests.h"

#include <doctest/doctest.h>
#include <thread>

using namespace kiosk;
using namespace kiosk::settings;
using namespace test;

TEST_CASE("what staff set is kept and read back, over what was configured")
{
    TemporaryFolder folder;
    staff::Settings settings;
    settings.brightness = 60;
    settings.languages = {"nl", "fr"};
    settings.hours = staff::HoursRule::set;
    settings.opens = 10 * 60;
    settings.closes = 17 * 60 + 30;
    settings.days[6] = staff::DayRule::closed;
    REQUIRE(write_settings(folder / "settings.toml", settings).ok());
    staff::Settings read;
    CHECK(read_settings(folder / "settings.toml", read).empty());
    read.clock = settings.clock; // is not a setting that is kept
    CHECK(read == settings);
    CHECK(hours_text(read, 0) == "10:00-17:30");
    CHECK(hours_text(read, 6) == "closed");
}

TEST_CASE("hours that were left as configured are not written, and no file changes nothing")
{
    TemporaryFolder folder;
    staff::Settings settings;
    settings.languages = {"fr"};
    CHECK(read_settings(folder / "settings.toml", settings).empty());
    CHECK(settings.languages == std::vector<std::string>{"fr"});
    REQUIRE(write_settings(folder / "settings.toml", settings).ok());
    staff::Settings read;
    CHECK(read_settings(folder / "settings.toml", read).empty());
    CHECK(read.hours == staff::HoursRule::file);
}

TEST_CASE("a settings file that is damaged says so and leaves what was configured")
{
    TemporaryFolder folder;
    for (auto const* text : {"brightness = 5\n", "brightness = \"much\"\n", "= = =", "[hours]\nrule = \"never\"\n",
                             "[hours]\nrule = \"set\"\nopens = 99999\n", "colour = \"red\"\n"}) {
        REQUIRE(write_file_atomically(folder / "settings.toml", text).ok());
        staff::Settings read;
        CAPTURE(text);
        CHECK_FALSE(read_settings(folder / "settings.toml", read).empty());
        CHECK(read.brightness == 100);
        CHECK(read.opens == 9 * 60);
    }
}

TEST_CASE("the clock that staff see and set is that of their zone, over every change of summer time")
{
    Zone const brussels;
    auto const london = Zone::named("Europe/London").take();
    CHECK(local_clock({1795424400}, brussels) == staff::ClockReading{2026, 11, 23, 10, 0});
    CHECK(local_clock({1795424400}, london) == staff::ClockReading{2026, 11, 23, 9, 0});
    CHECK(local_clock({1782817200}, brussels) == staff::ClockReading{2026, 6, 30, 13, 0});
    CHECK(local_clock({0}, brussels) == staff::ClockReading{1970, 1, 1, 1, 0});
    for (auto const& zone : {brussels, london})
        for (std::int64_t second = 1774000000; second < 1774000000 + 366LL * 24 * 3600; second += 1020) {
            auto const clock = local_clock({second}, zone);
            auto const back = wall_time(clock, zone);
            REQUIRE(back);
            // The hour that autumn has twice may be the other one of the two.
            auto const apart = second / 60 * 60 - back->unix_seconds;
            CHECK((apart == 0 || apart == 3600));
        }
    CHECK_FALSE(wall_time({2027, 2, 29, 12, 0}, brussels));
    CHECK_FALSE(wall_time({2027, 2, 28, 24, 0}, brussels));
    CHECK_FALSE(wall_time({2027, 13, 1, 12, 0}, brussels));
    CHECK_FALSE(wall_time({-1, 1, 1, 12, 0}, brussels));
    CHECK(wall_time({2027, 3, 28, 2, 30}, brussels)); // a time that no clock shows
}

TEST_CASE("what the system does for the kiosk is asked with a file, and its answer is heard")
{
    TemporaryFolder folder;
    SystemRequests const nobody(folder / "nowhere", Milliseconds(100));
    CHECK_FALSE(nobody.power_off().ok());
    CHECK_FALSE(nobody.set_clock({1795424400}).ok());
    nobody.open_sticks(); // and that is no fault

    for (auto const* part : {"requests", "answers"}) std::filesystem::create_directory(folder / part);
    SystemRequests const system(folder.path(), Milliseconds(3000));
    auto const serve = [&](std::string const& name, std::string const& answer, std::string& asked) {
        return std::jthread([&folder, name, answer, &asked] {
            auto const request = folder / "requests" / name;
            while (!std::filesystem::exists(request)) std::this_thread::sleep_for(1ms);
            asked = read_file(request).value();
            std::filesystem::remove(folder / "answers" / name);
            std::filesystem::remove(request);
            (void)write_file_atomically(folder / "answers" / name, answer);
        });
    };
    std::string asked;
    {
        auto const service = serve("clock", "done\n", asked);
        CHECK(system.set_clock({1795424400}).ok());
    }
    CHECK(asked == "1795424400\n");
    {
        auto const service = serve("clock", "refused: not a time\n", asked);
        auto const refused = system.set_clock({0});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().line().find("not a time") != std::string::npos);
    }
    CHECK(system.power_off().ok());
    CHECK(read_file(folder / "requests/poweroff").value() == "now\n");
    SystemRequests const hasty(folder.path(), Milliseconds(60));
    CHECK(hasty.set_clock({1795424400}).error().message == "did not answer");
}
