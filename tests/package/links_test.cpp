// Writing never follows a link: whatever names a stick holds already, nothing outside of it is written to, and success
// is told only of what is there.
#include "crypto/age_keys.h"
#include "files/files.h"
#include "files/new_file.h"
#include "package/package.h"
#include "package/seal.h"
#include "program/loop.h"
#include "support/figures.h"
#include "support/fingerprint.h"
#include "support/kiosk.h"
#include "support/sample_figures.h"
#include "system/print.h"
#include "workbook/workbook.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::package;
using namespace kiosk::workbook;
using namespace test;

namespace {

// A stick, and beside it what is not to be touched.
struct Stick : TemporaryFolder {
    Stick()
    {
        for (auto const& folder : {victim(), stick()}) REQUIRE(make_folder(folder).ok());
        REQUIRE(write_file_atomically(victim() / "precious", "as it was").ok());
        before_ = fingerprint(victim());
    }
    std::filesystem::path victim() const { return path() / "victim"; }
    std::filesystem::path stick() const { return path() / "stick"; }
    void link(std::filesystem::path const& name, std::filesystem::path const& to) const
    {
        std::filesystem::create_symlink(to, stick() / name);
    }
    bool victim_is_whole() const { return fingerprint(victim()) == before_; }

    std::string before_;
};

bool is_a_link(std::filesystem::path const& path) { return std::filesystem::is_symlink(path); }

} // namespace

TEST_CASE_FIXTURE(Stick, "a file is made where nothing has its name, and by no link")
{
    auto const file = stick() / "name";
    CHECK(make_file(file, Replace::never).ok());
    CHECK(make_file(file, Replace::never).error().line().find("is there already") != std::string::npos);
    CHECK(make_file(file, Replace::file).ok());
    for (auto const& target : {victim() / "precious", victim() / "new", victim()}) {
        std::filesystem::remove(file);
        link("name", target);
        CHECK_FALSE(make_file(file, Replace::never).ok());
        CHECK(make_file(file, Replace::file).error().line().find("is a link") != std::string::npos);
        CHECK(is_a_link(file));
        CHECK(make_file(file, Replace::leftover).ok());
        CHECK(std::filesystem::is_regular_file(std::filesystem::symlink_status(file)));
        CHECK(victim_is_whole());
    }
}

TEST_CASE_FIXTURE(Stick, "what is no file is neither written to nor taken away")
{
    auto const file = stick() / "name";
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    for (auto const replace : {Replace::never, Replace::file, Replace::leftover})
        CHECK_FALSE(make_file(file, replace).ok());
    CHECK(std::filesystem::is_fifo(file));
    std::filesystem::remove(file);
    REQUIRE(make_folder(file).ok());
    for (auto const replace : {Replace::never, Replace::file, Replace::leftover})
        CHECK_FALSE(make_file(file, replace).ok());
    CHECK(std::filesystem::is_directory(file));
    for (auto const* name : {"", ".", ".."}) CHECK_FALSE(make_file(stick() / name, Replace::file).ok());
}

TEST_CASE_FIXTURE(Stick, "a folder of one's own is not exchanged for a link")
{
    link("folder", victim());
    CHECK(make_file(stick() / "folder/x", Replace::file, FolderLink::refused).error().kind == ErrorKind::missing);
    CHECK_FALSE(make_new_folder(stick() / "folder").ok());
    CHECK(victim_is_whole());
    REQUIRE(make_new_folder(stick() / "other").ok());
    CHECK_FALSE(rename_no_replace(stick() / "other", stick() / "folder").ok());
    CHECK(is_a_link(stick() / "folder"));
}

TEST_CASE_FIXTURE(Stick, "a file that is written whole replaces names, and never what they lead to")
{
    link("name", victim() / "precious");
    link("name.new", victim() / "precious");
    REQUIRE(write_file_atomically(stick() / "name", "new").ok());
    CHECK(victim_is_whole());
    CHECK_FALSE(is_a_link(stick() / "name"));
    CHECK(read_file(stick() / "name").value() == "new");
}

TEST_CASE_FIXTURE(Stick, "an export onto a stick full of links writes onto the stick alone")
{
    auto store = store_of(path() / "data");
    REQUIRE(store.commit({{tally(Measure::page_seen, "one"), 3}}, std::nullopt).ok());
    auto options = on_day("2026-11-23");
    for (auto const* name : {"brussels-1-2026-11-23", "brussels-1-2026-11-23.tar.age"}) {
        link(std::string(name) + ".part", victim());
        link(name, victim() / "not there");
    }
    auto const open = export_package(store, stick(), options);
    REQUIRE(open.ok());
    CHECK(victim_is_whole());
    CHECK(open.value().path == stick() / "brussels-1-2026-11-23-2");
    CHECK(Package::open(open.value().path).ok());
    CHECK_FALSE(is_a_link(open.value().path));

    auto const keys = crypto::make_sealing_pair();
    options.public_key = keys.open;
    options.scratch_folder = path() / "workshop";
    for (auto const& target : {victim() / "precious", victim() / "not there"}) {
        link("brussels-1-2026-11-23-2.tar.age.part", target);
        auto const sealed = export_package(store, stick(), options);
        REQUIRE(sealed.ok());
        CHECK(victim_is_whole());
        CHECK(sealed.value().path == stick() / "brussels-1-2026-11-23-2.tar.age");
        CHECK_FALSE(is_a_link(sealed.value().path));
        CHECK(open_sealed(sealed.value().path, path() / "office", keys.secret).ok());
        std::filesystem::remove_all(path() / "office");
        std::filesystem::remove(sealed.value().path);
    }
}

TEST_CASE_FIXTURE(Stick, "a sealed package is opened into no folder that a link leads to")
{
    auto store = store_of(path() / "data");
    auto const keys = crypto::make_sealing_pair();
    auto options = on_day("2026-11-23");
    options.public_key = keys.open;
    options.scratch_folder = path() / "workshop";
    auto const sealed = exported(store, path() / "from", options);
    auto const name = sealed.stem().stem().string();
    link(name + ".part", victim());
    auto const opened = open_sealed(sealed, stick(), keys.secret);
    CHECK(opened.ok());
    CHECK(victim_is_whole());
    std::filesystem::remove_all(stick() / name);
    link(name, victim() / "not there");
    CHECK_FALSE(open_sealed(sealed, stick(), keys.secret).ok());
    CHECK(victim_is_whole());
}

TEST_CASE_FIXTURE(Stick, "a workbook and a trace follow no link")
{
    link("figures.xlsx", victim() / "precious");
    WorkbookOptions options;
    options.title = "brussels-1";
    REQUIRE(write_workbook(stick() / "figures.xlsx", sample_account({}), {}, options).ok());
    CHECK(victim_is_whole());
    CHECK_FALSE(is_a_link(stick() / "figures.xlsx"));
    link("trace", victim() / "precious");
    Journal const journal;
    program::Trace trace(stick() / "trace");
    trace.write("a scene");
    CHECK(victim_is_whole());
    CHECK(journal.says("is a link"));
}

TEST_CASE("every file is made in the one way")
{
    // SQLite has its own; the screen's power is a file of the kernel's; the pipe of a signal and the picture's reader
    // are none.
    constexpr char const* kMay[] = {"files/new_file.cpp", "platform/power/screen_power.cpp",
                                    "system/kiosk_console.cpp"};
    constexpr char const* kPast[] = {"O_CREAT", "O_TRUNC", "std::ofstream", "creat(", ", \"w\")", "\"wb\"", "\"a\")"};
    for (auto const* folder : {"kiosk", "tools"})
        for (auto const& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(KIOSK_SOURCES) / folder)) {
            auto const name = entry.path().generic_string();
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
            if (std::any_of(std::begin(kMay), std::end(kMay), [&](auto const* may) { return name.ends_with(may); }))
                continue;
            auto const text = read_file(entry.path()).value();
            CAPTURE(name);
            for (auto const* past : kPast) {
                if (std::string_view(past) == ", \"w\")" && text.find("::fdopen(::dup(") != std::string::npos) continue;
                CAPTURE(past);
                CHECK(text.find(past) == std::string::npos);
            }
        }
}
