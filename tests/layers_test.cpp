#include "files/files.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

fs::path const kKiosk = fs::path(KIOSK_SOURCES) / "kiosk";

struct Room {
    std::string name; // its folder below kiosk/
    Names may_include;
};

// kiosk/rooms.txt, from the ground up.
std::vector<Room> rooms()
{
    std::vector<Room> table;
    std::istringstream lines(kiosk::read_file(kKiosk / "rooms.txt").value());
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#")) continue;
        auto const colon = line.find(':');
        Room room{line.substr(0, colon), {}};
        std::istringstream names(line.substr(colon + 1));
        for (std::string name; names >> name;) room.may_include.insert(name);
        if (room.name != "base" && room.name != "picture") room.may_include.insert("base");
        table.push_back(room);
    }
    return table;
}

// Libraries that only some rooms may know.
std::map<std::string, Names> const kOnlyIn{
    {"SDL", {"platform"}},
    {"absl", {"base"}},
    {"imgui", {"ui", "ui/text", "platform", "raster"}},
    {"hb", {"ui/text"}},
    {"ft2build", {"ui/text"}},
    {"fribidi", {"ui/text"}},
    {"sqlite3", {"database"}},
    {"toml++", {"toml"}},
    {"stb", {"ui/pictures", "picture"}},
    {"qrcodegen", {"ui"}},
    {"libpq-fe", {"fleet/postgres"}},
    {"sodium", {"files", "crypto", "store", "lock"}},
    {"openssl", {"files"}},
    {"nlohmann", {"package"}},
    {"xlsxwriter", {"workbook"}},
    {"zlib", {"workbook", "ui/pictures"}},
    {"seccomp", {"picture"}},
    {"systemd", {"platform"}},
    {"CLI", {"command_line"}},
    {"X11", {"platform/power"}},
};

// Sources and headers of a folder, without those below it.
std::vector<fs::path> files_of(std::string const& room)
{
    std::vector<fs::path> files;
    for (auto const& path : kiosk::list_folder(kKiosk / room))
        if (path.extension() == ".h" || path.extension() == ".cpp") files.push_back(path);
    return files;
}

std::vector<fs::path> all_files()
{
    std::vector<fs::path> files;
    for (auto const& room : rooms())
        for (auto const& file : files_of(room.name)) files.push_back(file);
    return files;
}

std::vector<std::string> includes_of(fs::path const& file)
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

TEST_CASE("includes point down the table of rooms only, and each arrow of the table is used")
{
    Names above;
    for (auto const& room : rooms()) {
        Names used;
        for (auto const& file : files_of(room.name))
            for (auto const& name : includes_of(file)) {
                if (!fs::exists(kKiosk / name)) continue; // of the system, or a library
                auto const other = fs::path(name).parent_path().string();
                if (other != room.name) used.insert(other);
                CAPTURE(file.string());
                CAPTURE(name);
                CHECK((other == room.name || room.may_include.contains(other)));
            }
        CAPTURE(room.name);
        for (auto const& name : room.may_include) {
            CAPTURE(name);
            CHECK((above.contains(name) || name == "picture"));
            CHECK((used.contains(name) || name == "base"));
        }
        above.insert(room.name);
    }
}

TEST_CASE("every folder with sources is a room of the table, of 25 files at most")
{
    Names known;
    for (auto const& room : rooms()) known.insert(room.name);
    std::map<std::string, int> files;
    for (auto const& entry : fs::recursive_directory_iterator(kKiosk))
        if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
            ++files[fs::relative(entry.path().parent_path(), kKiosk).string()];
    for (auto const& entry : files) {
        CAPTURE(entry.first);
        CHECK(known.contains(entry.first));
        CHECK(entry.second <= 25);
    }
    CHECK(files.size() == known.size());
}

TEST_CASE("every folder of tests is run")
{
    Names run;
    std::istringstream names(KIOSK_TEST_FOLDERS);
    for (std::string name; std::getline(names, name, ',');) run.insert(name);
    CHECK(run.size() > 20);
    auto const tests = fs::path(KIOSK_SOURCES) / "tests";
    for (auto const& entry : fs::recursive_directory_iterator(tests)) {
        if (!entry.path().filename().string().ends_with("_test.cpp")) continue;
        auto const folder = fs::relative(entry.path().parent_path(), tests).string();
        CAPTURE(entry.path().string());
        CHECK((folder == "." || run.contains(folder)));
    }
}

TEST_CASE("a library is known in the rooms that may know it only")
{
    for (auto const& room : rooms())
        for (auto const& file : files_of(room.name))
            for (auto const& name : includes_of(file))
                for (auto const& [library, may] : kOnlyIn)
                    if (name == library + ".h" || name.starts_with(library + "/") || name == library ||
                        name == library + "_internal.h") {
                        CAPTURE(file.string());
                        CHECK(may.contains(room.name));
                    }
}

TEST_CASE("every room says in a few lines what it is")
{
    for (auto const& room : rooms()) {
        CAPTURE(room.name);
        CHECK(kiosk::read_file(kKiosk / room.name / "README.md").ok());
    }
}

TEST_CASE("files are short enough to be held in the head")
{
    for (auto const& file : all_files()) {
        auto const text = kiosk::read_file(file).value();
        CAPTURE(file.string());
        CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
}

TEST_CASE("no clock is read outside base, but for a child's limit and the frame times of benches")
{
    for (auto const& file : all_files()) {
        if (file.parent_path().filename() == "base" || file.stem() == "child" || file.stem() == "frame_times" ||
            file.stem() == "window" || file.stem() == "sdl_window") // how long the machine itself takes
            continue;
        auto const text = kiosk::read_file(file).value();
        CAPTURE(file.string());
        CHECK(text.find("system_clock") == std::string::npos);
        CHECK(text.find("steady_clock::now") == std::string::npos);
    }
}
