// Who made a package: the kiosk's own key, and what is signed by it.
#include "crypto/age_keys.h"
#include "files/files.h"
#include "package/package.h"
#include "package/seal.h"
#include "store/signature.h"
#include "support/figures.h"
#include "system/log.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace kiosk;
using namespace kiosk::figures;
using namespace kiosk::package;
using namespace kiosk::store;
using namespace test;

namespace {

// What the journal is told.
struct KeyJournal {
    std::vector<std::string> lines;
    LogSink before = set_log_sink([this](LogLevel, std::string_view line) { lines.emplace_back(line); });
    ~KeyJournal() { set_log_sink(before); }
};

std::filesystem::path signed_package(TemporaryFolder const& folder, Store& store,
                                     ExportOptions options = on_day("2026-11-23"))
{
    REQUIRE(store.commit({{tally(Measure::visits, "all", "2026-11-20"), 30}}, std::nullopt).ok());
    options.scratch_folder = folder / "workshop";
    return exported(store, folder / "out", options);
}

void change_text(std::filesystem::path const& file, std::string const& from, std::string const& to)
{
    auto bytes = read_file(file).value();
    auto const at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(write_file_atomically(file, bytes.replace(at, from.size(), to)).ok());
}

SignatureState signature_of(std::filesystem::path const& package)
{
    return Package::open(package).value().signature().state;
}

// The seed, as its file has it.
std::string seed_in(std::filesystem::path const& data)
{
    auto const text = read_file(data / kExportKeyFile).value();
    return text.substr(text.find('\n') + 1, 64);
}

} // namespace

TEST_CASE("a kiosk signs what it exports, always with the same key")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    auto const first = Package::open(signed_package(folder, store)).value().signature();
    auto const second = Package::open(signed_package(folder, store)).value().signature();
    CHECK(first.state == SignatureState::good);
    CHECK(first.key == second.key);
    CHECK(first.key == public_export_key(folder / "data").value());
    CHECK(is_public_key(first.key));
    auto other = store_of(folder / "other");
    CHECK(ExportKey::of(other.folder()).value().public_text() != first.key);
}

TEST_CASE("the secret half is for its owner alone, and in no package")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    signed_package(folder, store);
    struct stat state {};
    auto const file = folder / "data" / kExportKeyFile;
    REQUIRE(::stat(file.c_str(), &state) == 0);
    CHECK((state.st_mode & 0777U) == 0600U);
    // Copied by somebody with other habits: mended when it is next used.
    REQUIRE(::chmod(file.c_str(), 0644) == 0);
    signed_package(folder, store);
    REQUIRE(::stat(file.c_str(), &state) == 0);
    CHECK((state.st_mode & 0777U) == 0600U);
    auto const secret = seed_in(folder / "data");
    REQUIRE(secret.size() == 64);
    for (auto const& [name, bytes] : bytes_below(folder / "out")) {
        auto const& file_name = name;
        CAPTURE(file_name);
        CHECK(bytes.find(secret) == std::string::npos);
    }
    for (auto const& [name, bytes] : bytes_below(folder / "data"))
        if (name != kExportKeyFile) CHECK(bytes.find(secret) == std::string::npos);
}

TEST_CASE("whatever is changed in a description or its signature is seen")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    auto const package = signed_package(folder, store);
    auto const description = read_file(package / "datapackage.json").value();
    auto const text = read_file(package / kSignatureFile).value();
    CHECK(check_signature(description, text).state == SignatureState::good);
    CHECK(check_signature(description + " ", text).state == SignatureState::bad);
    for (std::size_t i = 0; i < text.size(); ++i) {
        CAPTURE(i);
        auto changed = text;
        changed[i] = changed[i] == '0' ? '1' : '0';
        CHECK(check_signature(description, changed).state == SignatureState::bad);
        CHECK(check_signature(description, text.substr(0, i)).state == SignatureState::bad);
    }
    CHECK(check_signature(description, text + "\n").state == SignatureState::bad);
    // Another's signature on the same description is good, and another's.
    TemporaryFolder elsewhere;
    auto const forger = ExportKey::of(elsewhere.path()).value();
    auto const forged = check_signature(description, forger.sign(description));
    CHECK(forged.state == SignatureState::good);
    CHECK(forged.key != public_export_key(folder / "data").value());

    change_text(package / "datapackage.json", "\"snapshot\": 1", "\"snapshot\": 9");
    CHECK(signature_of(package) == SignatureState::bad);
    std::filesystem::remove(package / kSignatureFile);
    CHECK(signature_of(package) == SignatureState::none);
    std::filesystem::create_symlink("/dev/zero", package / kSignatureFile);
    CHECK(signature_of(package) == SignatureState::bad);
}

TEST_CASE("a preview and a look in the house are signed by nobody")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    for (auto const kind : {ExportKind::preview, ExportKind::internal}) {
        auto options = on_day("2026-11-23");
        options.kind = kind;
        CHECK_FALSE(std::filesystem::exists(signed_package(folder, store, options) / kSignatureFile));
    }
}

TEST_CASE("a key is made with the database, so that copies of a disk have one, and stays when that is put aside")
{
    TemporaryFolder folder;
    store_of(folder / "data");
    auto const key = public_export_key(folder / "data").value();
    CHECK(is_public_key(key));
    REQUIRE(write_file_atomically(folder / "data" / kDatabaseName, std::string(5000, 'x')).ok());
    KeyJournal const quiet;
    auto store = store_of(folder / "data");
    CHECK_FALSE(store.quarantined().empty());
    CHECK(Package::open(signed_package(folder, store)).value().signature().key == key);
    // One of before has none, and gets it at its first start.
    std::filesystem::remove(folder / "data" / kExportKeyFile);
    CHECK(public_export_key(folder / "data").value().empty());
    store_of(folder / "data");
    CHECK(is_public_key(public_export_key(folder / "data").value()));
}

TEST_CASE("a sealed package carries the signature inside")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    auto const keys = crypto::make_sealing_pair();
    auto options = on_day("2026-11-23");
    options.public_key = keys.open;
    auto const opened = open_sealed(signed_package(folder, store, options), folder / "office", keys.secret);
    REQUIRE(opened.ok());
    CHECK(Package::open(opened.value()).value().signature().key == public_export_key(folder / "data").value());
}

TEST_CASE("a key that damage made unreadable is put aside, and figures leave under a new one")
{
    TemporaryFolder folder;
    auto store = store_of(folder / "data");
    signed_package(folder, store);
    auto const file = folder / "data" / kExportKeyFile;
    auto const before = public_export_key(folder / "data").value();
    KeyJournal const quiet;
    for (auto const* damage : {"", "kiosk's key for exports, 1\nzz\n"}) {
        REQUIRE(write_file_atomically(file, damage).ok());
        auto const package = signed_package(folder, store);
        CHECK(signature_of(package) == SignatureState::good);
        CHECK(Package::open(package).value().signature().key != before);
        CHECK(read_file(folder / "data" / "export-key.damaged").value() == damage);
    }
    // Nor is a link followed, which whoever has taken the service over may have put there.
    std::filesystem::remove(file);
    REQUIRE(
        write_file_atomically(folder / "elsewhere", "kiosk's key for exports, 1\n" + std::string(64, 'a') + "\n").ok());
    std::filesystem::create_symlink(folder / "elsewhere", file);
    CHECK(public_export_key(folder / "data").value().empty());
    CHECK(signature_of(signed_package(folder, store)) == SignatureState::good);
    CHECK_FALSE(std::filesystem::is_symlink(file));
    REQUIRE(quiet.lines.size() == 3);
    CHECK(quiet.lines[0].find("export-key: is damaged and was put aside") != std::string::npos);
}
