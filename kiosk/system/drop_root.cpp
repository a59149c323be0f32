#include "system/drop_root.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kiosk {

namespace {

constexpr int kMostLinks = 40; // as many as the kernel follows

bool is_service(uid_t user) { return user != 0 && user < kFirstHumanUser; }

void put_before(std::deque<std::filesystem::path>& left, std::filesystem::path const& path)
{
    left.insert(left.begin(), path.begin(), path.end());
}

Error cannot(uid_t user, std::filesystem::path const& path, int code)
{
    return {path.string(),
            fmt::format("belongs to user {}, and root cannot become that user: {}", user, std::strerror(code)),
            "run this as that user"};
}

} // namespace

std::optional<uid_t> first_service_owner(std::filesystem::path const& path)
{
    std::error_code code;
    std::deque<std::filesystem::path> left;
    put_before(left, std::filesystem::absolute(path, code));
    std::filesystem::path reached = "/";
    for (int links = 0; !left.empty();) {
        auto const name = left.front();
        left.pop_front();
        if (name.empty() || name == "." || name == "/") {
            if (name == "/") reached = "/";
            continue;
        }
        if (name == "..") {
            reached = reached.parent_path(); // no link is in it
            continue;
        }
        auto const next = reached / name;
        struct stat status {};
        if (::lstat(next.c_str(), &status) != 0) return std::nullopt;
        if (is_service(status.st_uid)) return status.st_uid;
        if (S_ISLNK(status.st_mode)) {
            auto const target = std::filesystem::read_symlink(next, code);
            if (code || ++links > kMostLinks) return std::nullopt;
            put_before(left, target);
        } else {
            reached = next;
        }
    }
    return std::nullopt;
}

Result<> drop_root_for(std::filesystem::path const& path)
{
    if (::geteuid() != 0) return success();
    auto const user = first_service_owner(path);
    if (!user) return success();
    auto const* known = ::getpwuid(*user);
    gid_t const group = known ? known->pw_gid : static_cast<gid_t>(*user);
    std::string const home = known ? known->pw_dir : "/";
    int const grouped = known ? ::initgroups(known->pw_name, group) : ::setgroups(0, nullptr);
    if (grouped != 0 || ::setresgid(group, group, group) != 0 || ::setresuid(*user, *user, *user) != 0)
        return cannot(*user, path, errno);
    // There must be no way back.
    if (::setuid(0) == 0 || ::geteuid() != *user) return cannot(*user, path, EPERM);
    ::setenv("HOME", home.c_str(), 1);
    return success();
}

} // namespace kiosk
