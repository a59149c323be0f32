// Who may own what is on the way to a folder, and as whom root goes on. As root only: nobody else may give files away.
#include "support/temporary_folder.h"
#include "system/drop_root.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kiosk;

namespace {

constexpr uid_t kService = 977; // of no name
constexpr uid_t kPerson = 1000;

struct Folders : test::TemporaryFolder {
    Folders()
    {
        std::filesystem::create_directories(path() / "service/data");
        std::filesystem::create_directories(path() / "person/data");
        std::filesystem::create_directories(path() / "root/data");
        std::filesystem::create_directory_symlink(path() / "service/data", path() / "root/link");
        if (!is_root) return;
        ::chmod(path().c_str(), 0755);
        give(path() / "service", kService);
        give(path() / "person", kPerson);
    }
    static void give(std::filesystem::path const& path, uid_t user)
    {
        REQUIRE(::lchown(path.c_str(), user, user) == 0);
    }
    bool const is_root = ::geteuid() == 0;
};

// Of a child: 0 where `as` holds in it.
template <typename As>
int in_child(As as)
{
    auto const child = ::fork();
    if (child == 0) ::_exit(as() ? 0 : 1);
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE_FIXTURE(Folders, "a service on the way to a folder is found, before a link of its own is followed")
{
    if (!is_root) return;
    CHECK(first_service_owner(path() / "service/data") == kService);
    CHECK(first_service_owner(path() / "service/none/yet") == kService);
    CHECK(first_service_owner(path() / "root/link") == kService);
    CHECK(first_service_owner(path() / "root/data/../../service") == kService);
    CHECK_FALSE(first_service_owner(path() / "person/data"));
    CHECK_FALSE(first_service_owner(path() / "root/data"));
    CHECK_FALSE(first_service_owner(path() / "none"));
    CHECK_FALSE(first_service_owner("/"));
    std::filesystem::create_symlink("loop", path() / "root/loop");
    CHECK_FALSE(first_service_owner(path() / "root/loop"));
    // Of the service's own making, and leading to what is root's.
    std::filesystem::create_directory_symlink("/etc", path() / "root/out");
    give(path() / "root/out", kService);
    CHECK(first_service_owner(path() / "root/out/shadow") == kService);
}

TEST_CASE_FIXTURE(Folders, "root goes on as the service whose folder it is, and does not come back")
{
    if (!is_root) return;
    CHECK(in_child([&] {
              return drop_root_for(path() / "service/data").ok() && ::getuid() == kService && ::geteuid() == kService &&
                     ::getegid() == kService && ::getgroups(0, nullptr) == 0 && ::setuid(0) != 0 &&
                     ::access((path() / "root").c_str(), W_OK) != 0;
          }) == 0);
    CHECK(in_child([&] { return drop_root_for(path() / "person/data").ok() && ::geteuid() == 0; }) == 0);
    CHECK(in_child([&] { return drop_root_for(path() / "root/data").ok() && ::geteuid() == 0; }) == 0);
}
