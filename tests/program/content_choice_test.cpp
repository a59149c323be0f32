// Which content a start shows, and when a trial is over.
#include "files/files.h"
#include "lock/recovery.h"
#include "program/setup/content_choice.h"
#include "program/setup/setup.h"
#include "services/content_trial.h"
#include "support/figures.h"
#include "support/kiosk.h"
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace kiosk;
using namespace test;
using namespace std::chrono_literals;

namespace {

// A kiosk with content 1 from a stick, settled, and content 2 on trial.
struct Kept : Station {
    Kept()
    {
        install(1);
        confirm_trial();
        install(2);
        given.config.content = sources() / "content";
        given.config.data = folder.path();
        given.config.assets = std::filesystem::path(KIOSK_ASSETS);
        for (auto const& key : keys.keys) given.config.updates.keys.push_back(crypto::public_key_text(key));
    }
    program::Options given;
};

} // namespace

TEST_CASE_FIXTURE(Kept, "content from a stick is shown, unless the command line names another")
{
    auto const chosen = program::choose_content(given);
    CHECK(chosen.folder.parent_path().parent_path() == folder / "packs");
    CHECK(chosen.read.content.languages == std::vector<std::string>{"en"});
    CHECK(chosen.start.on_trial);
    given.content_from = program::ContentFrom::command_line;
    auto const named = program::choose_content(given);
    CHECK(named.folder == sources() / "content");
    CHECK(named.read.content.languages.size() == 4);
    CHECK_FALSE(named.start.on_trial);
    CHECK_FALSE(named.shelf);
}

TEST_CASE_FIXTURE(Kept, "three starts that end too soon are tried, the fourth shows what was there before")
{
    for (int i = 0; i < 3; ++i) CHECK(program::choose_content(given).start.on_trial);
    auto const chosen = program::choose_content(given);
    CHECK_FALSE(chosen.start.on_trial);
    REQUIRE(chosen.start.events.size() == 1);
    CHECK(running_number() == 1);
    CHECK(program::choose_content(given).start.events.empty());
}

TEST_CASE_FIXTURE(Kept, "with nothing left on the shelf the content that came with the kiosk is shown")
{
    std::filesystem::remove_all(folder / "packs");
    auto const chosen = program::choose_content(given);
    CHECK(chosen.folder == sources() / "content");
    CHECK(chosen.read.content.usable());
    CHECK_FALSE(std::filesystem::exists(folder / "packs"));
}

TEST_CASE_FIXTURE(Kept, "a trial is over after ten minutes of frames, and not before")
{
    auto const chosen = program::choose_content(given);
    services::ContentTrial trial([&] { return chosen.shelf->confirm_trial(); }, chosen.start.on_trial);
    ManualClock clock;
    auto const show_for = [&](Duration time, Duration step) {
        for (Duration gone{0}; gone < time; gone += step) {
            clock.advance(step);
            trial.presented(clock.now());
        }
    };
    trial.presented(clock.now());
    show_for(9min + 50s, 10s);
    CHECK(trial.on_trial());
    // An hour in which nothing was drawn is no hour of showing.
    trial.wait();
    CHECK(shelf->state().value().trial);
    show_for(10s, 10s);
    CHECK_FALSE(trial.on_trial());
    trial.wait();
    CHECK_FALSE(shelf->state().value().trial);
    for (int i = 0; i < 9; ++i) CHECK_FALSE(program::choose_content(given).start.on_trial);
    CHECK(running_number() == 2);
}

TEST_CASE_FIXTURE(Kept, "hours between two frames count as a minute")
{
    services::ContentTrial trial([this] { return shelf->confirm_trial(); }, true);
    ManualClock clock;
    for (int i = 0; i < 10; ++i) {
        trial.presented(clock.now());
        clock.advance(3h);
    }
    CHECK(trial.on_trial());
    trial.presented(clock.now());
    CHECK_FALSE(trial.on_trial());
    trial.wait();
}

TEST_CASE("content on trial that cannot be settled is told in the journal, whatever is thrown")
{
    auto const shown_for_long = [](std::function<Result<>()> confirm_trial) {
        services::ContentTrial trial(std::move(confirm_trial), true);
        ManualClock clock;
        for (int i = 0; i < 11; ++i) {
            clock.advance(1min);
            trial.presented(clock.now());
        }
        trial.wait();
    };
    Journal const journal;
    shown_for_long([]() -> Result<> { throw std::bad_alloc(); });
    CHECK(journal.says("content on trial: there is not enough memory"));
    shown_for_long([]() -> Result<> {
        throw std::filesystem::filesystem_error("cannot rename", std::make_error_code(std::errc::io_error));
    });
    CHECK(journal.says("content on trial: filesystem error: cannot rename"));
    shown_for_long([] { return Result<>(Error{"shelf", "is full", "make room"}); });
    CHECK(journal.says("shelf: is full (make room)"));
}

TEST_CASE("content on trial that could not be settled is settled ten minutes later")
{
    int tries = 0;
    services::ContentTrial trial(
        [&]() -> Result<> {
            ++tries;
            if (tries == 1) return Error{"shelf", "is full", "make room"};
            if (tries == 2) throw std::bad_alloc();
            return success();
        },
        true);
    ManualClock clock;
    auto const show_for = [&](int minutes) {
        for (int i = 0; i < minutes; ++i) {
            clock.advance(1min);
            trial.presented(clock.now());
            trial.wait();
        }
    };
    Journal const journal;
    show_for(11);
    CHECK(tries == 1);
    show_for(9);
    CHECK(trial.on_trial());
    CHECK(tries == 1);
    show_for(1);
    CHECK(tries == 2);
    show_for(9);
    CHECK(tries == 2);
    show_for(60);
    CHECK(tries == 3);
    CHECK_FALSE(trial.on_trial());
}

TEST_CASE_FIXTURE(Kept, "content ends with its last day where the kiosk stands")
{
    ManualClock clock{WallTime{1830276000}}; // 2027-12-31 18:00 UTC, the last day of it
    services::Writer writer(writer_options(folder / "figures"), clock);
    for (auto const& [zone, expired] : {std::pair{"Europe/Brussels", false}, std::pair{"Asia/Tokyo", true}}) {
        auto const* const where = zone;
        CAPTURE(where);
        given.config.zone = Zone::named(zone).take();
        auto const status = program::make_content_updates(*shelf, given.config, writer, clock)->status();
        REQUIRE(status.valid_until == calendar_day("2027-12-31"));
        CHECK(status.days_expired.has_value() == expired);
    }
}

TEST_CASE_FIXTURE(Kept, "the machine log is told what a start left")
{
    for (int i = 0; i < 3; ++i) static_cast<void>(program::choose_content(given));
    auto const chosen = program::choose_content(given);
    REQUIRE(chosen.start.events.size() == 1);
    CHECK(updates::machine_text(chosen.start.events.front()) == "2 went back: starts");
}

namespace {

// What staff without a PIN are told who put this stick in.
staff::RecoveryFault found_by(program::Setup const& setup)
{
    ManualClock clock;
    services::Writer writer(setup.writer_options(), clock);
    auto const service = setup.make_staff_service({writer, clock, {}, Execution::at_once, {}, {}, nullptr});
    REQUIRE(service);
    service->run(staff::FindRecovery{}, 1);
    for (auto const& told : service->take_replies())
        if (auto const* checked = std::get_if<staff::RecoveryChecked>(&told.reply)) return checked->fault;
    return staff::RecoveryFault::unknown;
}

} // namespace

TEST_CASE_FIXTURE(Kept,
                  "a recovery stick is held against the keys the machine was installed with, whatever a list brought")
{
    auto const list = updates::key_list_text(key_list(2, {9, 2}));
    REQUIRE(shelf->accept_key_list(signed_by_two(list, 1, 2), "k").ok());
    given.config.name = "lobby";
    given.config.exporting.folders = {folder / "stick"};
    std::filesystem::create_directory(folder / "stick");
    auto const put_in = [&](unsigned char key) {
        auto const text = lock::make_recovery("lobby", key, test_key(key));
        REQUIRE(write_file_atomically(folder / "stick" / lock::kRecoveryFile, text).ok());
    };
    auto const setup = program::load_setup(given);
    REQUIRE(setup.ok());
    CHECK(setup.value().shelf->keys() == key_list(2, {9, 2}));
    put_in(9); // of the list that came by stick
    CHECK(found_by(setup.value()) == staff::RecoveryFault::not_signed);
    put_in(1);
    CHECK(found_by(setup.value()) == staff::RecoveryFault::none);
}
