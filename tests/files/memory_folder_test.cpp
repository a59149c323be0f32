#include "files/files.h"
#include "files/memory_folder.h"

#include <doctest/doctest.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

using namespace kiosk;

TEST_CASE("a folder in memory is on no disk, nobody else's, and gone with its owner")
{
    std::filesystem::path path;
    {
        auto made = MemoryFolder::make(memory_folder_candidates(nullptr));
        REQUIRE(made.ok());
        auto folder = made.take(); // moved, and still there
        path = folder.path();
        struct statfs system {};
        REQUIRE(::statfs(path.c_str(), &system) == 0);
        CHECK((system.f_type == TMPFS_MAGIC || static_cast<unsigned long>(system.f_type) == RAMFS_MAGIC));
        struct stat status {};
        REQUIRE(::stat(path.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0700U);
        REQUIRE(make_folder(path / "stage").ok());
        REQUIRE(write_file_atomically(path / "stage" / "tallies.csv", "figures").ok());
        auto second = MemoryFolder::make(memory_folder_candidates(nullptr));
        REQUIRE(second.ok());
        CHECK(second.value().path() != path);
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("what systemd has made comes first, and a folder on a disk is no folder in memory")
{
    using Paths = std::vector<std::filesystem::path>;
    CHECK(memory_folder_candidates("/run/kiosk_work:/run/other") == Paths{"/run/kiosk_work", "/run/other", "/dev/shm"});
    CHECK(memory_folder_candidates("") == Paths{"/dev/shm"});
    CHECK(memory_folder_candidates("not/absolute:") == Paths{"/dev/shm"});
    // The kernel's own, which is neither tmpfs nor to be written: taken as a disk is.
    auto const refused = MemoryFolder::make({"/proc"});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().line() == "/proc: lies on a disk, where an export would leave traces (mount a tmpfs there "
                                    "that the kiosk's user may write to)");
    auto const none = MemoryFolder::make({"/proc", "/nowhere-at-all"});
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().where == "/proc, /nowhere-at-all");
    auto const second = MemoryFolder::make({"/proc", "/dev/shm"});
    REQUIRE(second.ok());
    CHECK(second.value().path().parent_path() == "/dev/shm");
}
