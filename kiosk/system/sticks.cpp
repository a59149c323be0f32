#include "system/sticks.h"
#include "files/files.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <unistd.h>

namespace kiosk {

namespace {

// Where the system mounts sticks: such a folder is no stick itself, only what is mounted below it.
constexpr char const* kMountFolders[] = {"/media", "/run/media", "/mnt"};

// mountinfo writes a space as \040 (proc(5)).
std::string unescaped(std::string const& text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const octal = text.substr(i + 1, 3);
        if (text[i] == '\\' && octal.size() == 3 && octal.find_first_not_of("01234567") == std::string::npos) {
            plain += static_cast<char>(std::stoi(octal, nullptr, 8));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::set<std::filesystem::path> mounted(std::filesystem::path const& mounts)
{
    std::set<std::filesystem::path> points;
    std::ifstream lines(mounts);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word;
        for (int i = 0; i < 5; ++i) words >> word; // the fifth is the mount point
        if (words) points.insert(unescaped(word));
    }
    return points;
}

bool is_below(std::filesystem::path const& path, std::filesystem::path const& folder)
{
    auto const relative = path.lexically_relative(folder);
    return !relative.empty() && relative != "." && *relative.begin() != "..";
}

bool can_be_used(std::filesystem::path const& path, StickUse use)
{
    std::error_code ignored;
    auto const rights = X_OK | (use == StickUse::writing ? W_OK : R_OK);
    return std::filesystem::is_directory(path, ignored) && ::access(path.c_str(), rights) == 0;
}

bool is_mount_folder(std::filesystem::path const& folder)
{
    return std::any_of(std::begin(kMountFolders), std::end(kMountFolders),
                       [&](std::filesystem::path const known) { return folder == known || is_below(folder, known); });
}

} // namespace

ErrorKind why_not_writable(std::filesystem::path const& place)
{
    return ::access(place.c_str(), W_OK) != 0 && errno == EROFS ? ErrorKind::read_only : ErrorKind::denied;
}

bool has_unsupported_stick(std::filesystem::path const& marks) { return !list_folder(marks).empty(); }

std::vector<std::filesystem::path> sticks(std::vector<std::filesystem::path> const& folders, StickUse use,
                                          std::filesystem::path const& mounts)
{
    std::set<std::filesystem::path> places;
    auto const points = mounted(mounts);
    for (auto const& given : folders) {
        auto const folder = given.lexically_normal();
        for (auto const& point : points)
            if (is_below(point, folder) && can_be_used(point, use)) places.insert(point);
        if (!is_mount_folder(folder) && can_be_used(folder, use)) places.insert(folder);
    }
    return {places.begin(), places.end()};
}

} // namespace kiosk
