#include "files/files.h"
#include "program/doctor/doctor_facts.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace kiosk;
using namespace kiosk::program;
using namespace kiosk::settings;

TEST_CASE("the doctor knows a folder that is missing, one without its mark, and one with it")
{
    test::TemporaryFolder const folder;
    CHECK(disk_facts(folder.path() / "none", true).state == health::Folder::missing);
    auto const unmarked = disk_facts(folder.path(), true);
    CHECK(unmarked.state == health::Folder::usable);
    CHECK(unmarked.free_bytes > 0);
    CHECK_FALSE(unmarked.marker);
    REQUIRE(write_file_atomically(folder.path() / "kiosk-data", ""));
    CHECK(disk_facts(folder.path(), true).marker);
}

TEST_CASE("the doctor reads a database without changing it, and knows a damaged one")
{
    test::TemporaryFolder const folder;
    auto const today = "2026-11-23";
    WallTime seen;
    CHECK(database_facts(folder.path(), today, seen).state == health::DatabaseState::none_yet);
    {
        auto store = store::Store::open(folder.path(), {});
        REQUIRE(store);
        REQUIRE(store.value().commit({}, WallTime{1795424400}));
        for (int i = 0; i < 4; ++i)
            REQUIRE(store.value().note("crash", "", Instant{},
                                       Zone::brussels().day(WallTime{1795424400 - i * 86'400 * 12})));
    }
    auto const before = read_file(folder.path() / store::kDatabaseName).value();
    auto const facts = database_facts(folder.path(), today, seen);
    CHECK(facts.state == health::DatabaseState::good);
    CHECK(facts.crashes == 3); // the fourth is 36 days ago
    CHECK(seen == WallTime{1795424400});
    CHECK(read_file(folder.path() / store::kDatabaseName).value() == before);

    REQUIRE(make_folder(folder.path() / "put-aside-1"));
    CHECK(database_facts(folder.path(), today, seen).quarantined == (folder.path() / "put-aside-1").string());
    REQUIRE(write_file_atomically(folder.path() / store::kDatabaseName, before.substr(0, before.size() / 2)));
    CHECK(database_facts(folder.path(), today, seen).state != health::DatabaseState::good);
}

TEST_CASE("the doctor counts what udev takes for touched")
{
    test::TemporaryFolder const folder;
    auto const input = folder.path() / "input";
    auto const udev = folder.path() / "udev";
    REQUIRE(make_folder(input));
    REQUIRE(make_folder(udev));
    auto const expected = health::TouchExpectation::expected;
    CHECK(touch_facts(0, expected, input, udev).devices == 0);
    // Any device node will do for one; this one is everywhere.
    std::filesystem::create_symlink("/dev/null", input / "event3");
    REQUIRE(write_file_atomically(udev / "c1:3", "E:ID_INPUT=1\nE:ID_INPUT_KEYBOARD=1\n"));
    CHECK(touch_facts(0, expected, input, udev).devices == 0);
    REQUIRE(write_file_atomically(udev / "c1:3", "E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n"));
    CHECK(touch_facts(0, expected, input, udev).devices == 1);
    CHECK(touch_facts(2, expected, input, udev).devices == 2);
}

TEST_CASE("a panel's sides follow from its diagonal")
{
    platform::WindowFacts window;
    window.width = 1920;
    window.height = 1080;
    auto const said = panel_facts(window, {}, 21.5F);
    CHECK(said.width_mm == 476);
    CHECK(said.height_mm == 268);
    CHECK_FALSE(said.configured);
    ScreenConfig screen;
    screen.panel_diagonal_inches = 32;
    CHECK(panel_facts(window, screen, 21.5F).inches == 32);
    CHECK(panel_facts(window, {}, {}).inches == 0);
}

TEST_CASE("the doctor counts the table of an installed kiosk's notices, and knows one that is missing or has none")
{
    test::TemporaryFolder const folder;
    CHECK_FALSE(notices_facts(std::nullopt));
    auto const file = folder / "share/doc/kiosk/NOTICES";
    auto const missing = notices_facts(folder.path());
    REQUIRE(missing);
    CHECK(missing->file == file.string());
    CHECK(missing->listed == 0);
    REQUIRE(make_folder(file.parent_path()));
    std::string const table = "Whose | this is\n\nWhat | Version | Terms | Package\nlibc.so.6 | 2 | see below | libc6\n"
                              "tzdata | 1 | public-domain | tzdata\n\n==== libc6\n\none | two | three | four\n";
    REQUIRE(write_file_atomically(file, table));
    CHECK(notices_facts(folder.path())->listed == 2);
    REQUIRE(write_file_atomically(file, "Whose | this is\n"));
    CHECK(notices_facts(folder.path())->listed == 0);
}
