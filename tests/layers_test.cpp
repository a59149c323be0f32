#include "base/files.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <sstream>

namespace {

using Rooms = std::set<std::string>;

// What each room may include; DESIGN's table, and the header of measures in base that lets visit and engagement apart.
std::map<std::string, Rooms> const kMayInclude{
    {"base", {}},
    {"content", {"base"}},
    {"visit", {"base", "content"}},
    {"engagement", {"base"}},
    {"staff", {"base", "content", "engagement"}},
    {"fleet", {"base", "content", "engagement"}},
    {"picture", {}},
    {"ui", {"base"}},
    {"screens", {"base", "content", "visit", "ui"}},
    {"platform", {"base", "ui"}},
    {"app", {"base", "content", "visit", "engagement", "staff", "picture", "ui", "screens", "platform"}},
};

// Libraries that only some rooms may know.
std::map<std::string, Rooms> const kOnlyIn{
    {"SDL", {"platform"}},
    {"absl", {"base"}},
    {"imgui", {"ui", "platform"}},
    {"hb", {"ui"}},
    {"ft2build", {"ui"}},
    {"sqlite3", {"engagement"}},
    {"toml++", {"content"}},
    {"stb", {"ui", "picture"}},
    {"qrcodegen", {"ui"}},
    {"libpq-fe", {"fleet"}},
    {"sodium", {"engagement", "staff"}},
    {"openssl", {"engagement"}},
    {"nlohmann", {"engagement"}},
    {"xlsxwriter", {"engagement"}},
    {"zlib", {"engagement", "ui"}},
    {"seccomp", {"picture"}},
};

std::vector<std::filesystem::path> files_of(std::string const& room)
{
    std::vector<std::filesystem::path> files;
    for (auto const& path : kiosk::list_folder(std::filesystem::path(KIOSK_SOURCES) / "kiosk" / room))
        if (path.extension() == ".h" || path.extension() == ".cpp") files.push_back(path);
    return files;
}

std::vector<std::string> includes_of(std::filesystem::path const& file)
{
    std::vector<std::string> names;
    std::istringstream lines(kiosk::read_file(file).value());
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("#include")) continue;
        auto const begin = line.find_first_of("<\"") + 1;
        names.push_back(line.substr(begin, line.find_first_of(">\"", begin) - begin));
    }
    return names;
}

} // namespace

TEST_CASE("includes point down the table of rooms only")
{
    for (auto const& [room, may] : kMayInclude)
        for (auto const& file : files_of(room))
            for (auto const& name : includes_of(file)) {
                auto const slash = name.find('/');
                if (slash == std::string::npos || !kMayInclude.contains(name.substr(0, slash))) continue;
                auto const other = name.substr(0, slash);
                CAPTURE(file.string());
                CAPTURE(name);
                CHECK((other == room || may.contains(other)));
            }
}

TEST_CASE("a library is known in the rooms that may know it only")
{
    for (auto const& [room, may] : kMayInclude)
        for (auto const& file : files_of(room))
            for (auto const& name : includes_of(file))
                for (auto const& [library, rooms] : kOnlyIn)
                    if (name == library + ".h" || name.starts_with(library + "/") || name == library ||
                        name == library + "_internal.h") {
                        CAPTURE(file.string());
                        CHECK(rooms.contains(room));
                    }
}

TEST_CASE("every room says in a few lines what it is")
{
    for (auto const& entry : kMayInclude) {
        auto const& room = entry.first;
        if (files_of(room).empty()) continue; // not built yet, and not there
        CAPTURE(room);
        CHECK(kiosk::read_file(std::filesystem::path(KIOSK_SOURCES) / "kiosk" / room / "README.md").ok());
    }
}

TEST_CASE("files are short enough to be held in the head")
{
    for (auto const& [room, may] : kMayInclude)
        for (auto const& file : files_of(room)) {
            auto const text = kiosk::read_file(file).value();
            CAPTURE(file.string());
            CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
        }
}

TEST_CASE("no clock is read outside base, but for the frame times of benches")
{
    for (auto const& [room, may] : kMayInclude)
        for (auto const& file : files_of(room)) {
            if (room == "base" || file.stem() == "frame_times" || file.stem() == "window" ||
                file.stem() == "sdl_window") // how long the machine itself takes
                continue;
            auto const text = kiosk::read_file(file).value();
            CAPTURE(file.string());
            CHECK(text.find("system_clock") == std::string::npos);
            CHECK(text.find("steady_clock::now") == std::string::npos);
        }
}
