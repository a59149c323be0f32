// Looking at a kiosk (kiosk --check, the staff's card) leaves every byte and every time of its folder as it was.
#include "files/files.h"
#include "lock/pin_file.h"
#include "program/doctor/doctor_facts.h"
#include "store/store.h"
#include "support/fingerprint.h"
#include "support/kiosk.h"
#include "updates/packs.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

constexpr char const* kJournalName = "engagement.sqlite-journal";

// A kiosk whose content 2 is on trial, with a PIN, and figures whose last commit was cut off by the plug.
struct Looked : Station {
    Looked()
    {
        install(1);
        confirm_trial();
        install(2);
        given.config.content = sources() / "content";
        given.config.data = folder.path();
        given.config.assets = std::filesystem::path(KIOSK_ASSETS);
        for (auto const& key : keys.keys) given.config.updates.keys.push_back(crypto::public_key_text(key));
        REQUIRE(lock::write_pin_file(folder.path(), {"hash", "", 3, 7, "a start"}).ok());
        cut_off_a_commit();
    }

    // What lies on the disk in the middle of a commit that does not fit the cache: pages of it, and their old ones.
    void cut_off_a_commit() const
    {
        TemporaryFolder const elsewhere;
        auto store = store::Store::open(elsewhere.path(), {});
        REQUIRE(store.ok());
        auto& database = store.value().database();
        REQUIRE(database.run("PRAGMA cache_size=1; BEGIN IMMEDIATE; CREATE TABLE large(x)").ok());
        for (int i = 0; i < 40; ++i) REQUIRE(database.run("INSERT INTO large VALUES (randomblob(3000))").ok());
        for (auto const* name : {store::kDatabaseName, kJournalName})
            if (std::filesystem::exists(elsewhere / name)) std::filesystem::copy(elsewhere / name, folder / name);
        REQUIRE(database.run("ROLLBACK").ok());
    }

    health::HealthFacts look() const
    {
        auto const setup = program::load_setup(given, program::LoadPurpose::read_only);
        REQUIRE(setup.ok());
        return program::facts_of(setup.value(), ManualClock());
    }

    program::Options given;
};

} // namespace

TEST_CASE_FIXTURE(Looked, "looking at a kiosk changes no byte and no time of its folder, however often")
{
    REQUIRE(std::filesystem::exists(folder / kJournalName));
    auto const before = fingerprint(folder.path());
    for (int i = 0; i < 5; ++i) {
        auto const facts = look();
        CHECK(facts.content->usable);
        CHECK(*facts.staff_pin);
        CHECK(facts.database->state == health::DatabaseState::unreadable); // the next start mends it
        CHECK(fingerprint(folder.path()) == before);
    }
}

TEST_CASE_FIXTURE(Looked, "looking counts as no start: new content still has all of its starts")
{
    for (int i = 0; i < 5; ++i) look();
    CHECK(shelf->state().value().trial == 0);
    for (int i = 0; i < 3; ++i) CHECK(program::choose_content(given).start.on_trial);
    CHECK_FALSE(program::choose_content(given).start.on_trial);
}

TEST_CASE_FIXTURE(Looked, "whoever looks sees what a start would show")
{
    auto const chosen = program::choose_content(given, program::LoadPurpose::read_only);
    CHECK(chosen.start.on_trial);
    CHECK(chosen.folder == shelf->folder_of(shelf->state().value().current) / "content");
    // Of a version that lost a file a start would show the one before.
    std::filesystem::remove(chosen.folder / "kiosk.toml");
    auto const before = fingerprint(folder.path());
    auto const other = program::choose_content(given, program::LoadPurpose::read_only);
    CHECK(other.folder == shelf->folder_of(shelf->state().value().previous) / "content");
    CHECK_FALSE(other.start.on_trial);
    CHECK(fingerprint(folder.path()) == before);
}

TEST_CASE("looking where there is nothing makes nothing")
{
    TemporaryFolder const folder;
    program::Options given;
    given.config.content = sources() / "content";
    given.config.data = folder / "none";
    given.config.assets = std::filesystem::path(KIOSK_ASSETS);
    auto const setup = program::load_setup(given, program::LoadPurpose::read_only);
    REQUIRE(setup.ok());
    CHECK(program::facts_of(setup.value(), ManualClock()).disk->state == health::Folder::missing);
    CHECK_FALSE(std::filesystem::exists(folder / "none"));
}
