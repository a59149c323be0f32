// Whose packages are taken: with the office's list, and without one.
#include "files/files.h"
#include "fleet/packages.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::store;
using namespace kiosk::fleet;
using namespace test;

namespace {

// A kiosk, and somebody who knows its number and writes packages of it.
struct KioskAndForger {
    TemporaryFolder folder;
    Store store = store_of(folder / "data");
    std::filesystem::path own, later;

    KioskAndForger()
    {
        REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-20"), 30}}, std::nullopt).ok());
        own = exported(store, folder / "out", on_day("2026-11-23"));
        REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-23"), 5}}, std::nullopt).ok());
        later = exported(store, folder / "out", on_day("2026-11-23"));
    }

    std::string key() const { return public_export_key(folder / "data").value(); }

    // Of the kiosk's number, with many visits, by no key or by one of its own.
    std::filesystem::path forged(std::string const& name, bool is_signed)
    {
        auto const package = folder / name;
        std::filesystem::copy(later, package);
        forge(package, "tallies.csv", ",30\n", ",90000\n",
              is_signed ? folder / (name + "-key") : std::filesystem::path());
        return package;
    }
};

KeyList list_with(std::string const& machine, std::string const& key) { return {{{machine, "brussels-1", key}}}; }

struct TakenFleet {
    std::int64_t visits = 0;
    std::vector<std::string> left_out, remarks; // without the place before them
};

TakenFleet taken_into(std::filesystem::path const& file, std::vector<std::filesystem::path> const& folders,
                      std::optional<KeyList> list = std::nullopt)
{
    auto store = FleetStore::open(file).take();
    auto report = store.merge(open_all(folders), nullptr, {std::move(list), "2026-11-23"});
    if (!report.ok()) FAIL(report.error().line());
    TakenFleet taken;
    for (auto const& error : report.value().left_out) taken.left_out.push_back(error.message);
    taken.remarks = report.value().remarks;
    taken.visits = read_fleet(store).value().account.figures.sum(Measure::visits);
    return taken;
}

bool one_line_says(std::vector<std::string> const& lines, std::string const& words)
{
    return lines.size() == 1 && lines[0].find(words) != std::string::npos;
}

} // namespace

TEST_CASE("without a list the first key of a kiosk holds: what is forged later is told and left out")
{
    KioskAndForger two;
    auto const file = two.folder / "fleet.db";
    CHECK(taken_into(file, {two.own}).visits == 30);
    auto const foreign = taken_into(file, {two.forged("foreign", true)});
    CHECK(foreign.visits == 30);
    CHECK(one_line_says(foreign.left_out, "is signed by another key than before; left out"));
    auto const bare = taken_into(file, {two.forged("bare", false)});
    CHECK(bare.visits == 30);
    CHECK(one_line_says(bare.left_out, "is not signed, and this kiosk signs what it exports; left out"));
    auto const good = taken_into(file, {two.later});
    CHECK(good.visits == 35);
    CHECK(good.left_out.empty());
    CHECK(good.remarks.empty());
    // The same of a package that was changed on its way.
    auto const changed = two.folder / "changed";
    std::filesystem::copy(two.later, changed);
    auto const signature = read_file(changed / kSignatureFile).value();
    forge(changed, "tallies.csv", ",30\n", ",31\n");
    REQUIRE(write_file_atomically(changed / kSignatureFile, signature).ok());
    CHECK(one_line_says(taken_into(file, {changed}).left_out, "its signature does not fit; left out"));
}

TEST_CASE("packages of a kiosk that never signed are taken, and told, until it signs")
{
    KioskAndForger two;
    auto const file = two.folder / "fleet.db";
    std::filesystem::remove(two.own / kSignatureFile); // of a program from before
    auto const before = taken_into(file, {two.own});
    CHECK(before.visits == 30);
    CHECK(before.left_out.empty());
    CHECK(one_line_says(before.remarks, "1 packages are not signed"));
    CHECK(taken_into(file, {two.later}).visits == 35);
    CHECK(one_line_says(taken_into(file, {two.own}).left_out, "is not signed"));
}

TEST_CASE("of two keys that sign for a kiosk which nobody knows, neither is taken, whatever came first")
{
    KioskAndForger two;
    auto const forged = two.forged("foreign", true);
    for (auto const& order : {std::vector{two.later, forged}, std::vector{forged, two.later}}) {
        auto const file = two.folder / "fleet.db";
        std::filesystem::remove(file);
        auto const taken = taken_into(file, order);
        CHECK(taken.visits == 0);
        REQUIRE(taken.left_out.size() == 2);
        CHECK(taken.left_out[0].find("two keys sign for this kiosk, and none is known") != std::string::npos);
        CHECK(FleetStore::open(file).value().keys().value().empty());
    }
}

TEST_CASE("with a list what its keys have signed is taken, and nothing else")
{
    KioskAndForger two;
    auto const machine = two.store.machine();
    auto const list = list_with(machine, two.key());
    auto const forged = two.forged("foreign", true);
    auto const bare = two.forged("bare", false);
    auto const taken = taken_into(two.folder / "a.db", {forged, two.later, bare}, list);
    CHECK(taken.visits == 35);
    REQUIRE(taken.left_out.size() == 2);
    CHECK(taken.left_out[0].find("is signed by a key that the list does not have") != std::string::npos);
    CHECK(taken.left_out[1].find("is not signed, and this kiosk signs") != std::string::npos);
    // A number that is not in it, whoever signed.
    auto const unknown = taken_into(two.folder / "b.db", {two.later}, list_with("fedcba9876543210", two.key()));
    CHECK(unknown.visits == 0);
    CHECK(one_line_says(unknown.left_out, "the list of kiosks does not know it; left out"));
    // One that is named without a key, as without a list: its first key holds.
    auto const named = taken_into(two.folder / "c.db", {two.later}, list_with(machine, ""));
    CHECK(named.visits == 35);
    CHECK(one_line_says(taken_into(two.folder / "c.db", {forged}, list_with(machine, "")).left_out,
                        "by another key than before"));
}

TEST_CASE("kiosks that are new and that no list has checked are told with number and key, and once only")
{
    KioskAndForger two;
    auto const machine = two.store.machine();
    auto const unchecked = [&](std::string const& file, std::optional<KeyList> list = std::nullopt) {
        auto store = FleetStore::open(two.folder / file).take();
        auto report = store.merge(open_all({two.later}), nullptr, {std::move(list), "2026-11-23"});
        REQUIRE(report.ok());
        return text_of(report.value().unchecked);
    };
    CHECK(unchecked("a.db").starts_with("nobody has checked who made these: 1 new kiosks: " +
                                        two.store.label().text.kiosk + " number " + machine + " key " + two.key()));
    CHECK(unchecked("a.db").empty());
    CHECK(unchecked("b.db", list_with(machine, two.key())).empty());
    CHECK(unchecked("c.db", list_with(machine, "")).find("1 new kiosks") != std::string::npos);
    std::filesystem::remove(two.later / kSignatureFile);
    CHECK(unchecked("d.db").find(machine + " without a key") != std::string::npos);
}

TEST_CASE("a kiosk that the list calls otherwise is told, and taken")
{
    KioskAndForger two;
    auto list = list_with(two.store.machine(), two.key());
    CHECK(taken_into(two.folder / "a.db", {two.later}, list).remarks.empty());
    list.kiosks[0].name = "ghent-1";
    auto const taken = taken_into(two.folder / "b.db", {two.later}, list);
    CHECK(taken.visits == 35);
    CHECK(one_line_says(taken.remarks, "the list of kiosks calls it 'ghent-1'"));
}

TEST_CASE("a list puts right a key that was remembered first, and several keys of a kiosk may stand in it")
{
    KioskAndForger two;
    auto const machine = two.store.machine();
    auto const file = two.folder / "fleet.db";
    CHECK(taken_into(file, {two.forged("foreign", true)}).visits == 90005);
    auto const foreign = public_export_key(two.folder / "foreign-key").value();
    CHECK(FleetStore::open(file).value().keys().value().at(machine) == foreign);
    taken_into(file, {two.later}, list_with(machine, two.key()));
    CHECK(FleetStore::open(file).value().keys().value().at(machine) == two.key());

    KeyList both{{{machine, "old", foreign}, {machine, "new", two.key()}}};
    auto const taken = taken_into(two.folder / "both.db", {two.folder / "foreign", two.later}, both);
    CHECK(taken.left_out.empty());
    CHECK(FleetStore::open(two.folder / "both.db").value().keys().value().at(machine) == two.key());
}

TEST_CASE("a copy of a disk signs with the same key, and its figures count")
{
    KioskAndForger two;
    std::filesystem::copy(two.folder / "data", two.folder / "copy");
    auto copy = store_of(two.folder / "copy");
    REQUIRE(copy.commit({{tally(Measure::visits, "all", "2026-11-25"), 7}}, std::nullopt).ok());
    auto const package = exported(copy, two.folder / "out", on_day("2026-11-25"));
    auto const taken = taken_into(two.folder / "fleet.db", {two.later, package});
    CHECK(taken.left_out.empty());
    CHECK(taken.visits == 42);
}

TEST_CASE("a list is read whole, and each fault of it is told with its line")
{
    auto const faults = [](std::string const& text) {
        Problems problems;
        auto const list = parse_key_list(text, "kiosks.toml", problems);
        CHECK(list.has_value() == problems.empty());
        std::string lines;
        for (auto const& problem : problems) lines += problem.line() + "\n";
        return lines;
    };
    std::string const key(64, 'a');
    std::string const good = "[[kiosk]]\nmachine = \"0123456789abcdef\"\nname = \"Midi\"\nkey = \"" + key + "\"\n";
    CHECK(faults(good).empty());
    CHECK(faults(good + "[[kiosk]]\nmachine = \"0123456789abcdee\"\nname = \"not yet\"\n").empty());
    auto const twice = faults(good + good);
    CHECK(twice.starts_with("kiosks.toml:6:"));
    CHECK(twice.find("0123456789abcdef stands in the list twice") != std::string::npos);
    CHECK(faults(good + "other_keys = [\"" + std::string(64, 'b') + "\"]\n").empty());
    CHECK(faults(good + "other_keys = [\"b\"]\n").starts_with("kiosks.toml:5:"));
    CHECK(faults("").find("kiosk") != std::string::npos);
    CHECK(faults("[[kiosk]]\nname = \"x\"\n").find("machine") != std::string::npos);
    CHECK(faults("[[kiosk]]\nmachine = \"0123\"\nname = \"x\"\n").starts_with("kiosks.toml:2:"));
    CHECK(faults("[[kiosk]]\nmachine = \"0123456789abcdef\"\nname = \"x\"\nkey = \"AA\"\n")
              .starts_with("kiosks.toml:4:"));
    CHECK(faults(good + "colour = 1\n").find("colour") != std::string::npos);
    CHECK(faults("[[kiosk").find("kiosks.toml:1") != std::string::npos);
    CHECK(faults("kiosk = 3").find("kiosk") != std::string::npos);
    // What is printed at the kiosk is read in the office, whatever it is called.
    for (auto const* name : {"Midi", "\"quoted\" \\ and \x1b escaped", "Züri"}) {
        Problems problems;
        auto const list = parse_key_list(entry_text({"0123456789abcdef", name, key}), "kiosks.toml", problems);
        REQUIRE(list.has_value());
        CHECK(list->knows("0123456789abcdef", key));
    }
}
