#include "base/random.h"
#include "crypto/age.h"
#include "files/files.h"
#include "package/package.h"
#include "package/seal.h"
#include "package/tar.h"
#include "support/figures.h"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <vector>

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
    options.scratch_folder = folder / "workshop";
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
        CHECK(file.filename() == "brussels-1-2026-11-23.tar.age");
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
        REQUIRE(write_file_atomically(folder / "changed.tar.age", bytes).ok());
        CAPTURE(i);
        CHECK_FALSE(open_sealed(folder / "changed.tar.age", folder / "office", keys.secret).ok());
        CHECK(list_folder(folder / "office").empty());
    }
}

namespace {

// Any bytes, rightly sealed: what whoever knows the public key can make.
std::filesystem::path sealed_by_anybody(TemporaryFolder const& folder, crypto::SealingPair const& keys,
                                        std::string const& archive)
{
    std::string bytes;
    crypto::AgeSealer sealer([&](std::string_view part) {
        bytes += part;
        return success();
    });
    REQUIRE(sealer.begin(crypto::read_recipient(keys.open).value()).ok());
    REQUIRE(sealer.add(archive).ok());
    REQUIRE(sealer.end().ok());
    REQUIRE(write_file_atomically(folder / "any.tar.age", bytes).ok());
    return folder / "any.tar.age";
}

std::string file_entry(std::string const& path, std::string const& bytes)
{
    return tar_header({TarEntry::Kind::file, path, bytes.size(), 1}) + bytes + tar_padding(bytes.size());
}

std::string folder_entry(std::string const& path) { return tar_header({TarEntry::Kind::folder, path, 0, 1}); }

// A header with one byte replaced, and its sum set right.
std::string with_field(std::string block, std::size_t at, std::string const& text)
{
    block.replace(at, text.size(), text);
    block.replace(148, 8, 8, ' ');
    unsigned sum = 0;
    for (auto const letter : block.substr(0, kTarBlock)) sum += static_cast<unsigned char>(letter);
    std::string digits;
    for (int i = 0; i < 6; ++i, sum /= 8) digits.insert(digits.begin(), static_cast<char>('0' + sum % 8));
    block.replace(148, 7, digits + '\0');
    return block;
}

struct HostileArchive {
    std::string name, why, archive;
};

constexpr char const* kLeaves = "holds a path that leads out of the package's folder";
constexpr char const* kNoPart = "holds something that is no part of a package";
constexpr char const* kNoFile = "holds something that is neither a file nor a folder";
constexpr char const* kNotWhole = "does not hold all of a package";
constexpr char const* kNoTar = "holds no tar archive";
constexpr char const* kOther = "holds a tar archive of another form";
constexpr char const* kBehind = "holds something behind the end of its archive";

// The files of a package, each as an entry below `inside`.
std::string entries_of(std::filesystem::path const& package, std::string const& inside)
{
    std::string all;
    for (auto const& file : list_folder(package))
        all += file_entry(inside + file.filename().string(), read_file(file).value());
    return all;
}

} // namespace

TEST_CASE("an archive is opened whatever it calls its folder, and wherever that lies")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const keys = crypto::make_sealing_pair();
    auto const plain = exported(store, folder / "plain", on_day("2026-11-23"));
    for (std::string const inside : {"", "./", "a/", "./a/", "brussels-1-2026-11-23/"}) {
        CAPTURE(inside);
        auto const first = inside.empty() ? std::string() : folder_entry(inside);
        auto const file = sealed_by_anybody(folder, keys, first + entries_of(plain, inside) + std::string(10240, '\0'));
        auto const opened = open_sealed(file, folder / "office", keys.secret);
        REQUIRE_MESSAGE(opened.ok(), (opened ? "" : opened.error().line()));
        CHECK(opened.value() == folder / "office" / "any");
        CHECK(list_folder(opened.value()).size() == list_folder(plain).size());
        std::filesystem::remove_all(opened.value());
    }
}

TEST_CASE("an archive that leads out of its folder, or holds what no package has, is refused and leaves nothing behind")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const keys = crypto::make_sealing_pair();
    auto const plain = exported(store, folder / "plain", on_day("2026-11-23"));
    auto const whole = entries_of(plain, "a/");
    auto const some = file_entry("a/tallies.csv", "x");
    std::vector<HostileArchive> const archives{
        {"the folder above", kLeaves, file_entry("../tallies.csv", "x")},
        {"the folder above, from within", kLeaves, file_entry("a/../../tallies.csv", "x")},
        {"above, and back", kLeaves, file_entry("a/../tallies.csv", "x")},
        {"an absolute path", kLeaves, file_entry("/tallies.csv", "x")},
        {"two slashes", kLeaves, file_entry("a//tallies.csv", "x")},
        {"a folder above", kLeaves, folder_entry("../")},
        {"a folder of the root", kLeaves, folder_entry("/a/")},
        {"a folder in the folder", kNoPart, folder_entry("a/b/")},
        {"a file deeper", kLeaves, file_entry("a/b/tallies.csv", "x")},
        {"two folders", kNoPart, some + file_entry("b/tallies.csv", "x")},
        {"a file with and one without a folder", kNoPart, some + file_entry("datapackage.json", "x")},
        {"no name", kLeaves, file_entry("", "x")},
        {"a folder's name alone, as a file", kLeaves, file_entry("a/", "x")},
        {"a file that no package has", kNoPart, file_entry("a/start.sh", "x")},
        {"a file twice", "is there already", whole + some},
        {"a link", kNoFile, with_field(some, 156, "2")},
        {"a hard link", kNoFile, with_field(some, 156, "1")},
        {"a device", kNoFile, with_field(some, 156, "3")},
        {"a pipe", kNoFile, with_field(some, 156, "6")},
        {"a longer name, of GNU", kOther, with_field(some, 156, "L")},
        {"a head of POSIX 2001", kOther, with_field(some, 156, "x")},
        {"a prefix that leads above", kLeaves, with_field(file_entry("tallies.csv", "x"), 345, "..")},
        {"no magic", kNoTar, with_field(some, 257, "abcde")},
        {"a wrong sum", kNoTar, std::string(some).replace(0, 1, "b")},
        {"a size that is no number", kNoFile, with_field(some, 124, "0000000000x")},
        {"a size in binary", kNoFile, with_field(some, 124, "\x80")},
        {"a size of 8 GB", kNoPart, with_field(some, 124, "77777777777")},
        {"a size larger than what is there", kNotWhole, with_field(some, 124, "00000007777")},
        {"something behind its end", kBehind, whole + tar_end() + some},
        {"one zero block in the middle", kBehind, whole + std::string(kTarBlock, '\0') + some},
        {"no end", kNotWhole, whole},
        {"half an end", kNotWhole, whole + std::string(kTarBlock, '\0')},
        {"a file cut short", kNotWhole, whole.substr(0, whole.size() - kTarBlock)},
        {"not all files", kNotWhole, some + tar_end()},
        {"nothing", kNotWhole, ""},
        {"an end alone", kNotWhole, tar_end()},
        {"text", kNoTar, "age and tar\n"},
    };
    for (auto const& hostile : archives) {
        CAPTURE(hostile.name);
        bool const ends =
            hostile.name.find("end") != std::string::npos || hostile.name.find("cut") != std::string::npos;
        auto const file = sealed_by_anybody(folder, keys, ends ? hostile.archive : hostile.archive + tar_end());
        auto const opened = open_sealed(file, folder / "office", keys.secret);
        CHECK_FALSE(opened.ok());
        if (!opened) {
            CHECK(opened.error().message == hostile.why);
            CHECK_FALSE(opened.error().where.empty());
            CHECK_FALSE(opened.error().advice.empty());
        }
        CHECK(list_folder(folder / "office").empty());
    }
    CHECK(open_sealed(sealed_by_anybody(folder, keys, whole + tar_end()), folder / "office", keys.secret).ok());
}

TEST_CASE("what is sealed is a tar archive of one folder, named as the file, for its owner alone")
{
    TemporaryFolder folder;
    auto store = filled(folder / "data");
    auto const keys = crypto::make_sealing_pair();
    auto const file = sealed(store, folder, keys.open);
    std::vector<std::string> paths;
    std::map<std::string, std::string> bytes;
    TarReader reader({[&](TarEntry const& one) {
                          paths.push_back(one.path);
                          return success();
                      },
                      [&](std::string_view part) {
                          bytes[paths.back()] += part;
                          return success();
                      },
                      [] { return success(); }});
    std::ifstream stream(file, std::ios::binary);
    std::size_t length = 0;
    auto const opened =
        crypto::open_age(stream, crypto::read_identity(keys.secret).value(), [&](std::string_view part) {
            length += part.size();
            return reader.take(part);
        });
    REQUIRE(opened.ok());
    CHECK(reader.complete());
    CHECK(length % kTarBlock == 0);
    REQUIRE_FALSE(paths.empty());
    CHECK(paths.front() == "brussels-1-2026-11-23/");
    for (auto const& path : paths) CHECK(path.starts_with("brussels-1-2026-11-23/"));
    auto const plain = exported(store, folder / "plain", on_day("2026-11-23"));
    CHECK(paths.size() == list_folder(plain).size() + 1);
    CHECK(bytes["brussels-1-2026-11-23/tallies.csv"] == read_file(plain / "tallies.csv").value());
}
