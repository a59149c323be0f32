#include "support/fingerprint.h"
#include "files/file_writer.h"

#include <algorithm>
#include <fmt/format.h>
#include <sys/stat.h>
#include <vector>

namespace test {

std::string fingerprint(std::filesystem::path const& folder)
{
    std::vector<std::filesystem::path> paths{folder};
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::string lines;
    for (auto const& path : paths) {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) continue;
        auto const hashed =
            S_ISREG(status.st_mode) ? kiosk::hash_file(path) : kiosk::Result<kiosk::FileDigest>(kiosk::FileDigest{});
        lines += fmt::format("{} {:o} {} {}.{:09} {}\n", path.lexically_relative(folder).string(), status.st_mode,
                             status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                             hashed ? hashed.value().sha256 : "unreadable");
    }
    return lines;
}

} // namespace test
