// Taking a kiosk out of a fleet's file, so that what was forged of it can be put right.
#include "figures/days.h"
#include "files/files.h"
#include "fleet/packages.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::fleet;
using namespace test;

namespace {

struct ForgedFleet {
    TemporaryFolder folder;
    std::vector<std::filesystem::path> packages; // of three kiosks, in turns
    std::string second;                          // number of the second kiosk

    ForgedFleet()
    {
        for (auto const* name : {"one", "two", "three"}) {
            auto store = store_of(folder / name, name);
            REQUIRE(
                store.replace_words_of_version("2026.11.1", {{"2026.11.1", "fr", "page_seen", "a/b", "Bonjour", -1}})
                    .ok());
            for (int day = 0; day < 5; ++day)
                REQUIRE(store
                            .commit({{tally(Measure::visits, "all", day_after("2026-11-05", day)), 10 + day},
                                     {tally(Measure::page_seen, std::string("a/") + name, "2026-11-06"), 2},
                                     {tally(Measure::report_step, "danger", "2026-11-06"), 15}},
                                    std::nullopt)
                            .ok());
            REQUIRE(store.note("boot", name, {}, "2026-11-05").ok());
            packages.push_back(exported(store, folder / "out", on_day("2026-12-02")));
            if (std::string(name) == "two") second = store.machine();
        }
    }

    std::filesystem::path forged()
    {
        auto package = folder / "forged";
        std::filesystem::copy(packages[1], package);
        forge(package, "tallies.csv", ",14\n", ",90000\n", folder / "forger");
        forge(package, "words.csv", "Bonjour", "Au revoir", folder / "forger");
        forge(package, "labels.csv", "two", "Paris", folder / "forger");
        return package;
    }
};

std::string bytes_of_fleet(std::filesystem::path const& file) { return read_file(file).value(); }

} // namespace

TEST_CASE("a kiosk that is forgotten is gone, and its good packages make the file that they alone would have made")
{
    ForgedFleet fleet;
    auto const clean = fleet.folder / "clean.db";
    auto const mended = fleet.folder / "mended.db";
    auto const reference = merged(fleet.packages, clean);
    merged({fleet.forged()}, mended);
    merged({fleet.packages[0]}, mended);
    CHECK(told(mended).find("90000") != std::string::npos);
    {
        auto store = FleetStore::open(mended).take();
        CHECK_FALSE(store.forget("fedcba9876543210").value());
        REQUIRE(store.forget(fleet.second).value());
        CHECK(store.machines().value().size() == 1);
        CHECK(store.keys().value().size() == 1);
    }
    for (auto const* word : {"90000", "Paris", "revoir", "two"}) {
        CAPTURE(word);
        CHECK(told(mended).find(word) == std::string::npos);
        CHECK(bytes_of_fleet(mended).find(word) == std::string::npos);
    }
    CHECK(merged(fleet.packages, mended) == reference);
    CHECK(bytes_of_fleet(mended) == bytes_of_fleet(clean));   // to the byte
    for (auto const& path : list_folder(fleet.folder.path())) // nothing is left beside the files
        if (path.filename().string().find(".db") != std::string::npos) CHECK(path.extension() == ".db");
}

TEST_CASE("what a file holds makes its bytes, and not how it came there")
{
    ForgedFleet fleet;
    merged(fleet.packages, fleet.folder / "at-once.db");
    for (auto const which : {2, 0, 1, 0})
        merged({fleet.packages[static_cast<std::size_t>(which)]}, fleet.folder / "by-and-by.db");
    CHECK(bytes_of_fleet(fleet.folder / "by-and-by.db") == bytes_of_fleet(fleet.folder / "at-once.db"));
}
