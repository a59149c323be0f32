#include "files/files.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

using Paths = std::set<std::string>;

struct Walk {
    std::string name; // "report-doubts"
    Paths files;
};

// "### A screen: `report-doubts`" in kiosk/README.md, and the files of the table below it.
std::vector<Walk> walks()
{
    std::vector<Walk> found;
    auto const text = kiosk::read_file(fs::path(KIOSK_SOURCES) / "kiosk/README.md").value();
    std::istringstream lines(text.substr(text.find("## How to add")));
    std::smatch match;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, match, std::regex("### [^:]*: `(.*)`"))) found.push_back({match[1], {}});
        if (std::regex_search(line, match, std::regex("^\\| `([^`]*)`")) && !found.empty())
            found.back().files.insert(match[1]);
    }
    return found;
}

// Files of the kiosk and of its English content that name it, in code or in content.
Paths naming(std::string const& name)
{
    auto const pattern = std::regex("\\b(draw_)?" + std::regex_replace(name, std::regex("-"), "[-_]") + "\\b");
    Paths found;
    for (auto const* folder : {"kiosk", "content"})
        for (auto const& entry : fs::recursive_directory_iterator(fs::path(KIOSK_SOURCES) / folder)) {
            auto const& path = entry.path();
            bool const is_read = path.extension() == ".h" || path.extension() == ".cpp" || path.extension() == ".sql" ||
                                 path.filename() == "en.toml";
            if (is_read && std::regex_search(kiosk::read_file(path).value(), pattern))
                found.insert(fs::relative(path, KIOSK_SOURCES).string());
        }
    return found;
}

struct Landmark {
    std::string file, name;
};

// "| how a PIN is hashed | `kiosk/lock/pin.cpp` | `hash_pin` |" in the section of what one looks for first.
std::vector<Landmark> landmarks()
{
    std::vector<Landmark> found;
    auto const text = kiosk::read_file(fs::path(KIOSK_SOURCES) / "kiosk/README.md").value();
    auto const begin = text.find("## Where one looks first");
    std::istringstream lines(text.substr(begin, text.find("\n## ", begin + 1) - begin));
    std::smatch match;
    for (std::string line; std::getline(lines, line);)
        if (std::regex_search(line, match, std::regex("\\| `([^`]*)` \\| `([^`]*)` \\|$")))
            found.push_back({match[1], match[2]});
    return found;
}

// `kiosk/lock/pin.h`, `ui/qr.h`, `tests/real`: whatever of a README's text in backquotes looks like a path.
Paths paths_named_in(std::string const& readme)
{
    Paths found;
    auto const text = kiosk::read_file(fs::path(KIOSK_SOURCES) / readme).value();
    std::regex const path("`([a-z_]+(/[a-z_0-9.-]+)+)`");
    for (std::sregex_iterator one(text.begin(), text.end(), path), end; one != end; ++one) found.insert((*one)[1]);
    return found;
}

bool is_there(std::string const& path)
{
    auto const root = fs::path(KIOSK_SOURCES);
    bool const is_test = path.ends_with("_test"); // its source is a file of that name
    return is_test
               ? fs::exists(root / "tests" / (path + ".cpp"))
               : fs::exists(root / path) || fs::exists(root / "kiosk" / path) || fs::exists(root / "content" / path);
}

} // namespace

TEST_CASE("whatever path a README names is there")
{
    for (auto const* readme : {"README.md", "kiosk/README.md", "kiosk/DECISIONS.md", "tools/README.md"}) {
        CAPTURE(std::string(readme));
        auto const paths = paths_named_in(readme);
        for (auto const& path : paths) {
            CAPTURE(path);
            CHECK(is_there(path));
        }
    }
}

TEST_CASE("what the map says one looks for first is in the file that it names")
{
    auto const all = landmarks();
    CHECK(all.size() > 40);
    for (auto const& one : all) {
        CAPTURE(one.file);
        CAPTURE(one.name);
        auto const text = kiosk::read_file(fs::path(KIOSK_SOURCES) / one.file);
        REQUIRE(text.ok());
        CHECK(text.value().find(one.name) != std::string::npos);
    }
}

TEST_CASE("the map walks through every file that is touched to add a screen, a measure and a text")
{
    auto const all = walks();
    CHECK(all.size() == 3);
    for (auto const& walk : all) {
        CAPTURE(walk.name);
        auto const found = naming(walk.name);
        for (auto const& file : found) {
            CAPTURE(file);
            CHECK(walk.files.contains(file));
        }
        for (auto const& file : walk.files) {
            CAPTURE(file);
            CHECK(found.contains(file));
        }
    }
}
