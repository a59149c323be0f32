// What bad input gets: a Problem, and a screen that still works.
#include "content/check/check.h"
#include "files/files.h"
#include "rehearsal/audit.h"
#include "rehearsal/gallery.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"
#include "ui/pictures/image_decode.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

std::string said_of(content::Content const& content)
{
    std::string lines;
    for (auto const& problem : content::check_content(content, {{}, "2026-11-23"})) lines += problem.line() + "\n";
    return lines;
}

content::PageWords& first_words(content::Content& content) { return content.campaigns[0].pages[0].words["en"]; }

// Reads the first page and leaves; everything that is touched must be there.
void visit_first_page(content::Content const& content, int width = 1920, int height = 1080)
{
    KioskOptions options;
    options.content = &content;
    options.width = width;
    options.height = height;
    Kiosk kiosk(options);
    kiosk.begin("en");
    kiosk.tap("home.dont-look-away");
    CHECK(kiosk.screen() == Screen::page);
    kiosk.tap("page.next");
    kiosk.tap("bar.report");
    kiosk.tap("report.happened");
    kiosk.tap("report.letter.K");
    kiosk.tap("report.place.KE");
    CHECK(kiosk.has("report.code"));
    kiosk.tap("bar.leave");
    CHECK(kiosk.screen() == Screen::neutral);
}

} // namespace

TEST_CASE("a headline of 300 characters is said, and its page can be read and turned")
{
    auto content = shipped_content();
    std::string headline;
    while (headline.size() < 300) headline += "Look twice. ";
    first_words(content).title = headline;
    CHECK(said_of(content).find("a headline has 300 letters (shorten it to 90") != std::string::npos);
    visit_first_page(content);
    visit_first_page(content, 1080, 1920);
}

TEST_CASE("a word of 60 letters keeps its page usable")
{
    auto content = shipped_content();
    first_words(content).title = std::string(60, 'm');
    std::string text(60, 'w');
    text += " and ";
    text += std::string(300, 'i');
    first_words(content).text = {text};
    visit_first_page(content);
    visit_first_page(content, 1080, 1920);
}

TEST_CASE("an empty page is said, and can be turned")
{
    auto content = shipped_content();
    first_words(content) = {};
    CHECK(said_of(content).find("page 'what' is empty in 'en'") != std::string::npos);
    visit_first_page(content);
}

TEST_CASE("a panel of 320x240 takes a visitor to a code")
{
    visit_first_page(shipped_content(), 320, 240);
    visit_first_page(shipped_content(), 240, 320);
}

TEST_CASE("a picture of one pixel is stretched, one of 20000x3 is left out and said")
{
    TemporaryFolder folder;
    ui::Image const dot{1, 1, {200, 100, 50, 255}};
    REQUIRE(ui::write_png((folder / "dot.png").string(), dot).ok());
    ui::Image const strip{20000, 3, std::vector<std::uint8_t>(20000 * 3 * 4, 255)};
    REQUIRE(ui::write_png((folder / "strip.png").string(), strip).ok());
    Journal const journal;
    ui::NoTextures textures;
    ui::Pictures pictures({folder.path()}, textures, Execution::at_once, {});
    CHECK(pictures.get("dot", 800, 600, {}).texture != 0);
    CHECK(pictures.get("strip", 800, 600, {}).texture == 0);
    CHECK(journal.says("strip.png"));
}

TEST_CASE("a character that no font has is named by its number, and the rest of the text is drawn")
{
    auto content = shipped_content();
    first_words(content).title = "A look \xF3\xB0\x80\x80 at it"; // U+F0000, of a private plane
    rehearsal::AuditOptions options;
    options.languages = {"en"};
    options.panels = {rehearsal::audit_panels().front()};
    std::string lines;
    Journal const journal;
    for (auto const& problem : rehearsal::audit(content, options).problems) lines += problem.line() + "\n";
    CAPTURE(lines);
    CHECK(lines.find("no font has the character U+F0000") != std::string::npos);
    visit_first_page(content);
    CHECK(journal.says("F0000"));
}
