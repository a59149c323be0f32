// The text engine against HarfBuzz's own program, and writing that runs from right to left.
#include "base/utf8.h"
#include "ui/stage.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

struct Letters {
    Letters() : stage(textures, {Fonts::installed_folders(), {}, Execution::at_once, {}}, problems) {}
    ShapedText const& shape(std::string const& text, std::string const& language, float width = 100000,
                            Face face = Face::regular)
    {
        return stage.text().shape(text, language, {face, 1000, 1.5F, Wrap::natural}, width);
    }
    NoTextures textures;
    Problems problems;
    Stage stage;
};

// The width that hb-shape gives, in thousandths of an em.
double width_by_hb_shape(std::string const& font, std::string const& text, std::string const& language)
{
    auto const command = fmt::format("hb-shape --no-glyph-names --no-clusters --font-size=1000 --language={} {} '{}'",
                                     language, font, text);
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::string out;
    for (int letter = std::fgetc(pipe); letter != EOF; letter = std::fgetc(pipe))
        out.push_back(static_cast<char>(letter));
    REQUIRE(pclose(pipe) == 0);
    double width = 0; // [43=0+612|21=1+598]
    for (auto at = out.find('+'); at != std::string::npos; at = out.find('+', at + 1))
        width += std::atof(out.c_str() + at + 1);
    return width;
}

// The glyphs' pens from left to right, as the characters' order would show.
std::vector<float> pens(ShapedText const& shaped)
{
    std::vector<float> pens;
    for (auto const& glyph : shaped.glyphs) pens.push_back(glyph.x);
    return pens;
}

} // namespace

TEST_CASE("widths agree with hb-shape, in every language that ships and in Ukrainian")
{
    Letters letters;
    std::string const inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";
    for (auto const& [language, sample] :
         {std::pair<std::string, std::string>{"en", "AVATAR To Wave: 24/7, fi ffl \"quotes\""},
          {"fr", "Ça n’arrive qu’aux autres ? Où êtes-vous, Œdipe ?"},
          {"nl", "Vóór één januari: ’s-Hertogenbosch, IJsselmeer"},
          {"de", "Straßenverkehrsordnung, Übergrößenträger, „Äpfel“"},
          {"uk", "Не відводьте погляд: повідомте про це"}}) {
        auto const& text = sample; // clang 14 captures no binding
        CAPTURE(text);
        CHECK(letters.shape(text, language).size.width ==
              doctest::Approx(width_by_hb_shape(inter, text, language)).epsilon(0.002));
    }
}

TEST_CASE("Arabic is joined as HarfBuzz joins it, and stands at the right of its block")
{
    Letters letters;
    std::string const text = "لا تغض الطرف";
    auto const shaped = letters.shape(text, "ar");
    CHECK(shaped.right_to_left);
    CHECK(letters.stage.text().missing().empty());
    CHECK(shaped.size.width ==
          doctest::Approx(width_by_hb_shape("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf", text, "ar"))
              .epsilon(0.02)); // its spaces are Inter's where the text begins with one
    auto const& wrapped = letters.shape("لا تغض الطرف عن الأطفال في السفر", "ar", 6000);
    REQUIRE(wrapped.lines > 1);
    std::map<float, float> right_edges; // by line
    for (auto const& glyph : wrapped.glyphs) right_edges[glyph.y] = std::max(right_edges[glyph.y], glyph.x);
    // The last line is shorter, and its right edge is where the others' is.
    CHECK(std::abs(right_edges.begin()->second - right_edges.rbegin()->second) < 700);
}

TEST_CASE("a telephone number keeps its order among Arabic words")
{
    Letters letters;
    for (std::string const number : {"116 000", "+32 2 475 44 11", "116 000"}) {
        std::string const before = "اتصل ";
        auto const all = letters.shape(before + number + " الآن", "ar");
        auto const alone = letters.shape(number, "ar");
        // The digits' glyphs, by what they are alone, in the same order from left to right.
        std::vector<std::uint32_t> wanted;
        for (auto const& glyph : alone.glyphs) wanted.push_back(glyph.glyph);
        auto sorted = all.glyphs;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](PlacedGlyph const& a, PlacedGlyph const& b) { return a.x < b.x; });
        std::vector<std::uint32_t> seen;
        for (auto const& glyph : sorted)
            if (glyph.font == alone.glyphs.front().font) seen.push_back(glyph.glyph);
        CAPTURE(number);
        CHECK(std::search(seen.begin(), seen.end(), wanted.begin(), wanted.end()) != seen.end());
    }
}

TEST_CASE("a value between the marks of Unicode that isolate it is drawn without them, and in its own order")
{
    Letters letters;
    std::string const number = "+32 2 522";
    auto const& isolated = letters.shape("اتصل بالرقم \u2066" + number + "\u2069 الآن", "ar");
    CHECK(letters.stage.text().missing().empty());
    auto const with_marks = isolated.size.width;
    CHECK(with_marks ==
          doctest::Approx(letters.shape("اتصل بالرقم " + number + " الآن", "ar").size.width).epsilon(0.001));
    // A name of the other direction beside a number: each keeps its place.
    auto const& text = letters.shape("\u2068Child Focus\u2069 \u2068116 000\u2069", "ar");
    std::vector<float> digits;
    for (auto const& glyph : text.glyphs) digits.push_back(glyph.x);
    CHECK_FALSE(digits.empty());
    CHECK(letters.stage.text().missing().empty());
}

TEST_CASE("Latin words inside Arabic run from left to right")
{
    Letters letters;
    auto const& mixed = letters.shape("زر jedisstop.be اليوم", "ar");
    CHECK(mixed.right_to_left);
    auto const& alone = letters.shape("jedisstop.be", "ar");
    CHECK_FALSE(alone.right_to_left);
    auto const x = pens(alone);
    CHECK(std::is_sorted(x.begin(), x.end()));
}

TEST_CASE("a character that no font has is named, and something is drawn in its place")
{
    Letters letters;
    auto const& shaped = letters.shape("a\U00013000b", "en"); // an Egyptian hieroglyph
    CHECK(shaped.glyphs.size() == 3);
    CHECK(letters.stage.text().missing() == std::set<char32_t>{U'\U00013000'});
}

TEST_CASE("the strings people publish to break text are drawn line by line without a fault")
{
    Letters letters;
    std::string zalgo = "Z";
    for (int i = 0; i < 200; ++i) append_utf8(zalgo, static_cast<char32_t>(0x0300 + i % 0x70));
    std::vector<std::string> const odd{
        zalgo + "algo",
        "\u202Egnol\u202C \u2066left\u2069 \u2067right\u2069",
        "\xED\xA0\x80\xED\xBF\xBF",                           // lone surrogates
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",       // joined emoji
        "\u200B\u200C\u200D\uFEFF",                           // nothing to see
        "\u1100\u1161\u11A8 \u0E01\u0E33 \u0915\u094D\u0937", // Hangul, Thai and Devanagari parts
        std::string("a\0b", 3),
        "***",
        "\r\n\t\v\f",
        "ﷺ",
        "ﬃ ﬄ",
        "\u2028\u2029",
        "\u0644\u0627\u064B\u0651 1234 \u0661\u0662\u0663 (a) [\u0628]",
        std::string(400, '\xFF'),
        "\U0010FFFF\uFFFE\uFFFF",
    };
    for (auto const& text : odd)
        for (std::string const language : {"en", "ar", "", "xx-nonsense-language-code"})
            for (float const width : {0.F, 1.F, 500.F, 4000.F}) {
                auto const& shaped = letters.shape(text, language, width);
                CHECK(shaped.lines >= 1);
                CHECK(shaped.size.height == doctest::Approx(1500.F * static_cast<float>(shaped.lines)));
                CHECK(std::isfinite(shaped.size.width));
            }
    // A line for each line, whatever is in it.
    CHECK(letters.shape(zalgo + "\n" + zalgo + "\n\n\u202E\n", "en").lines == 5);
}
