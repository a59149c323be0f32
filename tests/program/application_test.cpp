// The whole application: what staff do on the screen reaches the disk and the stick, and is in force after the next
// start.
#include "files/files.h"
#include "lock/recovery.h"
#include "package/package.h"
#include "store/store.h"
#include "support/kiosk.h"
#include "support/real_kiosk.h"
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;
using show::ExitAction;

namespace {

// Whoever looks after it has put in a stick.
RealKiosk& with_stick(RealKiosk& kiosk)
{
    REQUIRE(make_folder(kiosk.stick()).ok());
    return kiosk;
}

auto shows(std::string const& node)
{
    return [node](show::ScreenRunner const& show) {
        INFO("on ", std::string(show.screen()));
        CHECK_MESSAGE(show.scene().find(node), node);
    };
}

auto is_at(std::string const& screen)
{
    return [screen](show::ScreenRunner const& show) { CHECK(show.screen() == screen); };
}

std::int64_t visits_in(std::filesystem::path const& data)
{
    auto store = store::Store::open_to_read(data).take();
    std::int64_t sum = 0;
    for (auto const& tally : store.tallies().value())
        if (tally.measure == "visits") sum += tally.n;
    return sum;
}

} // namespace

TEST_CASE("a visit is counted once on the disk when the kiosk stops, and an export takes it along")
{
    RealKiosk kiosk;
    auto end = kiosk.run(Person().tap("attract.language.en").tap("home.quiz").wait(5s));
    CHECK(end.exit_action == ExitAction::none);
    CHECK(visits_in(kiosk.data()) == 1);
    with_stick(kiosk);
    end = kiosk.run(Person().enter(RealKiosk::kPin).see(is_at("staff-figures")).tap("staff.export").see([](auto& show) {
        CHECK(show.scene().find("export.done"));
    }));
    auto const packages = list_folder(kiosk.stick());
    REQUIRE(packages.size() == 1);
    CHECK(package::Package::open(packages.front()).ok());
}

TEST_CASE("without a stick an export says so, and with one the next does")
{
    RealKiosk kiosk;
    kiosk.run(Person()
                  .enter(RealKiosk::kPin)
                  .tap("staff.export")
                  .see(shows("export.failed"))
                  .see([&](auto&) { with_stick(kiosk); })
                  .tap("staff.export")
                  .see(shows("export.done")));
    CHECK(list_folder(kiosk.stick()).size() == 1);
}

TEST_CASE("a wrong PIN opens nothing, ten shut the lock, and it is shut after the next start of the program")
{
    RealKiosk kiosk;
    Person guesser;
    for (int i = 0; i < 2; ++i) guesser.hold_corner().type("135790").see(is_at("staff-pin")).wait(1min);
    kiosk.run(guesser);
    // Seven more, whose waits (tests/lock) make four hours in which nothing else happens.
    auto stored = read_file(kiosk.data() / "pin").value();
    auto const wrong = stored.find("wrong 2\n");
    REQUIRE(wrong != std::string::npos);
    stored.replace(wrong, 8, "wrong 9\n");
    REQUIRE(write_file_atomically(kiosk.data() / "pin", stored).ok());
    kiosk.run(Person().wait(33min).hold_corner().type("135790").see(is_at("staff-pin")).wait(1min));
    std::string refused;
    auto const message = [&](show::ScreenRunner const& show) {
        auto const* found = show.scene().find("pin.message");
        REQUIRE(found);
        refused = found->label;
    };
    kiosk.run(Person().hold_corner().see(message).see(is_at("staff-pin")));
    CHECK(refused.find("locked") != std::string::npos);
}

TEST_CASE("what staff set holds after the start that follows, and is seen by visitors")
{
    RealKiosk kiosk;
    auto const end = kiosk.run(Person()
                                   .see(shows("attract.language.en"))
                                   .enter(RealKiosk::kPin)
                                   .tap("staff.tab.settings")
                                   .tap("settings.language.nl")
                                   .tap("settings.save")
                                   .see(shows("settings.saved"))
                                   .wait(1min));
    CHECK(end.exit_action == ExitAction::restart);
    std::string first;
    kiosk.run(Person().see([&](auto& show) { first = show.language(); }));
    CHECK(first == "nl");
}

TEST_CASE("a stand that is closed down has exported before it is switched off; without a stick it stays on")
{
    RealKiosk kiosk;
    auto end = kiosk.run(Person()
                             .enter(RealKiosk::kPin)
                             .tap("staff.tab.pack")
                             .tap("pack.begin")
                             .tap("pack.confirm")
                             .see(shows("pack.failed")));
    CHECK(end.exit_action == ExitAction::none);
    with_stick(kiosk);
    end = kiosk.run(
        Person().enter(RealKiosk::kPin).tap("staff.tab.pack").tap("pack.begin").tap("pack.confirm").wait(1min));
    CHECK(end.exit_action == ExitAction::power_off);
    CHECK(list_folder(kiosk.stick()).size() == 1);
}

TEST_CASE("content from a stick is looked at, used, and shown after the start that follows")
{
    auto const keys = key_list(1, {1, 2});
    std::string list;
    for (auto const& key : keys.keys) list += fmt::format("\"{}\", ", crypto::public_key_text(key));
    RealKiosk kiosk(fmt::format("[updates]\nkeys = [{}]", list));
    with_stick(kiosk);
    REQUIRE(write_file_atomically(kiosk.stick() / "new.kioskpack", archive_of(english_content(), 3)).ok());
    auto const end = kiosk.run(Person()
                                   .enter(RealKiosk::kPin)
                                   .tap("staff.tab.content")
                                   .tap("content.find")
                                   .see(shows("content.use"))
                                   .tap("content.use")
                                   .wait(1min));
    CHECK(end.exit_action == ExitAction::restart);
    kiosk.run(Person().see([](auto& show) {
        CHECK(show.scene().find("attract.language.en"));
        CHECK_FALSE(show.scene().find("attract.language.fr"));
    }));
}

TEST_CASE("a recovery stick of the office lets staff choose a new PIN, once")
{
    auto const keys = key_list(1, {1, 2});
    RealKiosk kiosk(fmt::format("[updates]\nkeys = [\"{}\"]", crypto::public_key_text(keys.keys.front())));
    with_stick(kiosk);
    auto const letter = lock::make_recovery("lobby", 1, test_key(1));
    REQUIRE(write_file_atomically(kiosk.stick() / lock::kRecoveryFile, letter).ok());
    kiosk.run(Person()
                  .hold_corner()
                  .type("135790")
                  .tap("pin.forgotten")
                  .see(is_at("staff-new-pin"))
                  .type("904417")
                  .type("904417")
                  .see(is_at("staff-figures")));
    kiosk.run(Person().enter("904417").see(is_at("staff-figures")).tap("staff.leave"));
    kiosk.run(Person().enter(RealKiosk::kPin).see(is_at("staff-pin")).tap("pin.forgotten").see(is_at("staff-pin")));
}
