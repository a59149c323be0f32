// What a start shows: content on trial, content that fails, content that was lost.
#include "files/files.h"
#include "system/log.h"
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fstream>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;

namespace {

struct Quiet {
    std::vector<std::string> lines;
    LogSink before = set_log_sink([this](LogLevel, std::string_view line) { lines.emplace_back(line); });
    ~Quiet() { set_log_sink(before); }
};

// A second edition, so that the two can be told apart.
Files second_edition()
{
    auto files = english_content();
    files.at("kiosk.toml") += "# the second edition\n";
    return files;
}

void spoil(std::filesystem::path const& file) { std::ofstream(file, std::ios::app) << "#"; }

} // namespace

TEST_CASE("content that is never shown for ten minutes is left at the fourth start, for what was there before")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2, second_edition());
    for (int i = 0; i < 3; ++i) {
        station.reopen();
        auto const start = station.shelf->start();
        CHECK(start.on_trial);
        CHECK(start.events.empty());
        CHECK(station.running_number() == 2);
    }
    station.reopen();
    auto const start = station.shelf->start();
    CHECK_FALSE(start.on_trial);
    REQUIRE(start.events.size() == 1);
    CHECK(machine_text(start.events.front()) == "2 went back: starts");
    CHECK(station.running() == english_content());
    // It is not tried again, and its number is used up; the next is taken.
    CHECK(station.stage(archive_of(second_edition(), 2)).error().reason == RefusalReason::older);
    CHECK(station.shelf->start().events.empty());
    station.install(3, second_edition());
    CHECK(station.running() == second_edition());
}

TEST_CASE("content on trial whose start the disk does not take is left at once, and staff are told why")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2, second_edition());
    // A folder stands where the file would be written.
    station.before_step = [](DiskStep step, std::filesystem::path const& path) {
        if (step == DiskStep::create && path.filename() == "state.new")
            std::filesystem::create_directories(path / "in");
    };
    station.reopen();
    Quiet quiet;
    auto const start = station.shelf->start();
    CHECK_FALSE(start.on_trial);
    REQUIRE(start.events.size() == 1);
    CHECK(machine_text(start.events.front()) == "2 went back: cannot_store");
    CHECK(start.id != "");
    CHECK(quiet.lines.size() == 2); // the start, and then the way back, could not be stored
    // Nothing was stored: once the disk takes what is written, the content has its three starts.
    station.before_step = {};
    std::filesystem::remove_all(station.folder / "packs" / "state.new");
    station.reopen();
    CHECK(station.shelf->start().on_trial);
    CHECK(station.running_number() == 2);
}

TEST_CASE("content that was shown for ten minutes stays, and of older versions one is kept")
{
    Station station;
    for (int number = 1; number <= 4; ++number) {
        station.install(number);
        // Until the trial is over there is one more to go back to.
        station.confirm_trial();
    }
    for (int i = 0; i < 10; ++i) CHECK_FALSE(station.shelf->start().on_trial);
    CHECK(station.running_number() == 4);
    int versions = 0;
    for (auto const& path : list_folder(station.folder / "packs")) versions += is_version_id(path.filename().string());
    CHECK(versions == 2);
    CHECK(station.shelf->state().value().last.kind == ShelfEventKind::settled);
}

TEST_CASE("a trial that fails goes back to what was shown before, and that can still go back")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2);
    station.confirm_trial();
    station.install(3);
    for (int i = 0; i < 4; ++i) station.shelf->start();
    CHECK(station.running_number() == 2);
    REQUIRE(station.shelf->go_back().ok());
    CHECK(station.running_number() == 1);
}

TEST_CASE("staff go back, and forward again; with nothing before there is nothing to go to")
{
    Station station;
    ContentUpdates updates(*station.shelf, {});
    CHECK(updates.go_back().error().reason == RefusalReason::nothing_before);
    CHECK_FALSE(updates.status().can_go_back);
    station.install(1);
    station.confirm_trial();
    CHECK(updates.status().can_go_back);
    REQUIRE(updates.go_back().ok());
    CHECK(updates.status().source == content::Origin::factory);
    CHECK(updates.status().previous_content == 1);
    REQUIRE(updates.go_back().ok());
    CHECK(updates.status().content == 1);
    CHECK(updates.status().last.why == "staff");
}

TEST_CASE("another pack during a trial: what failed is dropped, what was settled is kept")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2);
    station.install(3);
    CHECK(station.running_number() == 3);
    for (int i = 0; i < 4; ++i) station.shelf->start();
    CHECK(station.running_number() == 1);
}

TEST_CASE("a byte that the disk lost is seen at the start, and the version before is shown")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2, second_edition());
    station.confirm_trial();
    auto const current = station.shelf->state().value().current;
    spoil(station.shelf->folder_of(current) / "content/quiz/travellers/en.toml");
    auto const start = station.shelf->start();
    REQUIRE(start.events.size() == 1);
    CHECK(machine_text(start.events.front()) == "2 went back: unusable");
    CHECK(station.running() == english_content());
}

TEST_CASE("with both versions deleted the content that came with the kiosk is shown")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2);
    station.confirm_trial();
    for (auto const& path : list_folder(station.folder / "packs"))
        if (std::filesystem::is_directory(path)) std::filesystem::remove_all(path);
    auto const start = station.shelf->start();
    CHECK(start.content.empty());
    CHECK(start.events.size() == 2);
    // The highest number stands outside of them.
    CHECK(station.stage(archive_of(english_content(), 2)).error().reason == RefusalReason::older);
    station.install(3);
}

TEST_CASE("content that cannot be read is left for the one before, to the last")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(2);
    auto const start = station.shelf->start();
    auto const next = station.shelf->reject(start.id);
    CHECK_FALSE(next.content.empty());
    CHECK(station.running_number() == 1);
    CHECK(station.shelf->reject(next.id).content.empty());
    CHECK(station.shelf->reject(next.id).content.empty());
}

TEST_CASE("a state that the disk damaged is put aside, said, and older content is still refused")
{
    Station station;
    station.install(1);
    station.confirm_trial();
    station.install(7);
    station.confirm_trial();
    spoil(station.folder / "packs/state");
    Quiet const quiet;
    auto const start = station.shelf->start();
    CHECK(start.content.empty());
    CHECK(start.events.size() == 1);
    CHECK(std::filesystem::exists(station.folder / "packs/state.damaged"));
    CHECK(station.stage(archive_of(english_content(), 7)).error().reason == RefusalReason::older);
    CHECK(quiet.lines.size() == 1);
    CHECK(station.shelf->start().events.empty());
}

TEST_CASE("what the shelf knows is read back as it was written, and nothing else is")
{
    ShelfState state;
    state.current = "0123456789abcdef";
    state.trial = 2;
    state.highest = 41;
    state.keys = key_list(3, {4, 5});
    state.last = {ShelfEventKind::refused, 40, "older"};
    auto const text = state_text(state);
    CHECK(read_state(text, "state").value() == state);
    for (std::size_t at = 0; at < text.size(); ++at) {
        CHECK_FALSE(read_state(text.substr(0, at), "state").ok());
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(read_state(changed, "state").ok());
    }
}

TEST_CASE("a data folder that is not there is not made, and the kiosk starts with its own content")
{
    Station station;
    Shelf shelf({station.folder / "not-mounted/packs", station.keys, {}});
    CHECK(shelf.start().content.empty());
    MemoryStick stick(archive_of(english_content(), 1));
    auto const staged = updates::stage(shelf, stick, station.options);
    REQUIRE_FALSE(staged.ok());
    CHECK(staged.error().reason == RefusalReason::cannot_store);
    CHECK_FALSE(std::filesystem::exists(station.folder / "not-mounted"));
}

TEST_CASE("the machine log gets numbers and results, and no name from a stick")
{
    Station station;
    auto const stick = station.folder / "stick";
    std::filesystem::create_directory(stick);
    REQUIRE(write_file_atomically(stick / "jean-dupont.kioskpack", archive_of(english_content(), 1)).ok());
    REQUIRE(write_file_atomically(stick / "secret.kioskpack", "nothing" + std::string(200, ' ')).ok());
    std::vector<std::string> rows;
    ContentUpdatesOptions options;
    options.program = station.options.program;
    options.pictures = station.options.pictures;
    options.factory = station.options.factory;
    options.note = [&](std::string event, std::string detail) { rows.push_back(event + " " + detail); };
    ContentUpdates updates(*station.shelf, options);
    auto const found = updates.find({stick});
    REQUIRE(found.candidates.size() == 2);
    auto const staged = updates.stage(found.candidates[0]);
    REQUIRE(staged.ok());
    REQUIRE(updates.switch_to(staged.value()).ok());
    CHECK_FALSE(updates.stage(found.candidates[1]).ok());
    REQUIRE(updates.go_back().ok());
    CHECK(rows ==
          std::vector<std::string>{"content 1 installed", "content refused: not_a_pack", "content 1 went back: staff"});
}
