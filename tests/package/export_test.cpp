#include "files/files.h"
#include "package/csv.h"
#include "package/export.h"
#include "support/figures.h"
#include "support/small_files.h"
#include "support/store_options.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
using test::SmallFiles;
using test::TemporaryFolder;

namespace {

constexpr WallTime kNow = ManualClock::kDefaultWall; // 2026-11-23
constexpr WallTime kNextMonth{1796083200};           // 2026-12-01

ExportOptions export_options(WallTime now = kNow)
{
    ExportOptions options;
    options.now = now;
    options.built = test::kBuilt;
    return options;
}

TallyKey key(Measure measure, std::string item, std::string day = "2026-11-23")
{
    return {std::move(day), kWholeDay, "2026.11.1", "fr", measure, std::move(item)};
}

Store store_filled(std::filesystem::path const& folder, std::string const& vfs = "")
{
    auto store = Store::open(folder, test::called("brussels-1", vfs)).take();
    REQUIRE(store
                .commit({{key(Measure::visits, "all"), 30},
                         {key(Measure::report_step, "danger"), 10},
                         {key(Measure::report_step, "where"), 9}},
                        std::nullopt)
                .ok());
    return store;
}

std::filesystem::path exported_now(Store& store, std::filesystem::path const& out,
                                   ExportOptions const& how = export_options())
{
    return test::exported(store, out, how);
}

std::string sha256_of(std::string const& bytes)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
    std::string text(2 * hash.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), reinterpret_cast<unsigned char const*>(hash.data()), hash.size());
    text.pop_back();
    return text;
}

} // namespace

TEST_CASE("a package holds the counts, their description and the dictionary")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    auto const out = exported_now(store, folder / "out");
    CHECK(out.filename() == "brussels-1-2026-11-23");
    auto const csv = read_file(out / "tallies.csv").value();
    CHECK(csv.starts_with("label,kiosk,setting,event,day,hour,trust,content_version,language,measure,item,n\n"));
    CHECK(csv.find("\n1,brussels-1,,,2026-11-23,,trusted,2026.11.1,fr,visits,all,30\n") != std::string::npos);
    auto const package = nlohmann::json::parse(read_file(out / "datapackage.json").value());
    CHECK(package["profile"] == "data-package");
    CHECK(package["threshold"] == 10);
    CHECK(package["resources"].size() == 9);
    CHECK(package["resources"][0]["bytes"] == csv.size());
    auto const measures = read_file(out / "measures.csv").value();
    for (auto const& measure : kMeasures)
        CHECK(measures.find("\n" + std::string(measure.id) + ",") != std::string::npos);
}

TEST_CASE("figures of reporting leave when their month is over, and those below ten not at all")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    auto const reporting = [](std::filesystem::path const& package) {
        auto const tallies = read_file(package / "tallies.csv").value();
        CHECK(tallies.find("report_step") == std::string::npos);
        return read_file(package / "reporting.csv").value();
    };
    CHECK(reporting(exported_now(store, folder / "out")) == "release,measure,item,language,n\n");
    auto const later = exported_now(store, folder / "out", export_options(kNextMonth));
    CHECK(reporting(later) == "release,measure,item,language,n\n1,report_step,danger,*,10\n"
                              "1,report_step,danger,fr,10\n");
    CHECK(read_file(later / "releases.csv")
              .value()
              .starts_with("release,label,first_day,last_day,threshold,mark\n1,1,2026-11-23,2026-11-30,10,"));
    auto const text = summary(store).value();
    CHECK(text.find("where") == std::string::npos);
    CHECK(text.find("fewer than 10") != std::string::npos);
}

TEST_CASE("a second package of the day stands beside the first")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    auto const first = exported_now(store, folder / "out");
    auto const second = exported_now(store, folder / "out");
    CHECK(first != second);
    CHECK(read_file(first / "tallies.csv").value() == read_file(second / "tallies.csv").value());
}

TEST_CASE("a package that cannot be written leaves nothing behind")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    REQUIRE(write_file_atomically(folder / "out", "a file in the way").ok());
    CHECK_FALSE(export_package(store, folder / "out", export_options()).ok());
    CHECK(list_folder(folder.path()).size() == 2); // data and the file
}

TEST_CASE("cells with commas, quotes and lines are quoted")
{
    CHECK(csv_row({"a", "b,c", "say \"so\"", "two\nlines", ""}) == "a,\"b,c\",\"say \"\"so\"\"\",\"two\nlines\",\n");
    CHECK(csv_row({"", "x"}) == ",x\n");
}

TEST_CASE("the description tells of each file what is in it, to the byte")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    auto const out = exported_now(store, folder / "out");
    auto const package = nlohmann::json::parse(read_file(out / "datapackage.json").value());
    CHECK(package["created"] == "2026-11-23T00:00:00Z");
    CHECK(package["machine"] == store.machine());
    CHECK(package["period"]["first"] == "2026-11-23");
    CHECK(package["content_versions"] == nlohmann::json::array({"2026.11.1"}));
    for (auto const& resource : package["resources"]) {
        auto const bytes = read_file(out / resource["path"].get<std::string>()).value();
        CHECK(resource["bytes"] == bytes.size());
        CHECK(resource["hash"] == "sha256:" + sha256_of(bytes));
        std::vector<std::string> kept;
        for (auto const& field : resource["schema"]["fields"]) {
            kept.push_back(field["name"]);
            CHECK_FALSE(field["title"].get<std::string>().empty());
            CHECK_FALSE(field["description"].get<std::string>().empty());
        }
        CHECK(bytes.starts_with(csv_row({kept.begin(), kept.end()})));
        CHECK(bytes.find('\r') == std::string::npos);
    }
    CHECK(list_folder(out).size() == 12); // with the signature, which no description can name
}

TEST_CASE("wherever the disk fills up, a package is there whole or not at all")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data", "memdb"); // in memory: the limit is the stick's alone
    bool finished = false;
    int failures = 0;
    for (rlim_t size = 0; !finished && size < 100'000; size += 331) {
        CAPTURE(size);
        auto const out = folder / ("out-" + std::to_string(size));
        auto const exported = [&] {
            SmallFiles const small(size);
            return export_package(store, out, export_options());
        }();
        finished = exported.ok();
        if (!finished) ++failures;
        if (!finished) CHECK(exported.error().where.find("out-") != std::string::npos);
        CHECK(list_folder(out).size() == (finished ? 1 : 0));
    }
    CHECK(finished);
    CHECK(failures > 5);
}

TEST_CASE("what a package that was cut off left behind is in nobody's way")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    REQUIRE(make_folder(folder / "out" / "brussels-1-2026-11-23.part").ok());
    REQUIRE(write_file_atomically(folder / "out" / "brussels-1-2026-11-23.part" / "old.csv", "old").ok());
    auto const out = exported_now(store, folder / "out");
    CHECK(list_folder(folder / "out").size() == 1);
    CHECK(list_folder(out).size() == 12); // with the signature, which no description can name
}

TEST_CASE("a kiosk with a strange name writes its package where it was asked to")
{
    TemporaryFolder folder;
    auto store = Store::open(folder / "data", test::called("../Gare du Nord")).take();
    auto const out = exported_now(store, folder / "out");
    CHECK(out.parent_path() == folder / "out");
    auto const package = nlohmann::json::parse(read_file(out / "datapackage.json").value());
    auto const name = package["name"].get<std::string>();
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos);
    CHECK(package["kiosk"] == "../Gare du Nord");
}

TEST_CASE("damaged letters come out as replacements, and the package is still written")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    REQUIRE(store.database().run("UPDATE tally SET content_version = CAST(x'61ff62' AS TEXT)").ok());
    auto const out = exported_now(store, folder / "out");
    CHECK(read_file(out / "tallies.csv")
              .value()
              .find("a\xEF\xBF\xBD"
                    "b") != std::string::npos);
}

TEST_CASE("a measure that this version does not know stays here: it may belong to reporting")
{
    TemporaryFolder folder;
    auto store = store_filled(folder / "data");
    REQUIRE(store.database()
                .run("INSERT INTO tally SELECT day, hour, label, content_version, language, 'of-tomorrow', 'x', 90 "
                     "FROM tally WHERE measure = 'visits'")
                .ok());
    auto const csv = read_file(exported_now(store, folder / "out") / "tallies.csv").value();
    CHECK(csv.find("of-tomorrow") == std::string::npos);
    CHECK(csv.find("visits") != std::string::npos);
}

TEST_CASE("the summary gives the share of right answers")
{
    TemporaryFolder folder;
    auto store = Store::open(folder / "data", test::called("brussels-1")).take();
    auto const answer = [](std::string language, std::string item) {
        return TallyKey{"2026-11-23", kWholeDay, "1", std::move(language), Measure::quiz_right, std::move(item)};
    };
    REQUIRE(store
                .commit({{answer("fr", "travellers/age/right"), 1},
                         {answer("nl", "travellers/age/right"), 2},
                         {answer("fr", "travellers/age/reconsider"), 1}},
                        std::nullopt)
                .ok());
    auto const text = summary(store).value();
    auto const at = text.find("share of right answers");
    REQUIRE(at != std::string::npos);
    CHECK(text.find("75 % of 4", at) != std::string::npos);
}
