// What tools are about to write: nothing is replaced but a plain file that is none of what is read.
#include "files/files.h"
#include "files/output_files.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace test;
namespace fs = std::filesystem;

namespace {

std::string fault_of(Result<> const& checked) { return checked ? "" : checked.error().message; }

std::string fault_of(fs::path const& output, std::vector<fs::path> const& inputs = {})
{
    return fault_of(check_outputs({output}, inputs));
}

std::string folder_fault_of(fs::path const& folder, std::vector<fs::path> const& inputs = {})
{
    return fault_of(check_output_folder(folder, inputs));
}

struct Desk {
    Desk()
    {
        fs::create_directories(folder / "read" / "inner");
        REQUIRE(write_file_atomically(folder / "read" / "file", "read").ok());
        REQUIRE(write_file_atomically(folder / "plain", "plain").ok());
        REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
        fs::create_symlink(folder / "plain", folder / "link");
        fs::create_symlink(folder / "nowhere", folder / "dangling");
        fs::create_directory_symlink(folder / "read", folder / "way");
        fs::create_hard_link(folder / "read" / "file", folder / "hard");
    }
    TemporaryFolder folder;
};

} // namespace

TEST_CASE("a file that is to be written replaces no device, pipe, folder or link, and nothing that is read")
{
    Desk const desk;
    auto const& folder = desk.folder;
    CHECK(fault_of(folder / "new") == "");
    CHECK(fault_of(folder / "plain", {folder / "read"}) == "");
    CHECK(fault_of("") == "no name is given for a file that is to be written");
    CHECK(fault_of(folder / "read/") == "is a folder, not a file");
    CHECK(fault_of("/dev/null") == "is a device already, and nothing is written over it");
    CHECK(fault_of(folder / "pipe") == "is a pipe already, and nothing is written over it");
    CHECK(fault_of(folder / "link") == "is a link already, and nothing is written over it");
    CHECK(fault_of(folder / "dangling") == "is a link already, and nothing is written over it");
    CHECK(fault_of(folder / "read") == "is a folder already, and nothing is written over it");
    CHECK(fault_of(folder / "hard", {folder / "read" / "file"}) == "is what is read, and nothing is written over it");
    CHECK(fault_of(folder / "way" / "file", {folder / "read"}).find("is a file of") == 0);
    CHECK(fault_of(check_outputs({folder / "new", folder / "read" / ".." / "new"}, {})) == "is to be written twice");
    CHECK(fault_of(check_outputs({folder / "new", folder / "newer"}, {})) == "");
}

TEST_CASE("a folder that is to be filled is none that is read, nor in one, and no file, device or pipe")
{
    Desk const desk;
    auto const& folder = desk.folder;
    CHECK(folder_fault_of(folder / "new" / "and" / "deeper", {folder / "read"}) == "");
    CHECK(folder_fault_of(folder.path(), {folder / "read"}) == "");
    CHECK(folder_fault_of(folder / "way") == "");
    CHECK(folder_fault_of("") == "no name is given for a folder that is to be written");
    CHECK(folder_fault_of(folder / "plain") == "is a file, not a folder");
    CHECK(folder_fault_of(folder / "link") == "is a file, not a folder");
    CHECK(folder_fault_of(folder / "dangling") == "is a link, not a folder");
    CHECK(folder_fault_of("/dev/null") == "is a device, not a folder");
    CHECK(folder_fault_of(folder / "pipe") == "is a pipe, not a folder");
    for (fs::path const inside :
         {"read", "read/", "read/inner", "read/new", "read/new/deeper", "way/new", "read/../read"}) {
        CAPTURE(inside.string());
        CHECK(folder_fault_of(folder / inside, {folder / "plain", folder / "read"}).find("lies in") == 0);
    }
}
