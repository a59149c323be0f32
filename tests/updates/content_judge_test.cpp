// The validation of a content folder that kiosk-content, a kiosk that takes content, and kiosk --check share.
#include "content/edition_changes.h"
#include "files/files.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "updates/content_folder_check.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

// The shipped content, to be made worse.
struct ContentCopy {
    ContentCopy() { std::filesystem::copy(sources() / "content", content, std::filesystem::copy_options::recursive); }

    updates::CheckedContent judged() const
    {
        return updates::check_content_folder(content,
                                             {{std::filesystem::path(KIOSK_ASSETS) / "pictures"}, "2026-11-26", {}});
    }
    std::vector<std::string> new_lines() const
    {
        static auto const kBefore = updates::check_content_folder(
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
    CHECK(lines[3] == "quiz/travellers/quiz.toml: question first-thing, right: 'c' becomes 'a'");
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

TEST_CASE("a file that has another name than it must have is told once, with the name to give it")
{
    struct Renamed {
        char const *from, *to, *words;
    };
    for (auto const& row :
         {Renamed{"interface/fr.toml", "interface/fr.toml.txt", "there is 'fr.toml.txt': call it fr.toml"},
          Renamed{"interface/fr.toml", "interface/FR.toml", "there is 'FR.toml': call it fr.toml"},
          Renamed{"interface/fr.toml", "interface/fr (1).toml", "there is 'fr (1).toml': call it fr.toml"},
          Renamed{"kiosk.toml", "kiosk.toml.txt", "there is 'kiosk.toml.txt': call it kiosk.toml"}}) {
        ContentCopy const copy;
        std::filesystem::rename(copy.content / row.from, copy.content / row.to);
        auto const lines = copy.new_lines();
        CAPTURE(row.to);
        std::string all;
        for (auto const& line : lines) all += line + "\n";
        CAPTURE(all);
        REQUIRE(lines.size() == 1);
        CHECK(holds(lines.front(), std::string("content/") + row.from));
        CHECK(holds(lines.front(), row.words));
    }
}

TEST_CASE("a second copy of a file is told as such, and a name with accents keeps its letters")
{
    ContentCopy const copy;
    std::filesystem::copy_file(copy.content / "interface/fr.toml", copy.content / "interface/fr (1).toml");
    copy.write("pictures/Plage d’été.png", "x");
    auto const lines = copy.new_lines();
    std::string all;
    for (auto const& line : lines) all += line + "\n";
    CAPTURE(all);
    CHECK(holds(all, "interface/fr (1).toml: error: is a second copy of fr.toml (take the older one out of the folder, "
                     "and call the newer one fr.toml)"));
    CHECK(holds(all, "(call it plage-dete.png)"));
}

TEST_CASE("a picture of another kind is told once, with what to save it as, also where a page names it")
{
    struct Photo {
        char const *file, *words;
    };
    for (auto const& row :
         {Photo{"plage.jpg", "is no PNG picture, and the kiosk shows no other (open it in Paint, choose "
                             "Save as, PNG picture, name it plage.png"},
          Photo{"plage.HEIC", "name it plage.png"}, Photo{"Plage.PNG", "call it plage.png"}}) {
        ContentCopy const copy;
        copy.write(std::string("pictures/") + row.file, "x");
        copy.replace("kiosk.toml", "picture = \"beach-promenade\"", "picture = \"plage\"");
        auto const lines = copy.new_lines();
        CAPTURE(row.file);
        std::string all;
        for (auto const& line : lines) all += line + "\n";
        CAPTURE(all);
        REQUIRE(lines.size() == 1);
        CHECK(holds(lines.front(), std::string("pictures/") + row.file));
        CHECK(holds(lines.front(), row.words));
    }
}

TEST_CASE("a language that is taken out of the list is told once, and not in each of its files")
{
    ContentCopy const copy;
    copy.replace("kiosk.toml", ", \"de\"]", "]");
    auto const lines = copy.new_lines();
    REQUIRE(lines.size() == 1);
    CHECK(holds(lines.front(),
                "content/kiosk.toml:4:1: warning: German (de) is not offered, and 12 files have its words"));
}

TEST_CASE("a picture with two endings is told where it is named, with the name to give it")
{
    ContentCopy const copy;
    copy.write("pictures/plage.jpg.png", "x");
    copy.replace("kiosk.toml", "picture = \"beach-promenade\"", "picture = \"plage\"");
    auto const lines = copy.new_lines();
    REQUIRE(lines.size() == 1);
    CHECK(holds(lines.front(), "content/kiosk.toml:"));
    CHECK(holds(lines.front(), "there is no picture 'plage' (there is plage.jpg.png: call it plage.png)"));
}

TEST_CASE("what Word leaves while it has a file open is told as that")
{
    ContentCopy const copy;
    copy.write("interface/~$fr.toml", "x");
    auto const lines = copy.new_lines();
    REQUIRE(lines.size() == 1);
    CHECK(holds(lines.front(), "is there while Word has 'fr.toml' open (close it in Word"));
}

TEST_CASE("what is named in place of the content folder is told as what it is")
{
    ContentCopy const copy;
    auto const said = [&](std::filesystem::path const& folder) {
        auto const judged = updates::check_content_folder(folder, {{}, "2026-11-26", {}});
        REQUIRE(judged.problems.size() == 1);
        CHECK_FALSE(judged.may_be_shown());
        return judged.problems.front().line();
    };
    CHECK(holds(said(copy.folder / "nothere"), "there is no such folder"));
    CHECK(holds(said(copy.content / "kiosk.toml"),
                "is a file, and content is a folder (name the folder that kiosk.toml"));
    CHECK(holds(said(copy.folder.path()), "is not the content folder: no kiosk.toml is in it (name "));
    // A program of that name is no file that lost its ending.
    std::filesystem::create_directory(copy.folder / "other");
    REQUIRE(write_file_atomically(copy.folder / "other" / "kiosk", "x").ok());
    CHECK(holds(said(copy.folder / "other"), "is not the content folder"));
}
