#include "figures/days.h"
#include "files/file_writer.h"
#include "files/files.h"
#include "package/csv.h"
#include "package/package.h"
#include "support/figures.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace test;

namespace {

std::filesystem::path made(TemporaryFolder const& folder)
{
    auto store = store_of(folder / "data");
    REQUIRE(store
                .commit({{tally(Measure::visits, "all"), 30},
                         {tally(Measure::page_seen, "a \"quoted\", odd\nname"), 2},
                         {tally(Measure::report_step, "danger", "2026-11-20"), 12}},
                        std::nullopt)
                .ok());
    REQUIRE(store.note("boot", "2026.11.1", {}, "2026-11-20").ok());
    return exported(store, folder / "out", on_day("2026-12-02"));
}

// Changes the description and leaves the files alone.
void edit(std::filesystem::path const& package, std::function<void(nlohmann::json&)> const& change)
{
    auto json = nlohmann::json::parse(read_file(package / "datapackage.json").value());
    change(json);
    REQUIRE(write_file_atomically(package / "datapackage.json", json.dump()).ok());
}

void put_bytes(std::filesystem::path const& file, std::string const& bytes)
{
    REQUIRE(write_file_atomically(file, bytes).ok());
}

// With a file changed and the description made to agree: a hash does not help against who writes both.
void forge(std::filesystem::path const& package, std::string const& file, std::string const& from,
           std::string const& to)
{
    auto bytes = read_file(package / file).value();
    auto const at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, from.size(), to);
    put_bytes(package / file, bytes);
    edit(package, [&](nlohmann::json& json) {
        for (auto& resource : json["resources"])
            if (resource["path"] == file) {
                resource["bytes"] = bytes.size();
                resource["hash"] = "sha256:" + sha256(bytes);
            }
    });
}

// The line that a person gets, from opening or from reading rows.
std::string refusal(std::filesystem::path const& folder)
{
    auto const package = Package::open(folder);
    if (!package.ok()) return package.error().line();
    auto const tallies = package.value().each_tally([](TallyView const&) { return success(); });
    if (!tallies.ok()) return tallies.error().line();
    auto const releases = package.value().releases();
    if (!releases.ok()) return releases.error().line();
    auto const days = package.value().days();
    if (!days.ok()) return days.error().line();
    auto const words = package.value().words();
    if (!words.ok()) return words.error().line();
    auto const remarks = package.value().remarks();
    if (!remarks.ok()) return remarks.error().line();
    auto const log = package.value().machine_log();
    return log.ok() ? "" : log.error().line();
}

} // namespace

TEST_CASE("a package reads back as what was stored")
{
    TemporaryFolder folder;
    auto const package = Package::open(made(folder));
    REQUIRE(package.ok());
    CHECK(package.value().info().kiosk == "brussels-1");
    CHECK(package.value().info().snapshot == 1);
    CHECK(package.value().info().first == "2026-11-23");
    std::map<std::string, std::int64_t> rows;
    REQUIRE(package.value()
                .each_tally([&](TallyView const& row) {
                    rows[std::string(row.measure) + " " + std::string(row.item)] = row.n;
                    return success();
                })
                .ok());
    CHECK(rows == std::map<std::string, std::int64_t>{{"visits all", 30}, {"page_seen a \"quoted\", odd\nname", 2}});
    auto const releases = package.value().releases().value();
    REQUIRE(releases.size() == 1);
    CHECK(releases[0].first == "2026-11-20");
    CHECK(releases[0].threshold == 10);
    auto const log = package.value().machine_log().value();
    REQUIRE(log.size() == 1);
    CHECK(log[0].event == "boot");
}

TEST_CASE("changed bytes, a missing file, a later form and strange columns are refused, each with a line for people")
{
    struct Case {
        std::string_view says;
        std::function<void(std::filesystem::path const&)> damage;
    };
    std::vector<Case> const cases{
        {"tallies.csv: is not what was exported: its bytes were changed",
         [](auto const& p) { put_bytes(p / "tallies.csv", read_file(p / "tallies.csv").value() + " "); }},
        {"machine.csv: is missing", [](auto const& p) { std::filesystem::remove(p / "machine.csv"); }},
        {"datapackage.json: cannot", [](auto const& p) { std::filesystem::remove(p / "datapackage.json"); }},
        {"is damaged: it is not JSON", [](auto const& p) { put_bytes(p / "datapackage.json", "{\"kiosk\": "); }},
        {"does not describe a package", [](auto const& p) { put_bytes(p / "datapackage.json", "[1, 2]"); }},
        {"was written by a later version (form 4)",
         [](auto const& p) { edit(p, [](auto& json) { json["schema_version"] = 4; }); }},
        {"is of the first form", [](auto const& p) { edit(p, [](auto& json) { json["schema_version"] = 1; }); }},
        {"is a preview", [](auto const& p) { edit(p, [](auto& json) { json["kind"] = "preview"; }); }},
        {"must not leave", [](auto const& p) { edit(p, [](auto& json) { json["kind"] = "for-the-house-only"; }); }},
        {"does not say whose figures",
         [](auto const& p) { edit(p, [](auto& json) { json["machine"] = "../../etc"; }); }},
        {"does not name reporting.csv", [](auto const& p) { edit(p, [](auto& json) { json["resources"].erase(4); }); }},
        {"names '../other.csv', which is no file of a package",
         [](auto const& p) { edit(p, [](auto& json) { json["resources"][0]["path"] = "../other.csv"; }); }},
        {"has a column 'visitor' that this version does not know",
         [](auto const& p) { forge(p, "tallies.csv", "item,n", "item,n,visitor"); }},
        {"has no column 'language'", [](auto const& p) { forge(p, "tallies.csv", "language,", ""); }},
        {"is no count", [](auto const& p) { forge(p, "tallies.csv", ",30", ",-3"); }},
        {"is no day", [](auto const& p) { forge(p, "tallies.csv", "2026-11-23", "2026-11-23T10:31"); }},
        {"is no hour", [](auto const& p) { forge(p, "tallies.csv", ",,trusted", ",24,trusted"); }},
        {"is no number of a label", [](auto const& p) { forge(p, "tallies.csv", "\n1,", "\n2,"); }},
        {"is no kind of a label", [](auto const& p) { forge(p, "labels.csv", ",own,", ",mine,"); }},
        {"is no mark", [](auto const& p) { forge(p, "days.csv", "2026-11-23,", "2026-11-23,x"); }},
        {"is no count that may be published", [](auto const& p) { forge(p, "reporting.csv", ",12", ",9"); }},
        {"quotation mark", [](auto const& p) { forge(p, "tallies.csv", ",30", ",3\"0"); }},
    };
    for (auto const& one : cases) {
        CAPTURE(one.says);
        TemporaryFolder folder;
        auto const package = made(folder);
        REQUIRE(refusal(package).empty());
        one.damage(package);
        auto const line = refusal(package);
        CAPTURE(line);
        CHECK(line.find(one.says) != std::string::npos);
        CHECK(line.find(folder.path().string()) == 0); // where
        CHECK(line.find('(') != std::string::npos);    // what to do
    }
}

TEST_CASE("days are reckoned with as calendars do")
{
    CHECK(is_day("2028-02-29"));
    CHECK_FALSE(is_day("2027-02-29"));
    CHECK_FALSE(is_day("2026-11-2x"));
    CHECK_FALSE(is_day(""));
    CHECK_FALSE(is_day("unknown"));
    CHECK(day_after("2026-12-31") == "2027-01-01");
    CHECK(day_after("2028-02-28") == "2028-02-29");
    CHECK(day_after("2026-03-01", -1) == "2026-02-28");
    CHECK(months_before("2026-11-23", 25) == "2024-10-23");
    CHECK(months_before("2026-03-31", 1) == "2026-02-28");
    CHECK(last_of_month("2028-02-03") == "2028-02-29");
    CHECK(days_between("2026-11-23", "2027-11-23") == 365);
    CHECK_FALSE(days_between("2026-11-23", "never").has_value());
}

TEST_CASE("a cell that a spreadsheet would run is written as text, and numbers stay numbers")
{
    for (auto const* evil :
         {"=HYPERLINK(A1)", "+1+1", "-1+1", "@SUM(A1)", " =1", "\xC2\xA0=1", "＝1", "=1", "-5x", "--5"}) {
        CAPTURE(evil);
        CHECK(csv_row({evil}) == std::string("'") + evil + "\n");
    }
    for (auto const* good : {"-5", "12", "-0.25", "2026-11-20", "a=b", "a-b", "1+1", "", "-5"}) {
        CAPTURE(good);
        CHECK(csv_row({good}) == std::string(good) + "\n");
    }
    // Where a semicolon, a tab or a line break ends a cell for some, another begins.
    CHECK(csv_row({"x;=1+1;y"}) == "\"x;'=1+1;y\"\n");
    CHECK(csv_row({"x\t@a"}) == "\"x\t'@a\"\n");
    CHECK(csv_row({"\t=1"}) == "\"'\t'=1\"\n");
    CHECK(csv_row({"x\r+1"}) == "\"x\r'+1\"\n");
}

TEST_CASE("cells come back as they went out, however a file is cut into pieces")
{
    TemporaryFolder folder;
    std::string text = csv_row({"a", "b"});
    std::vector<std::string> const cells{"",     "plain", "with, comma", "say \"so\"", "two\nlines", "\"",
                                         ",",    "é",     "=1+1",        "'=1",        "-5",         "'-5",
                                         "a;=b", "\t=1",  "  @x",        "'",          "a'b;c"};
    for (int i = 0; i < 20'000; ++i)
        append_csv_row(text, {cells[static_cast<std::size_t>(i) % cells.size()], std::to_string(i)});
    put_bytes(folder / "x.csv", text);
    int row = 0;
    REQUIRE(read_csv(folder / "x.csv", {"a", "b"}, [&](CsvRow const& found) -> Result<> {
                REQUIRE(found[0] == cells[static_cast<std::size_t>(row) % cells.size()]);
                REQUIRE(found[1] == std::to_string(row));
                ++row;
                return success();
            }).ok());
    CHECK(row == 20'000);
    // Without a line feed at its end, and empty.
    put_bytes(folder / "y.csv", "a,b\n1,2");
    row = 0;
    REQUIRE(read_csv(folder / "y.csv", {"a", "b"}, [&](CsvRow const&) {
                ++row;
                return success();
            }).ok());
    CHECK(row == 1);
    put_bytes(folder / "z.csv", "");
    CHECK_FALSE(read_csv(folder / "z.csv", {"a", "b"}, [&](CsvRow const&) { return success(); }).ok());
}
