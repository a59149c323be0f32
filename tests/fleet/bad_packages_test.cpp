// What no kiosk has written: told with file and row, all of it at once, and nothing is taken.
#include "files/files.h"
#include "fleet/packages.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::fleet;
using namespace test;

namespace {

struct Made {
    TemporaryFolder folder;
    std::filesystem::path package;

    explicit Made(std::string const& kiosk = "brussels-1")
    {
        auto store = store_of(folder / "data", kiosk);
        REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-20"), 30}}, std::nullopt).ok());
        REQUIRE(store.note("boot", "", {}, "2026-11-20").ok());
        package = exported(store, folder / "out", on_day("2026-11-23"));
    }
};

// The line that a person gets, without the folder before it.
std::string refusal(Made const& made)
{
    auto package = Package::open(made.package);
    auto error = package.ok() ? Error{} : package.error();
    if (package.ok()) {
        auto store = FleetStore::open(made.folder / "fleet.db").take();
        std::vector<Package> packages;
        packages.push_back(package.take());
        auto const report = store.merge(std::move(packages));
        if (report.ok()) return "";
        error = report.error();
        CHECK(store.machines().value().empty());
    }
    auto const line = error.line();
    auto const before = made.package.string() + "/";
    return line.starts_with(before) ? line.substr(before.size()) : line;
}

std::string forged(std::string const& file, std::string const& from, std::string const& to)
{
    Made const made;
    forge(made.package, file, from, to);
    return refusal(made);
}

} // namespace

TEST_CASE("days that no kiosk can have counted on are told with file and row")
{
    CHECK(refusal(Made()).empty());
    for (auto const* day : {"0001-01-01", "2019-12-31", "9999-12-31", "2026-11-25"})
        for (auto const* file : {"tallies.csv", "days.csv", "machine.csv", "labels.csv"}) {
            CAPTURE(day);
            CAPTURE(file);
            auto const line = forged(file, "2026-11-20", day);
            CHECK(line.starts_with(std::string(file) + ":2: "));
            CHECK(line.find(std::string(day) + " is no likely day") != std::string::npos);
        }
    // A day that lies east of Greenwich.
    CHECK(forged("tallies.csv", "2026-11-20", "2026-11-24").empty());
}

TEST_CASE("counts above what a kiosk can do in a day are refused with file and row, however they are cut up")
{
    CHECK(forged("tallies.csv", ",30\n", ",1000000000001\n") ==
          "tallies.csv:2: '1000000000001' is no count (copy the package again from the stick)");
    CHECK(forged("tallies.csv", ",30\n", ",100000\n").empty());
    auto const line = forged("tallies.csv", ",30\n", ",100001\n");
    CHECK(line ==
          "tallies.csv:2: 100001 of 'visits' are more than a kiosk can count on one day (the package is not what "
          "it seems: leave it out)");
    // In two versions of the content, each of which would pass.
    Made const made;
    auto const row = "1,brussels-1,,,2026-11-20,,trusted,2026.11.2,fr,visits,all,60000\n";
    forge(made.package, "tallies.csv", ",30\n", std::string(",60000\n") + row);
    CHECK(refusal(made).starts_with("tallies.csv:3: 120000 of 'visits' are more than"));
    // Without a day they are those of years.
    CHECK(forged("tallies.csv", "2026-11-20,,trusted,2026.11.1,fr,visits,all,30",
                 ",,doubtful,2026.11.1,fr,visits,all,9000000")
              .empty());
}

TEST_CASE("visits that a kiosk might just take in are told")
{
    Made const made;
    forge(made.package, "tallies.csv", ",30\n", ",20001\n");
    merged({made.package}, made.folder / "fleet.db");
    CHECK(remarks_of(made.folder / "fleet.db").at(0) ==
          "brussels-1: 20001 visits on 2026-11-20, more than a kiosk can take: look at it");
}

TEST_CASE("a number of an export that no kiosk reaches is refused")
{
    auto const with = [](std::string const& number) {
        Made const made;
        auto const file = made.package / "datapackage.json";
        auto bytes = read_file(file).value();
        bytes.replace(bytes.find("\"snapshot\": 1"), 13, "\"snapshot\": " + number);
        REQUIRE(write_file_atomically(file, bytes).ok());
        sign_anew(made.package, made.folder / "data");
        return refusal(made);
    };
    CHECK(with("1000000000").empty());
    CHECK(with("1000000001") == "datapackage.json: 1000000001 is no likely number of an export (copy the package again "
                                "from the stick)");
    CHECK(with("99999999999999999999").find("does not say whose figures these are") != std::string::npos);
}

TEST_CASE("a kiosk whose clock ran ahead gets in, and is told; days after its own are refused")
{
    Made const made; // made on 2026-11-23
    auto const taken_on = [&](std::string const& today) {
        auto store = FleetStore::open(made.folder / ("fleet-" + today)).take();
        auto report = store.merge(open_all({made.package}), nullptr, {std::nullopt, today});
        if (!report.ok()) return report.error().line();
        return report.value().remarks.empty() ? std::string() : report.value().remarks.at(0);
    };
    CHECK(taken_on("2026-11-23").empty());
    CHECK(taken_on("2026-11-22").empty()); // east of Greenwich
    CHECK(taken_on("2026-10-01") ==
          "brussels-1: tells of 2026-11-23, which lies ahead: its clock is wrong, or was, and "
          "so are the days that it counted on");
    CHECK(taken_on("").empty());
    // Its clock was put right since, and it does not believe it: what it has counted is real all the same.
    forge(made.package, "measures.csv", "visit", "visit"); // nothing but its layout
    auto const file = made.package / "datapackage.json";
    auto bytes = read_file(file).value();
    auto const trusted = bytes.find("\"clock_trusted\":true");
    REQUIRE(trusted != std::string::npos);
    REQUIRE(write_file_atomically(file, bytes.replace(trusted, 20, "\"clock_trusted\":false")).ok());
    sign_anew(made.package, made.folder / "data");
    CHECK(taken_on("2026-11-01") ==
          "brussels-1: tells of 2026-11-20, which lies ahead: its clock is wrong, or was, and "
          "so are the days that it counted on");
    CHECK(taken_on("2026-11-20").find("lies ahead") == std::string::npos);
    // But not on days that no kiosk believes in.
    forge(made.package, "tallies.csv", "2026-11-20", "2042-01-01", made.folder / "data");
    CHECK(taken_on("2026-11-20").find("2042-01-01 is no likely day: it lies ahead") != std::string::npos);
}

TEST_CASE("a name that would write on a terminal is refused, and shown as what it is")
{
    CHECK(forged("labels.csv", "brussels-1", "\x1b]0;owned\x07") ==
          "labels.csv:2: '\\u{1b}]0;owned\\u{7}' is no likely name: it holds what no one can see (the package is not "
          "what it seems: export again, or leave it out)");
    CHECK(forged("tallies.csv", "visits,all", "visits,\u202eall").starts_with("tallies.csv:2: '\\u{202e}all' is no"));
    CHECK(forged("labels.csv", "brussels-1", std::string(700, 'x')).find("it has 700 bytes") != std::string::npos);
}

TEST_CASE(
    "a name, a country, a setting, a zone or a remark that no kiosk can have written is refused with file and row")
{
    auto const label = [](std::string const& from, std::string const& to) { return forged("labels.csv", from, to); };
    auto const own = std::string("own,brussels-1,,,");
    CHECK(label(own, "own,brussels 1,,,").starts_with("labels.csv:2: 'brussels 1' is no name of a kiosk"));
    CHECK(label(own, "own,-1,,,").starts_with("labels.csv:2: '-1' is no name of a kiosk"));
    for (auto const* evil : {"=1+1", "'=1+1", "+1", "@a", "-x", "\" =1\"", "\"x;=1\""}) {
        CAPTURE(evil);
        auto const partner = label(own, std::string("own,brussels-1,") + evil + ",,");
        CHECK(partner.starts_with("labels.csv:2: '"));
        CHECK(partner.find("' is what no kiosk is called: it ") != std::string::npos);
    }
    CHECK(label(own, "own,brussels-1,Agence-Midi; Gent,BE,").empty());
    CHECK(label(own, "own,brussels-1,,Belgium,").starts_with("labels.csv:2: 'Belgium' is no country"));
    CHECK(label("own,brussels-1,,,,,,,", "own,brussels-1,,,,,,,Mars/Olympus")
              .starts_with("labels.csv:2: 'Mars/Olympus' is no time zone"));
    CHECK(forged("remarks.csv", "text\n", "text\n1,2026-11-20,off\n").empty());
    CHECK(
        forged("remarks.csv", "text\n", "text\n1,2026-11-20,=1+1\n").starts_with("remarks.csv:2: '=1+1' is no remark"));
    CHECK(forged("remarks.csv", "text\n", "text\n1,2026-11-20,a\x1b[2J\n").starts_with("remarks.csv:2: "));
    CHECK(forged("remarks.csv", "text\n", "text\n1,9999-01-01,off\n").starts_with("remarks.csv:2: 9999-01-01 is no"));
}

TEST_CASE("a file that is longer than was said is refused before it is read")
{
    Made const made;
    std::filesystem::resize_file(made.package / "days.csv", 500'000'000'000);
    CHECK(refusal(made) ==
          "days.csv: is 500000000000 bytes long, and no kiosk has written so much (the package is not what "
          "it seems: leave it out)");
    std::filesystem::resize_file(made.package / "days.csv", 10);
    CHECK(refusal(made).starts_with("days.csv: is not what was exported: its bytes were changed"));
}

TEST_CASE("periods, numbers and days that no kiosk can have written are refused with file and row")
{
    auto const period = [](std::string const& row, std::string const& cell = "") {
        Made const made;
        forge(made.package, "releases.csv", "mark\n", "mark\n" + row + "\n");
        forge(made.package, "reporting.csv", ",n\n", ",n\n" + (cell.empty() ? cell : cell + "\n"));
        return refusal(made);
    };
    std::string const mark = ",0123456789abcdef";
    CHECK(period("1,1,2026-11-01,2026-11-20,10" + mark, "1,report_step,danger,*,10").empty());
    CHECK(period("1,1,2026-11-01,2026-11-20,9" + mark).starts_with("releases.csv:2: '9' is no threshold"));
    CHECK(period("1,1,2026-11-20,2026-11-01,10" + mark)
              .starts_with("releases.csv:2: 2026-11-01, the last day of the period, is before the first"));
    CHECK(period("-1,1,2026-11-01,2026-11-20,10" + mark).starts_with("releases.csv:2: '-1' is no number"));
    CHECK(period("1,1,2026-11-01,2026-11-20,10" + mark, "1,visits,all,*,10")
              .starts_with("reporting.csv:2: 'visits' is no measure of reporting"));
    CHECK(period("1,1,2026-11-01,2026-11-20,10" + mark, "1,report_step,danger,*,-10").starts_with("reporting.csv:2: "));
    CHECK(
        forged("labels.csv", "2026-11-20,2026-11-20", "2026-11-20,2026-11-19").starts_with("labels.csv:2: 2026-11-19"));
    CHECK(
        forged("labels.csv", ",,,,,,,2026", ",,,,2026-11-09,2026-11-08,,2026").starts_with("labels.csv:2: 2026-11-08"));
    CHECK(forged("tallies.csv", ",30\n", ",-30\n").starts_with("tallies.csv:2: '-30' is no count"));
    auto const described = [](std::string const& from, std::string const& to) {
        Made const made;
        auto const file = made.package / "datapackage.json";
        auto bytes = read_file(file).value();
        auto const at = bytes.find(from);
        REQUIRE(at != std::string::npos);
        REQUIRE(write_file_atomically(file, bytes.replace(at, from.size(), to)).ok());
        sign_anew(made.package, made.folder / "data");
        return refusal(made);
    };
    CHECK(described("\"threshold\": 10", "\"threshold\": 9").starts_with("datapackage.json: 9 is no threshold"));
    CHECK(described("\"snapshot\": 1", "\"snapshot\": -1").starts_with("datapackage.json: "));
    CHECK(described("\"created\": \"2026-11-23", "\"created\": \"2026-11-33").find("is no day on which") !=
          std::string::npos);
}

TEST_CASE("counts of reporting among the open ones are refused")
{
    CHECK(forged("tallies.csv", "visits,all", "report_step,danger") ==
          "tallies.csv:2: tells counts of 'report_step' that were never masked (leave it out: no kiosk wrote it)");
}

TEST_CASE("all that is wrong with many packages is told at once, a line each, and none is taken")
{
    Made const good("one");
    Made const day("two");
    Made const name("three");
    forge(day.package, "tallies.csv", "2026-11-20", "9999-01-01");
    forge(name.package, "labels.csv", "three", "\x1bthree");
    TemporaryFolder folder;
    auto store = FleetStore::open(folder / "fleet.db").take();
    std::vector<Error> faults;
    auto const report = store.merge(open_all({good.package, day.package, name.package}), &faults);
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().line() ==
          "2 of 3 packages: cannot be used; nothing was taken (all are taken or none: give the others "
          "without those that are named above, or --without-bad)");
    CHECK(faults.size() == 2);
    CHECK(store.machines().value().empty());
    CHECK(store.words().value().empty());
}

TEST_CASE("a pipe, a folder, a device or a link in place of a file is told at once")
{
    for (auto const* file : {"datapackage.json", "tallies.csv"}) {
        CAPTURE(file);
        auto const refused = [&](std::function<void(std::filesystem::path const&)> const& make) {
            Made const made;
            std::filesystem::remove(made.package / file);
            make(made.package / file);
            return refusal(made);
        };
        CHECK(refused([](auto const& path) { REQUIRE(::mkfifo(path.c_str(), 0600) == 0); }) ==
              std::string(file) + ": is a pipe, not a file (give a file)");
        CHECK(refused([](auto const& path) { std::filesystem::create_directory(path); }) ==
              std::string(file) + ": is a folder, not a file (give a file)");
        CHECK(refused([](auto const& path) {
                  std::filesystem::create_symlink("/dev/zero", path);
              }).starts_with(std::string(file) + ": is a "));
    }
    Made const made;
    std::filesystem::rename(made.package / "tallies.csv", made.folder / "elsewhere");
    std::filesystem::create_symlink(made.folder / "elsewhere", made.package / "tallies.csv");
    CHECK(refusal(made) == "tallies.csv: is a link, not a file (give a file)");
}

TEST_CASE("a description that is too long or nests too deep is refused before it is taken apart")
{
    Made const made;
    auto const put = [&](std::string const& bytes) {
        REQUIRE(write_file_atomically(made.package / "datapackage.json", bytes).ok());
        return refusal(made);
    };
    CHECK(put(std::string(2U << 20U, '[')) == "datapackage.json: is 2097152 bytes long (use a file below 1 MiB)");
    CHECK(put(std::string(1000, '[')) ==
          "datapackage.json: is no description of a package (copy the package again from the stick)");
    CHECK(put("{\"schema_version\": 1}").starts_with("datapackage.json: is of the first form (1)"));
}
