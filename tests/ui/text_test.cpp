#include "files/files.h"
#include "support/temporary_folder.h"
#include "ui/pictures/image_decode.h"
#include "ui/qr.h"
#include "ui/stage.h"
#include "ui/text/line_break.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

struct Typeset {
    explicit Typeset(std::vector<std::filesystem::path> const& folders = Fonts::installed_folders())
        : stage(textures, {folders, {}, Execution::at_once, {}}, problems)
    {
    }
    NoTextures textures;
    Problems problems;
    Stage stage;
};

} // namespace

// Where lines may begin, written as bars.
std::string bars(std::string const& text, std::string const& language)
{
    LineBreaker breaker;
    auto const break_opportunities = breaker.break_opportunities(text, language);
    std::string marked;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && break_opportunities[i]) marked += '|';
        marked += text[i];
    }
    return marked;
}

TEST_CASE("lines end after spaces, hyphens and slashes, and never before punctuation or at a no-break space")
{
    CHECK(bars("one two", "en") == "one |two");
    CHECK(bars("reise-quiz", "de") == "reise-|quiz");
    CHECK(bars("https://dontlookaway.eu/belgium", "en") == "https://|dontlookaway.eu/|belgium");
    CHECK(bars("24/7", "en") == "24/7");
    CHECK(bars("116\u00A0000", "en") == "116\u00A0000");
    CHECK(bars("Vraiment\u202F?", "fr") == "Vraiment\u202F?");
    CHECK(bars("Vraiment ? Oui !", "fr") == "Vraiment ? |Oui !"); // even where the narrow space was forgotten
    CHECK(bars("«\u202Foui\u202F» dit", "fr") == "«\u202Foui\u202F» |dit");
    CHECK(bars("„ja“ sagt", "de") == "„ja“ |sagt");
}

TEST_CASE("text is kerned, wraps to its width, and what was shaped is kept")
{
    Typeset letters;
    CHECK(letters.problems.empty());
    auto& text = letters.stage.text();
    TextStyle const style{Face::regular, 48, 1.5F, Wrap::natural};
    auto const width = [&](std::string const& words) { return text.shape(words, "en", style, 4000).size.width; };
    CHECK(width("AVATAR") < 3 * width("A") + width("V") + width("T") + width("R") - 10);
    CHECK(width("To") < width("T") + width("o") - 2);
    auto const& wrapped = text.shape("one two three four five six", "en", style, 200);
    CHECK(wrapped.lines > 2);
    CHECK(wrapped.size.width <= 200.5F);
    auto const shapings = text.shapings();
    text.shape("one two three four five six", "en", style, 200);
    CHECK(text.shapings() == shapings);
}

TEST_CASE("balanced lines are as even as they can be, and no more of them")
{
    Typeset letters;
    auto& text = letters.stage.text();
    TextStyle style{Face::statement, 60, 1.25F, Wrap::natural};
    auto const natural = text.shape("You do not have to be certain at all", "en", style, 800);
    style.wrap = Wrap::balanced;
    auto const balanced = text.shape("You do not have to be certain at all", "en", style, 800);
    CHECK(balanced.lines == natural.lines);
    CHECK(balanced.size.width < natural.size.width);
}

TEST_CASE("a word too long for its line steps down in size before it is cut")
{
    Typeset letters;
    auto& text = letters.stage.text();
    TextStyle const style{Face::regular, 60, 1.25F, Wrap::natural};
    std::string const word = "Donaudampfschifffahrtsgesellschaft";
    CHECK(text.shape(word, "de", style, 700).word_broken);
    auto const fitted = text.fit(word, "de", style, {700, 200}, 20);
    CHECK(fitted.size < 60);
    CHECK_FALSE(text.shape(word, "de", fitted, 700).word_broken);
}

TEST_CASE("a character that Inter lacks is drawn in the fallback")
{
    Problems problems;
    Fonts const fonts(Fonts::installed_folders(), problems);
    auto const own = fonts.font_for(Face::regular, U'a');
    CHECK(own == 0);
    CHECK(fonts.font_for(Face::regular, U'\u0500') != own); // Komi De
}

TEST_CASE("fonts are found wherever a distribution has put them")
{
    test::TemporaryFolder folder;
    auto const inter = folder / "fonts/rsms-inter";
    auto const noto = folder / "fonts/google/noto";
    for (auto const& place : {inter, noto, folder / "fonts/other"}) std::filesystem::create_directories(place);
    for (auto const& file : {inter / "Inter-Regular.otf", noto / "NotoSans-Bold.ttf", noto / "NotoSans-Regular.ttf",
                             folder / "fonts/other/Other.ttf"})
        REQUIRE(write_file_atomically(file, "a font").ok());
    auto found = Fonts::installed_folders({folder / "nowhere", folder / ""});
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::filesystem::path>{noto, inter});
    CHECK(Fonts::installed_folders({folder / "nowhere"}).empty());
}

TEST_CASE("without any font the words are still there")
{
    Typeset letters({"/nowhere"});
    CHECK(letters.problems.size() == 7);
    CHECK(letters.problems[0].line().find("install the package fonts-inter") != std::string::npos);
    auto const& shaped = letters.stage.text().shape("Help", "en", {}, 500);
    CHECK(shaped.glyphs.size() == 4);
    CHECK(shaped.size.width > 0);
}

TEST_CASE("text that is not text is drawn without a fault")
{
    Typeset letters;
    for (std::string const odd : {"", " ", "\n\n", "*", "**", "\xFF\xFE", "\xED\xA0\x80", "e\u0301\u0302\u0303\u0304",
                                  "\u202E abc \u202C", "a\u0000b", "👁‍🗨", "\u200B\u200B"})
        letters.stage.text().shape(odd, "en", {}, 10);
    letters.stage.text().shape(std::string(5000, 'x'), "en", {}, 100);
}

TEST_CASE("a picture that is none is refused by name")
{
    auto const decoded = decode_picture("GIF89a not a picture", "x.png");
    REQUIRE_FALSE(decoded.ok());
    CHECK(decoded.error().line().find("x.png: cannot be shown") != std::string::npos);
}

TEST_CASE("a picture that says it is longer than its file is refused before any memory is asked for it")
{
    auto const whole = read_file(KIOSK_SOURCES "/tests/fuzz/corpus/picture/rgba.png");
    REQUIRE(whole.ok());
    REQUIRE(ui::decode_picture(whole.value(), "x.png").ok());
    auto longer = whole.value();
    auto const data = longer.find("IDAT");
    REQUIRE(data != std::string::npos);
    longer[data - 4] = '\x3f'; // a gigabyte
    auto const refused = ui::decode_picture(longer, "x.png");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().line().find("x.png: cannot be shown: its end is missing") != std::string::npos);
    CHECK_FALSE(ui::decode_picture(whole.value().substr(0, whole.value().size() - 13), "x.png").ok());
}

TEST_CASE("a picture covers its frame, whatever its shape")
{
    for (auto const& [width, height] : {std::pair{1, 1}, std::pair{2000, 3}, std::pair{3, 2000}, std::pair{64, 48}}) {
        Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4), 200)};
        auto const covered = cover(image, 40, 30);
        CHECK(covered.rgba.size() == 40 * 30 * 4);
        CHECK(static_cast<int>(covered.rgba[0]) == 200);
    }
}

TEST_CASE("a code holds its address, or says that it is too long")
{
    CHECK(make_qr_code("https://jedisstop.be/").value().side == 29);
    CHECK_FALSE(make_qr_code(std::string(4000, 'x')).ok());
}
