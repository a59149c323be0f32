#include "base/files.h"
#include "engagement/export.h"
#include "support/temporary_folder.h"

#include <csignal>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <sys/resource.h>

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

// No file may grow past so many bytes while it lives: a disk that fills up in the middle of a file.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : before_signal_(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit const now{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SmallFiles()
    {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, before_signal_);
    }
    SmallFiles(SmallFiles const&) = delete;
    SmallFiles& operator=(SmallFiles const&) = delete;

private:
    rlimit before_{};
    void (*before_signal_)(int);
};

std::string sha256(std::string const& bytes)
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

TEST_CASE("the description tells of each file what is in it, to the byte")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).take();
    auto const package = nlohmann::json::parse(read_file(out / "datapackage.json").value());
    CHECK(package["created"] == "2026-11-23T09:00:00Z");
    CHECK(package["epoch"] == store.epoch());
    CHECK(package["period"]["first"] == "2026-11-23");
    CHECK(package["content_versions"] == nlohmann::json::array({"2026.11.1"}));
    for (auto const& resource : package["resources"]) {
        auto const bytes = read_file(out / resource["path"].get<std::string>()).value();
        CHECK(resource["bytes"] == bytes.size());
        CHECK(resource["hash"] == "sha256:" + sha256(bytes));
        std::vector<std::string> names;
        for (auto const& field : resource["schema"]["fields"]) {
            names.push_back(field["name"]);
            CHECK_FALSE(field["title"].get<std::string>().empty());
            CHECK_FALSE(field["description"].get<std::string>().empty());
        }
        CHECK(bytes.starts_with(csv_row(names)));
        CHECK(bytes.find('\r') == std::string::npos);
    }
    CHECK(list_folder(out).size() == 5);
}

TEST_CASE("wherever the disk fills up, a package is there whole or not at all")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    bool finished = false;
    int failures = 0;
    for (rlim_t size = 0; !finished && size < 100'000; size += 331) {
        CAPTURE(size);
        auto const out = folder / ("out-" + std::to_string(size));
        auto const exported = [&] {
            SmallFiles const small(size);
            return export_package(store, out, {10, ManualClock::kDefaultWall});
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
    auto store = filled(folder / "data");
    REQUIRE(make_folder(folder / "out" / "brussels-1-2026-11-23.part").ok());
    REQUIRE(write_file_atomically(folder / "out" / "brussels-1-2026-11-23.part" / "old.csv", "old").ok());
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall}).take();
    CHECK(list_folder(folder / "out").size() == 1);
    CHECK(list_folder(out).size() == 5);
}

TEST_CASE("a kiosk with a strange name writes its package where it was asked to")
{
    TemporaryFolder folder;
    auto store = Store::open(folder / "data", {"../Gare du Nord", ""}).take();
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall});
    REQUIRE(out.ok());
    CHECK(out.value().parent_path() == folder / "out");
    auto const package = nlohmann::json::parse(read_file(out.value() / "datapackage.json").value());
    auto const name = package["name"].get<std::string>();
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos);
    CHECK(package["kiosk"] == "../Gare du Nord");
}

TEST_CASE("damaged letters come out as replacements, and the package is still written")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    REQUIRE(store.database().run("UPDATE tally SET content_version = CAST(x'61ff62' AS TEXT)").ok());
    auto const out = export_package(store, folder / "out", {10, ManualClock::kDefaultWall});
    REQUIRE(out.ok());
    CHECK(read_file(out.value() / "tallies.csv")
              .value()
              .find("a\xEF\xBF\xBD"
                    "b") != std::string::npos);
}

TEST_CASE("a measure that this version does not know is treated as guarded")
{
    std::vector<TallyRow> const rows{{"k", "e", "2026-11-23", "1", "fr", "of-tomorrow", "x", 9},
                                     {"k", "e", "2026-11-23", "1", "fr", "of-tomorrow", "y", 10},
                                     {"k", "e", "2026-11-23", "1", "fr", "visits", "all", 1}};
    auto const kept = publishable(rows, 10);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].item == "y");
    CHECK(kept[1].measure == "visits");
}

TEST_CASE("the summary gives the share of right answers")
{
    TemporaryFolder folder;
    auto store = Store::open(folder / "data", {"brussels-1", ""}).take();
    auto const key = [](std::string language, std::string item) {
        return TallyKey{"2026-11-23", "1", std::move(language), Measure::quiz_right, std::move(item)};
    };
    REQUIRE(store
                .commit({{key("fr", "travellers/age/right"), 1},
                         {key("nl", "travellers/age/right"), 2},
                         {key("fr", "travellers/age/reconsider"), 1}},
                        std::nullopt)
                .ok());
    auto const text = summary(store, {10, ManualClock::kDefaultWall}).value();
    auto const at = text.find("share of right answers");
    REQUIRE(at != std::string::npos);
    CHECK(text.find("75 % of 4", at) != std::string::npos);
}
