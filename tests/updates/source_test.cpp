// What is taken from a stick is a plain file in its root, and nothing that only looks like one.
#include "files/files.h"
#include "system/version.h"
#include "updates/limits.h"
#include "updates/packs.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;

namespace {

void write(std::filesystem::path const& path, std::string const& text)
{
    REQUIRE(write_file_atomically(path, text).ok());
}

} // namespace

TEST_CASE("links, pipes, folders and devices with the right ending are left out and cannot be opened")
{
    TemporaryFolder stick;
    TemporaryFolder elsewhere;
    write(elsewhere / "private.kioskpack", "x");
    write(stick / "good.kioskpack", "x");
    std::filesystem::create_symlink(elsewhere / "private.kioskpack", stick / "link.kioskpack");
    std::filesystem::create_symlink("good.kioskpack", stick / "near.kioskpack");
    std::filesystem::create_directory(stick / "folder.kioskpack");
    REQUIRE(::mkfifo((stick / "pipe.kioskpack").c_str(), 0600) == 0);
    write(stick / "._good.kioskpack", "x");
    write(stick / "good.kioskpack.txt", "x");
    std::filesystem::create_directory(stick / "below");
    write(stick / "below/deep.kioskpack", "x");

    auto const found = find_candidates({stick.path(), stick / "nowhere"});
    REQUIRE(found.candidates.size() == 1);
    CHECK(found.candidates.front().name == "good.kioskpack");
    CHECK(found.left_out == 4);
    for (auto const* name : {"link.kioskpack", "near.kioskpack", "folder.kioskpack", "pipe.kioskpack",
                             "../good.kioskpack", "none.kioskpack", "/etc/passwd"}) {
        CAPTURE(name);
        auto const opened = open_candidate({stick.path(), name, "shown", SignedKind::content, 1});
        REQUIRE_FALSE(opened.ok());
        check_sentence(opened.error());
    }
    // A file that became a link after it was found.
    auto const candidate = found.candidates.front();
    std::filesystem::remove(stick / "good.kioskpack");
    std::filesystem::create_symlink(elsewhere / "private.kioskpack", stick / "good.kioskpack");
    CHECK(open_candidate(candidate).error().reason == RefusalReason::not_an_archive);
    std::filesystem::remove(stick / "good.kioskpack");
    CHECK(open_candidate(candidate).error().reason == RefusalReason::stick_gone);
}

TEST_CASE("of many files the first are offered, and the rest counted")
{
    TemporaryFolder stick;
    for (int i = 0; i < 30; ++i) write(stick / fmt::format("{:02}.kioskpack", i), "x");
    write(stick / "keys.kioskkeys", "x");
    auto const found = find_candidates({stick.path()});
    REQUIRE(found.candidates.size() == kMostCandidates);
    CHECK(found.left_out == 11);
    CHECK(found.candidates.front().shown == "00.kioskpack");
}

TEST_CASE("a name is shown with plain letters only, and cut")
{
    CHECK(shown_name("content 2027_1-a.kioskpack") == "content 2027_1-a.kioskpack");
    CHECK(shown_name("a\n\x1b[2J\xe2\x80\xae.kioskpack") == "a???2J???.kioskpack");
    CHECK(shown_name(std::string(500, 'x')).size() == 60);
}

TEST_CASE("content that changes on the stick while it is taken is not what is shown")
{
    // The stick gives other bytes from the second file on than were signed.
    Station station;
    auto bytes = archive_of(english_content(), 1);
    bytes[bytes.size() - 5] = '!';
    auto const staged = station.stage(bytes);
    REQUIRE_FALSE(staged.ok());
    CHECK(staged.error().reason == RefusalReason::damaged);
}

TEST_CASE("the version of a program is three numbers, and this one is the build's")
{
    CHECK(program_version("0.1.0").value() == ProgramVersion{0, 1, 0});
    CHECK(program_version("0.2.0").value() > program_version("0.1.9").value());
    for (auto const* wrong : {"", "1", "1.2", "1.2.", "1.2.3.4", "01.2.3", "1.2.-3", "v1.2.3", "1.2.3 "})
        CHECK_FALSE(program_version(wrong).ok());
    auto const build = read_file(std::filesystem::path(KIOSK_SOURCES) / "CMakeLists.txt").value();
    CHECK(build.find(fmt::format("project(kiosk VERSION {} ", kProgramVersion)) != std::string::npos);
}
