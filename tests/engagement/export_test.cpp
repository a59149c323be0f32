#include "base/files.h"
#include "engagement/export.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace kiosk;
using namespace kiosk::engagement;
using test::TemporaryFolder;

namespace {

Store filled(std::filesystem::path const& folder)
{
    auto store = Store::open(folder, {"brussels-1", ""}).take();
    auto const key = [](Measure measure, std::string item) {
        return TallyKey{"2026-11-23", "2026.11.1", "fr", measure, std::move(item)};
    };
    REQUIRE(store
                .commit({{key(Measure::visits, "all"), 3},
                         {key(Measure::report_step, "danger"), 10},
                         {key(Measure::report_step, "where"), 9}},
                        std::nullopt)
                .ok());
    return store;
}

} // namespace

TEST_CASE("a package holds the counts, their description and the dictionary")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall});
    REQUIRE(out.ok());
    CHECK(out.value().filename() == "brussels-1-2026-11-23");
    auto const csv = read_file(out.value() / "tallies.csv").value();
    CHECK(csv.starts_with("kiosk,epoch,bucket,content_version,language,measure,item,n\n"));
    CHECK(csv.find(",2026-11-23,2026.11.1,fr,visits,all,3\n") != std::string::npos);
    auto const package = nlohmann::json::parse(read_file(out.value() / "datapackage.json").value());
    CHECK(package["profile"] == "tabular-data-package");
    CHECK(package["threshold"] == 10);
    CHECK(package["resources"].size() == 3);
    CHECK(package["resources"][0]["bytes"] == csv.size());
    auto const measures = read_file(out.value() / "measures.csv").value();
    for (auto const& measure : kMeasures)
        CHECK(measures.find("\n" + std::string(measure.id) + ",") != std::string::npos);
}

TEST_CASE("counts of reporting below ten do not leave the kiosk")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).take();
    auto const csv = read_file(out / "tallies.csv").value();
    CHECK(csv.find("report_step,danger,10") != std::string::npos);
    CHECK(csv.find("where") == std::string::npos);
    auto const text = summary(store, {10, ManualClock::kDefaultWall}).value();
    CHECK(text.find("where") == std::string::npos);
    CHECK(text.find("fewer than 10") != std::string::npos);
}

TEST_CASE("a second package of the day stands beside the first")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const first = export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).take();
    auto const second = export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).take();
    CHECK(first != second);
    CHECK(read_file(first / "tallies.csv").value() == read_file(second / "tallies.csv").value());
}

TEST_CASE("a package that cannot be written leaves nothing behind")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    REQUIRE(write_file_atomically(folder / "out", "a file in the way").ok());
    CHECK_FALSE(export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).ok());
    CHECK(list_folder(folder.path()).size() == 2); // data and the file
}

TEST_CASE("cells with commas, quotes and lines are quoted")
{
    CHECK(csv_row({"a", "b,c", "say \"so\"", "two\nlines", ""}) == "a,\"b,c\",\"say \"\"so\"\"\",\"two\nlines\",\n");
    CHECK(csv_row({"", "x"}) == ",x\n");
}
