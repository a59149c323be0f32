#include "files/files.h"
#include "settings/config.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::settings;

namespace {

OpeningHours hours_of(std::string const& text, std::string* said = nullptr)
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", text).ok());
    Config config;
    std::string lines;
    for (auto const& problem : read_config(folder / "kiosk.toml", config)) lines += problem.line() + "\n";
    if (said)
        *said = lines;
    else
        CHECK(lines.empty());
    return config.hours;
}

// Seconds of a time in Brussels, in winter.
WallTime winter(std::string const& day, int hour, int minute = 0)
{
    auto const days = calendar_day(day)->time_since_epoch().count();
    return {days * 86400LL + (hour - 1) * 3600LL + minute * 60LL};
}

bool open_at(OpeningHours const& hours, WallTime time)
{
    return hours.state_at(time, figures::TimeTrust::trusted) == OpenState::open;
}

// 2026-11-23 is a Monday.
constexpr char const* kShop = "[hours]\nevery_day = \"10:00-18:00\"\nsaturday = \"09:00-12:30, 13:30-17:00\"\n"
                              "sunday = \"closed\"\n[[hours.exception]]\nday = \"2026-12-25\"\nhours = \"closed\"\n"
                              "[[hours.exception]]\nday = \"2026-12-20\"\nhours = \"13:00-17:00\"\n";

} // namespace

TEST_CASE("a shop is open in its hours, but not on Sundays, over noon on Saturdays, or at Christmas")
{
    auto const hours = hours_of(kShop);
    CHECK_FALSE(open_at(hours, winter("2026-11-23", 9, 59)));
    CHECK(open_at(hours, winter("2026-11-23", 10)));
    CHECK(open_at(hours, winter("2026-11-23", 17, 59)));
    CHECK_FALSE(open_at(hours, winter("2026-11-23", 18)));
    CHECK(open_at(hours, winter("2026-11-28", 9)));
    CHECK_FALSE(open_at(hours, winter("2026-11-28", 13)));
    CHECK(open_at(hours, winter("2026-11-28", 16, 59)));
    CHECK_FALSE(open_at(hours, winter("2026-11-29", 12)));
    CHECK_FALSE(open_at(hours, winter("2026-12-25", 12)));
    CHECK(open_at(hours, winter("2026-12-20", 14))); // a Sunday before Christmas
}

TEST_CASE("in summer the clock of Brussels is an hour further")
{
    auto const hours = hours_of(kShop);
    CHECK(open_at(hours, {winter("2026-07-06", 9).unix_seconds})); // 10:00 there
    CHECK_FALSE(open_at(hours, {winter("2026-07-06", 17).unix_seconds}));
}

TEST_CASE("hours may run over midnight, into a day that is closed")
{
    auto const hours =
        hours_of("[hours]\nevery_day = \"closed\"\nsaturday = \"20:00-02:00\"\nmonday = \"00:00-24:00\"\n");
    CHECK(open_at(hours, winter("2026-11-28", 23, 59)));
    CHECK(open_at(hours, winter("2026-11-29", 1, 59)));
    CHECK_FALSE(open_at(hours, winter("2026-11-29", 2)));
    CHECK_FALSE(open_at(hours, winter("2026-11-28", 1)));
    CHECK(open_at(hours, winter("2026-11-30", 0)));
    CHECK(open_at(hours, winter("2026-11-30", 23, 59)));
    CHECK_FALSE(open_at(hours, winter("2026-12-01", 0)));
}

TEST_CASE("without hours, and with a clock that is not believed, it is always open")
{
    CHECK(open_at(hours_of("name = \"a\"\n"), winter("2026-11-29", 3)));
    CHECK(OpeningHours().always_open());
    CHECK(hours_of(kShop).state_at(winter("2026-11-29", 3), figures::TimeTrust::doubtful) == OpenState::open);
}

TEST_CASE("a line that cannot be read is said, and that day is open: no mistake keeps a kiosk dark")
{
    std::string said;
    auto hours = hours_of("[hours]\nevery_day = \"closed\"\ntuesday = \"9-18\"\nfryday = \"10:00-12:00\"\n", &said);
    CHECK(said.find("kiosk.toml:3:1: error: '9-18' are no opening hours; it counts as open all day (write it as "
                    "\"09:00-18:00\"") != std::string::npos);
    CAPTURE(said);
    CHECK(said.find("did you mean 'friday'?") != std::string::npos);
    CHECK(open_at(hours, winter("2026-11-24", 3)));
    CHECK_FALSE(open_at(hours, winter("2026-11-25", 12)));

    hours = hours_of("[hours]\nmonday = \"10:00-18:00\"\n", &said);
    CHECK(said.find("warning: [hours] does not say when the place is open on tuesday, wednesday") != std::string::npos);
    CHECK(open_at(hours, winter("2026-11-29", 3)));

    hours = hours_of("[hours]\nevery_day = \"closed\"\n[[hours.exception]]\nday = \"25.12.2026\"\nhours = \"closed\"\n"
                     "[[hours.exception]]\nday = \"2026-12-24\"\n",
                     &said);
    CHECK(said.find("'25.12.2026' is no day") != std::string::npos);
    CHECK(said.find("[[hours.exception]] does not say its hours") != std::string::npos);
    CHECK(open_at(hours, winter("2026-12-24", 3)));
}

TEST_CASE("hours are read strictly")
{
    for (auto const* wrong : {"", "9:00-18:00", "09:00", "09:00-09:00", "25:00-26:00", "09:00-18:00,", "open",
                              "13:00-18:00, 09:00-12:00", "09:00-18:00, 17:00-20:00", "-", ","})
        CHECK_FALSE(open_day(wrong));
    CHECK(open_day("closed")->empty());
    CHECK(*open_day(" 09:00 - 18:00 ") == OpenDay{{540, 1080}});
    CHECK(*open_day("20:00-02:00") == OpenDay{{1200, 1560}});
}

TEST_CASE("a shop in London opens by London's clocks, also where staff have set its hours")
{
    std::string const zone = "zone = \"Europe/London\"\n";
    auto const hours = hours_of(zone + kShop);
    CHECK_FALSE(open_at(hours, winter("2026-11-23", 10))); // 09:00 there
    CHECK(open_at(hours, winter("2026-11-23", 18, 59)));
    auto const of_staff = hours_of(zone).with_week({*open_day("10:00-18:00")});
    CHECK_FALSE(open_at(of_staff, winter("2026-11-23", 10)));
    CHECK(open_at(of_staff, winter("2026-11-23", 11)));
}
