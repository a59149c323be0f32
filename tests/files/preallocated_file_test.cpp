// A file that is written anew also where nothing new can be made, and of which nothing stays that was replaced.
#include "files/files.h"
#include "files/preallocated_file.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace test;

namespace {

struct Shelf {
    std::string text(std::string const& name = "file") const
    {
        auto const all = read_file(folder / name).value();
        return all.substr(0, all.find_last_not_of('\n') + 1);
    }
    void write(std::string const& text) const { CHECK(write_preallocated_file(folder / "file", text).ok()); }
    // What is written beside first finds a folder there.
    void allow_nothing_new() const { std::filesystem::create_directories(folder / "file.new" / "in the way"); }
    void allow_all() const { std::filesystem::remove_all(folder / "file.new"); }

    TemporaryFolder folder;
};

} // namespace

TEST_CASE("what was written once can be written again, though nothing new can be made, and leaves nothing of before")
{
    Shelf const shelf;
    shelf.write("first");
    shelf.allow_nothing_new();
    for (std::string const& text : {std::string("second"), std::string(), std::string(kPreallocatedFileBlock, 'x')}) {
        shelf.write(text);
        CHECK(shelf.text() == text);
        CHECK(shelf.text("file.spare") == text);
        CHECK(std::filesystem::file_size(shelf.folder / "file") == kPreallocatedFileBlock);
    }
    // What is longer needs room.
    CHECK_FALSE(write_preallocated_file(shelf.folder / "file", std::string(kPreallocatedFileBlock + 1, 'y')).ok());
    CHECK(shelf.text() == std::string(kPreallocatedFileBlock, 'x'));
    shelf.allow_all();
    shelf.write(std::string(kPreallocatedFileBlock + 1, 'y'));
    CHECK(std::filesystem::file_size(shelf.folder / "file") == 2 * kPreallocatedFileBlock);
}

TEST_CASE("a power cut while the spare is written leaves the file, and the next start takes out what is left of it")
{
    Shelf const shelf;
    shelf.write("old");
    REQUIRE(write_file_atomically(shelf.folder / "file.spare", "half of a n").ok());
    CHECK(shelf.text() == "old");
    CHECK(restore_spare(shelf.folder / "file").ok());
    CHECK(shelf.text("file.spare") == "old");
    // Cut after the names were exchanged: what was replaced is there still.
    REQUIRE(
        write_file_atomically(shelf.folder / "file.spare", "a secret" + std::string(kPreallocatedFileBlock - 8, '\n'))
            .ok());
    shelf.allow_nothing_new();
    CHECK(restore_spare(shelf.folder / "file").ok());
    CHECK(shelf.text() == "old");
    CHECK(shelf.text("file.spare") == "old");
    auto const before = std::filesystem::last_write_time(shelf.folder / "file");
    CHECK(restore_spare(shelf.folder / "file").ok());
    CHECK(std::filesystem::last_write_time(shelf.folder / "file") == before);
}

TEST_CASE("a file of before, without a spare, gets one; where it cannot, that is told")
{
    Shelf const shelf;
    CHECK_FALSE(restore_spare(shelf.folder / "file").ok());
    REQUIRE(write_file_atomically(shelf.folder / "file", "short\n").ok());
    shelf.allow_nothing_new();
    CHECK_FALSE(restore_spare(shelf.folder / "file").ok());
    CHECK(shelf.text() == "short");
    shelf.allow_all();
    CHECK(restore_spare(shelf.folder / "file").ok());
    CHECK(shelf.text("file.spare") == "short");
}

TEST_CASE("nothing is written over a link, a second name, a pipe or a folder in the place of the spare")
{
    for (std::string const kind : {"link", "second name", "pipe", "folder"}) {
        CAPTURE(kind);
        Shelf const shelf;
        auto const spare = shelf.folder / "file.spare";
        auto const victim = shelf.folder / "victim";
        std::string const precious(kPreallocatedFileBlock, 'p');
        REQUIRE(write_file_atomically(victim, precious).ok());
        if (kind == "link") std::filesystem::create_symlink(victim, spare);
        if (kind == "second name") std::filesystem::create_hard_link(victim, spare);
        if (kind == "pipe") REQUIRE(::mkfifo(spare.c_str(), 0600) == 0);
        if (kind == "folder") std::filesystem::create_directories(spare / "inner");
        shelf.write("first");
        shelf.write("second");
        CHECK(shelf.text() == "second");
        CHECK(read_file(victim).value() == precious);
    }
}
