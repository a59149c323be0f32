// The one judge: what check, pack, sign, a kiosk that takes content and its --check say of a folder.
#include "base/files.h"
#include "content/edition_changes.h"
#include "staff/content_judge.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

// The shipped content, to be made worse.
struct ContentCopy {
    ContentCopy() { std::filesystem::copy(sources() / "content", content, std::filesystem::copy_options::recursive); }

    staff::Judged judged() const
    {
        return staff::judge_content(content, {{std::filesystem::path(KIOSK_ASSETS) / "pictures"}, "2026-11-26", {}});
    }
    std::vector<std::string> new_lines() const
    {
        static auto const kBefore = staff::judge_content(
            sources() / "content", {{std::filesystem::path(KIOSK_ASSETS) / "pictures"}, "2026-11-26", {}});
        std::vector<std::string> lines;
        for (auto const& problem : judged().problems) {
            bool const known = std::any_of(kBefore.problems.begin(), kBefore.problems.end(),
                                           [&](Problem const& other) { return other.line() == problem.line(); });
            if (!known) lines.push_back(problem.line());
        }
        return lines;
    }
    void write(std::string const& file, std::string const& text) const
    {
        REQUIRE(make_folder((content / file).parent_path()).ok());
        REQUIRE(write_file_atomically(content / file, text).ok());
    }
    void replace(std::string const& file, std::string const& from, std::string const& to) const
    {
        auto text = read_file(content / file).value();
        auto const at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(file, text.replace(at, from.size(), to));
    }

    TemporaryFolder folder;
    std::filesystem::path content = folder / "content";
};

bool holds(std::string const& line, std::string_view part) { return line.find(part) != std::string::npos; }

} // namespace

TEST_CASE("what a pack cannot hold is told by the judge, each file once, and what a system leaves beside is not")
{
    ContentCopy const copy;
    for (auto const* file : {"Notes.docx", "quiz/en - Copy.toml", "pictures/PHOTO.JPG", "notes.txt"}) {
        CAPTURE(file);
        copy.write(file, "x");
        auto const lines = copy.new_lines();
        REQUIRE(lines.size() == 1);
        CHECK(holds(lines.front(), file));
        CHECK(holds(lines.front(), "error"));
        CHECK(!copy.judged().may_be_shown());
        std::filesystem::remove(copy.content / file);
    }
    for (auto const* file : {".DS_Store", "pictures/.DS_Store", "Thumbs.db", "quiz/desktop.ini", "._kiosk.toml"})
        copy.write(file, "x");
    CHECK(copy.new_lines().empty());
    CHECK(copy.judged().may_be_shown());
}

TEST_CASE("a file that nothing reads and a picture that nothing shows are told, also folders deep")
{
    ContentCopy const copy;
    copy.write("old/en.toml", "title = \"Old\"\n");
    copy.write("pictures/unused.png", "x");
    copy.write("reporting/copy.toml", "title = \"Copy\"\n");
    auto const lines = copy.new_lines();
    REQUIRE(lines.size() == 3);
    CHECK(holds(lines[0], "content/old/en.toml: warning: nothing in the content reads this file"));
    CHECK(holds(lines[1], "content/pictures/unused.png: warning: no page and no slide shows this picture"));
    CHECK(holds(lines[2], "content/reporting/copy.toml"));
}

TEST_CASE("errors stand before warnings, and the first error is the one that is told where there is room for one")
{
    ContentCopy const copy;
    copy.replace("kiosk.toml", "version = \"", "version = \"a version / ");
    auto const judged = copy.judged();
    REQUIRE(!judged.problems.empty());
    CHECK(judged.problems.front().severity == Severity::error);
    CHECK(holds(judged.first(Severity::error), "content/kiosk.toml:"));
    CHECK(holds(judged.first(Severity::error), "no text that a pack can hold"));
    CHECK(std::is_sorted(judged.problems.begin(), judged.problems.end(),
                         [](Problem const& one, Problem const& other) { return one.severity > other.severity; }));
}

TEST_CASE("two editions: every word, answer, number and picture that changes is told once, with old and new")
{
    ContentCopy const copy;
    auto const before = sources() / "content";
    CHECK(content::edition_changes(before, copy.content).empty());
    copy.replace("interface/de.toml", "see = \"Etwas gesehen? Nicht wegsehen.\"", "see = \"Schau hin.\"");
    copy.replace("quiz/travellers/quiz.toml", "right = [\"c\"]", "right = [\"a\"]");
    copy.replace("kiosk.toml", "languages = [\"en\", ", "languages = [");
    copy.write("pictures/new.png", "x");
    std::filesystem::remove(copy.content / "avoided.toml");
    std::vector<std::string> lines;
    for (auto const& change : content::edition_changes(before, copy.content)) lines.push_back(change.line());
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "interface/de.toml: attract.see: 'Etwas gesehen? Nicht wegsehen.' becomes 'Schau hin.'");
    CHECK(lines[1] == "kiosk.toml: languages: 'en, fr, nl, de' becomes 'fr, nl, de'");
    CHECK(lines[2] == "pictures/new.png is new");
    CHECK(lines[3] == "quiz/travellers/quiz.toml: question age, right: 'c' becomes 'a'");
    CHECK(lines[4] == "avoided.toml is gone");
}

TEST_CASE(
    "an entry that moves to another place in its list is no change of the others; a file that is broken is another one")
{
    ContentCopy const copy;
    TemporaryFolder const one, other;
    auto const file = [](TemporaryFolder const& folder, std::string const& text) {
        REQUIRE(write_file_atomically(folder / "a.toml", text).ok());
    };
    file(one, "[[page]]\nid = \"x\"\nwords = 3\n[[page]]\nid = \"y\"\nshown = true\n");
    file(other, "# moved\n[[page]]\nid = \"y\"\nshown = true\n[[page]]\nid = \"x\"\nwords = 3\n");
    CHECK(content::edition_changes(one.path(), other.path()).empty());
    file(other, "[[page]]\nid = \"y\"\nshown = false\n");
    auto const changes = content::edition_changes(one.path(), other.path());
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].line() == "a.toml: page y, shown: 'true' becomes 'false'");
    CHECK(changes[1].line() == "a.toml: page x, id: 'x' is gone");
    CHECK(changes[2].line() == "a.toml: page x, words: '3' is gone");
    file(other, "[[page\n");
    REQUIRE(content::edition_changes(one.path(), other.path()).size() == 1);
    CHECK(content::edition_changes(one.path(), other.path()).front().line() == "a.toml is another one");
}
