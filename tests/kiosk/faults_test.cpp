// What bad input gets, on a kiosk that runs: the rest, or the safe page.
#include "files/files.h"
#include "support/edited_content.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

// A copy of the shipped content that a test may damage.
struct Copy {
    TemporaryFolder folder;
    std::filesystem::path content = folder / "content";

    Copy() { std::filesystem::copy(sources() / "content", content, std::filesystem::copy_options::recursive); }
    content::Content read(Problems& problems) const
    {
        auto read = content::read_content(content);
        problems = std::move(read.problems);
        return std::move(read.content);
    }
};

// A visit that goes from screen to screen; it must end on the neutral one.
void visit_what_there_is(content::Content const& content, int touches = 60)
{
    KioskOptions options;
    options.content = &content;
    Kiosk kiosk(options);
    if (kiosk.screen() == Screen::safe) {
        CHECK(kiosk.scene().says("112"));
        CHECK(kiosk.scene().says("dontlookaway.report"));
        return;
    }
    kiosk.tap_at(900, 300);
    for (int i = 0; i < touches; ++i) {
        auto const targets = kiosk.scene().targets();
        REQUIRE_FALSE(targets.empty());
        auto const& id = targets[static_cast<std::size_t>(i * 7) % targets.size()]->id;
        if (id != "bar.leave") kiosk.tap(std::string(id));
    }
    if (visit::is_visiting(kiosk.screen()) && kiosk.has("bar.leave")) {
        kiosk.tap("bar.leave");
        CHECK(kiosk.screen() == Screen::neutral);
    }
}

} // namespace

TEST_CASE("without any content the safe page stands, in four languages")
{
    TemporaryFolder folder;
    auto const read = content::read_content(folder / "nothing");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line() ==
          (folder / "nothing").string() + ": error: there is no such folder (name the folder that kiosk.toml is in)");
    visit_what_there_is(read.content);
}

TEST_CASE("whichever one file is missing, the rest is shown")
{
    auto const files = EditedContent().files();
    REQUIRE(files.size() > 30);
    for (auto const& file : files) {
        CAPTURE(file);
        EditedContent without;
        without.remove(file);
        auto const read = without.read();
        CHECK_FALSE(read.problems.empty());
        CHECK(read.problems[0].place.file.find("content/") == 0);
        visit_what_there_is(read.content, 12);
    }
}

TEST_CASE("whichever one file is cut in the middle, the rest is shown and the fault has a line")
{
    Copy const whole;
    for (auto const* file : {"kiosk.toml", "quiz/travellers/fr.toml", "reporting/channels.toml", "interface/en.toml",
                             "campaigns/dont-look-away/campaign.toml"}) {
        CAPTURE(file);
        auto const bytes = read_file(whole.content / file).value();
        auto const cut = bytes.rfind('"', bytes.size() / 2) + 2;
        REQUIRE(write_file_atomically(whole.content / file, bytes.substr(0, cut) + "\n\"").ok());
        Problems problems;
        auto const content = whole.read(problems);
        REQUIRE_FALSE(problems.empty());
        CHECK(problems[0].place.line > 0);
        visit_what_there_is(content);
        REQUIRE(write_file_atomically(whole.content / file, bytes).ok());
    }
}

TEST_CASE("a picture that is none is left out, and said once")
{
    TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "broken.png", "this is no picture").ok());
    Journal journal;
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::at_once, {});
    CHECK(pictures.get("broken", 100, 100, {}).texture == 0);
    CHECK(pictures.get("absent", 100, 100, {}).texture == 0);
    CHECK(journal.says("broken.png: cannot be shown"));
    CHECK(journal.says("picture 'absent'"));
    CHECK_FALSE(pictures.waiting());
}

TEST_CASE("a panel as small as 320x240 or as odd as 3440x1440 still has every screen and a way out")
{
    for (auto const& [width, height] :
         {std::pair{320, 240}, std::pair{240, 320}, std::pair{3440, 1440}, std::pair{1280, 1024}}) {
        KioskOptions options;
        options.width = width;
        options.height = height;
        Kiosk kiosk(options);
        kiosk.begin("de");
        kiosk.tap("bar.report");
        kiosk.tap("report.happened");
        CHECK(kiosk.screen() == Screen::report_where);
        kiosk.tap("bar.leave");
        CHECK(kiosk.screen() == Screen::neutral);
    }
}
