#include "base/random.h"
#include "crypto/age_keys.h"
#include "files/files.h"
#include "package/package.h"
#include "package/seal.h"
#include "support/figures.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace test;

namespace {

Store filled(std::filesystem::path const& folder, int rows = 50)
{
    auto store = store_of(folder);
    Batch batch;
    for (int i = 0; i < rows; ++i) batch[tally(Measure::page_seen, "canary-page-" + std::to_string(i))] = i + 1;
    REQUIRE(store.commit(batch, std::nullopt).ok());
    return store;
}

std::filesystem::path sealed(Store& store, TemporaryFolder const& folder, std::string const& public_key)
{
    auto options = on_day("2026-11-23");
    options.public_key = public_key;
    options.workshop = folder / "workshop";
    return exported(store, folder / "stick", options);
}

} // namespace

TEST_CASE("a sealed package opens to the byte for who has the key, and tells others nothing")
{
    for (int const rows : {1, 50, 3000}) { // the last is longer than one piece
        TemporaryFolder folder;
        auto store = filled(folder / "data", rows);
        auto const keys = crypto::make_sealing_pair();
        auto const file = sealed(store, folder, keys.open);
        CHECK(file.filename() == "brussels-1-2026-11-23.sealed");
        CHECK(list_folder(folder / "stick").size() == 1);
        CHECK(list_folder(folder / "workshop").empty()); // nothing open is left behind
        auto const bytes = read_file(file).value();
        CHECK(bytes.find("canary") == std::string::npos);
        CHECK(bytes.find("brussels") == std::string::npos);

        auto const opened = open_sealed(file, folder / "office", keys.secret);
        REQUIRE(opened.ok());
        auto const plain = exported(store, folder / "plain", on_day("2026-11-23"));
        CHECK(read_file(opened.value() / "tallies.csv").value() == read_file(plain / "tallies.csv").value());
        CHECK(Package::open(opened.value()).ok());
    }
}

TEST_CASE("another key does not open it, and says so")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const file = sealed(store, folder, crypto::make_sealing_pair().open);
    auto const opened = open_sealed(file, folder / "office", crypto::make_sealing_pair().secret);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message == "was sealed for another key");
    CHECK(list_folder(folder / "office").empty());
}

TEST_CASE("whatever byte of it is changed, cut off or added, it is refused and leaves nothing behind")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data", 1500);
    auto const keys = crypto::make_sealing_pair();
    auto const whole = read_file(sealed(store, folder, keys.open)).value();
    Random random(3);
    for (int i = 0; i < 200; ++i) {
        auto bytes = whole;
        if (i % 3 == 0) bytes[random.below(bytes.size())] ^= static_cast<char>(1U << random.below(8));
        if (i % 3 == 1) bytes.resize(random.below(bytes.size()));
        if (i % 3 == 2) bytes += std::string(1 + random.below(100), 'x');
        REQUIRE(write_file_atomically(folder / "changed.sealed", bytes).ok());
        CAPTURE(i);
        CHECK_FALSE(open_sealed(folder / "changed.sealed", folder / "office", keys.secret).ok());
        CHECK(list_folder(folder / "office").empty());
    }
}
