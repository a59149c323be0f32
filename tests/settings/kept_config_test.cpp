// A mistyped line in the configuration does not make another kiosk of it.
#include "files/files.h"
#include "settings/last_good_config.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::settings;
using test::TemporaryFolder;

namespace {

struct KeptKiosk {
    TemporaryFolder folder;
    std::filesystem::path file = folder / "kiosk.toml";
    std::filesystem::path data = folder / "data";
    std::string good = fmt::format("name = \"brussels-1\"\ndata = \"{}\"\nthreshold = 20\n[hours]\nmonday = "
                                   "\"10:00-18:00\"\n[staff]\nshuffle = true\n",
                                   data.string());

    KeptKiosk() { std::filesystem::create_directory(data); }
    void write(std::string const& text) const { REQUIRE(write_file_atomically(file, text).ok()); }
    ConfigRead read(Config& config) const { return read_config_or_last_good(file, {}, {folder / "usual"}, config); }
};

} // namespace

TEST_CASE("whatever line of a configuration is broken, all of it is as it was before")
{
    KeptKiosk kiosk;
    kiosk.write(kiosk.good);
    Config before;
    CHECK(kiosk.read(before).in_force == health::ConfigInForce::as_written);
    save_last_good_config(kiosk.file, kiosk.data);
    // Where nothing above the fault says it, figures lie where they usually do.
    std::filesystem::create_directory(kiosk.folder / "usual");
    std::filesystem::copy(kiosk.data / kLastGoodConfigFile, kiosk.folder / "usual");
    for (auto const* broken : {"name = “brussels-1”", "threshold = 5", "datta = 1"})
        for (std::size_t at = 0; at != std::string::npos; at = kiosk.good.find('\n', at + 1)) {
            auto const line = at == 0 ? 0 : at + 1;
            CAPTURE(broken);
            CAPTURE(line);
            kiosk.write(kiosk.good.substr(0, line) + broken + "\n" + kiosk.good.substr(line));
            Config config;
            auto const read = kiosk.read(config);
            CHECK(read.in_force == health::ConfigInForce::kept);
            CHECK_FALSE(read.problems.empty());
            CHECK(config.name == "brussels-1");
            CHECK(config.data == kiosk.data);
            CHECK(config.threshold == 20);
            CHECK(config.staff.shuffle);
        }
    std::filesystem::remove(kiosk.file); // a file that is gone, too
    Config config;
    CHECK(kiosk.read(config).in_force == health::ConfigInForce::kept);
    CHECK(config.name == "brussels-1");
}

TEST_CASE("where nothing was kept, what stands above the broken line holds")
{
    KeptKiosk kiosk;
    auto broken = kiosk.good;
    broken.replace(broken.find("\"10:00"), 1, "“");
    kiosk.write(broken);
    Config config;
    auto const read = kiosk.read(config);
    CHECK(read.in_force == health::ConfigInForce::partly);
    CHECK(config.name == "brussels-1");
    CHECK(config.data == kiosk.data);
    CHECK(config.threshold == 20);
    CHECK_FALSE(config.staff.shuffle); // stands below it
}

TEST_CASE("what was kept of another configuration does not stand in for this one")
{
    KeptKiosk kiosk;
    kiosk.write(kiosk.good);
    auto const other = kiosk.folder / "other.toml";
    save_last_good_config(kiosk.file, kiosk.data);
    REQUIRE(write_file_atomically(other, fmt::format("data = \"{}\"\nname = “other”\n", kiosk.data.string())).ok());
    Config config;
    CHECK(read_config_or_last_good(other, kiosk.data, {}, config).in_force == health::ConfigInForce::partly);
    CHECK(config.name.empty()); // not known
    CHECK(config.data == kiosk.data);
}

TEST_CASE("a configuration is kept as it is now, and only where figures are kept")
{
    KeptKiosk kiosk;
    kiosk.write(kiosk.good);
    save_last_good_config(kiosk.file, kiosk.folder / "none");
    CHECK_FALSE(std::filesystem::exists(kiosk.folder / "none"));
    save_last_good_config(kiosk.file, kiosk.data);
    kiosk.write(kiosk.good + "pin_hash = \"\"\n");
    save_last_good_config(kiosk.file, kiosk.data);
    auto const kept = read_file(kiosk.data / kLastGoodConfigFile);
    REQUIRE(kept.ok());
    CHECK(kept.value().find("pin_hash") != std::string::npos);
}
