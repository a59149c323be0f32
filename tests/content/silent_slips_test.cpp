// Slips that once passed without a word: each is told at its place, once, as an error where a visitor would be misled
// and as a warning where the text is only less good.
#include "support/edited_content.h"
#include "ui/pictures/image_decode.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

constexpr char const* kSilentChannels = "reporting/channels.toml";
constexpr char const* kSilentQuiz = "quiz/travellers/fr.toml";
constexpr char const* kSilentPages = "campaigns/dont-look-away/fr.toml";

struct SilentSlip {
    Severity severity;
    char const *file, *from, *to;
    char const* words;
    char const* told = ""; // where, if not at this line of this file
};

void expect_told(std::initializer_list<SilentSlip> slips)
{
    static auto const kUsual = EditedContent().problems().size();
    for (auto const& slip : slips) {
        EditedContent content;
        auto const line = content.replace(slip.file, slip.from, slip.to);
        auto const place = *slip.told ? std::string(slip.told) : fmt::format("{}:{}:", slip.file, line);
        CAPTURE(slip.to);
        auto const problems = content.problems();
        std::string lines;
        for (auto const& problem : problems) lines += problem.line() + "\n";
        CAPTURE(lines);
        CHECK(problems.size() == kUsual + 1);
        CHECK(std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
            return problem.severity == slip.severity && problem.line().starts_with("content/" + place) &&
                   problem.line().find(slip.words) != std::string::npos;
        }));
    }
}

constexpr auto kIsError = Severity::error;
constexpr auto kIsWarning = Severity::warning;

} // namespace

TEST_CASE("letters that another program broke, or that only look right, are told")
{
    expect_told({{kIsError, kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"Dâ€™abord ", "this text has 'â€™'",
                  "campaigns/dont-look-away/fr.toml:8:"},
                 {kIsError, kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"RÃ©agir ", "this text has 'Ã©'",
                  "campaigns/dont-look-away/fr.toml:8:"},
                 {kIsError, kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"Vоir ", "'о' of the word 'Vоir'",
                  "campaigns/dont-look-away/fr.toml:8:"},
                 {kIsError, kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"α ",
                  "a letter of another alphabet: 'α'", "campaigns/dont-look-away/fr.toml:8:"},
                 {kIsWarning, kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"Voir  et ", "two blanks",
                  "campaigns/dont-look-away/fr.toml:8:"}});
}

TEST_CASE("a text with two blanks is shown all the same, and one with a broken letter is not")
{
    EditedContent content;
    content.replace(kSilentPages, "[what]\ntitle = \"", "[what]\ntitle = \"Voir  et ");
    CHECK(content.read().content.campaigns[0].pages[0].words.at("fr").title.starts_with("Voir  et "));
    content.replace(kSilentPages, "Voir  et ", "Vâ€™oir ");
    CHECK_FALSE(content.read().content.campaigns[0].pages[0].words.at("fr").title.starts_with("Vâ€™oir "));
}

TEST_CASE("numbers and addresses are told that are spelt out or said to be called")
{
    auto const en = "campaigns/dont-look-away/en.toml";
    auto const there = "campaigns/dont-look-away/en.toml:8:";
    expect_told(
        {{kIsError, en, "[what]\ntitle = \"", "[what]\ntitle = \"Call 117. ", "says to call '117'", there},
         {kIsError, en, "[what]\ntitle = \"", "[what]\ntitle = \"Dial the number 15: ", "says to call '15'", there},
         {kIsError, en, "[what]\ntitle = \"", "[what]\ntitle = \"It is 1-1-2. ", "says to call '112'", there},
         {kIsError, en, "[what]\ntitle = \"", "[what]\ntitle = \"See ecpat dot be: ", "'ecpat dot be'", there}});
    EditedContent content;
    content.replace(en, "[what]\ntitle = \"", "[what]\ntitle = \"Phone calls since 1995, on 12 pages: ");
    CHECK(content.errors().empty());
}

TEST_CASE("what was copied and not translated is told, and names may be the same")
{
    auto const text = EditedContent().text("campaigns/dont-look-away/en.toml");
    auto const begin = text.find("[events]\ntitle = \"") + std::string_view("[events]\ntitle = ").size();
    auto const title = text.substr(begin, text.find('\n', begin) - begin);
    EditedContent content;
    auto const french = content.text(kSilentPages);
    auto const at = french.find("[events]\ntitle = ");
    REQUIRE(at != std::string::npos);
    content.put(kSilentPages, french.substr(0, at) + "[events]\ntitle = \"Big events and many eyes\"" +
                                  french.substr(french.find('\n', at + 10)));
    content.replace("campaigns/dont-look-away/en.toml", title, "\"Big events and many eyes\"");
    auto const problems = content.problems();
    CHECK(std::count_if(problems.begin(), problems.end(), [](Problem const& problem) {
              return problem.severity == Severity::warning &&
                     problem.message == "this text is the same in 'en' and 'fr'";
          }) == 1);
}

TEST_CASE("a number that contradicts what is said of it is told")
{
    expect_told({{kIsError, kSilentChannels, "phone = \"116\u00A0000\"", "phone = \"+32 2 475 44 11\"",
                  "works_from = \"anywhere\""},
                 {kIsError, kSilentChannels, "phone = \"+33\u00A01", "phone = \"+33 01", "has a 0 behind +33",
                  "reporting/channels.toml:"},
                 {kIsError, kSilentChannels, "phone = \"0800\u00A0200\u00A099\"", "phone = \"32 800 200 99\"",
                  "begins with 32, as numbers of its country do from abroad", "reporting/channels.toml:"},
                 {kIsError, kSilentChannels, "phone = \"+33\u00A01", "phone = \"+32 1",
                  "is not of its country, which has +33", "reporting/channels.toml:"},
                 {kIsError, kSilentChannels, "phone = \"+33\u00A01\u00A053\u00A006\u00A038\u00A094\"",
                  "phone = \"+33 1\"", "is too short", "reporting/channels.toml:"}});
}

TEST_CASE("answers that are alike, points that are lost and a number of questions that is not drawn are told")
{
    EditedContent content;
    auto const text = content.text(kSilentQuiz);
    auto const first = text.find("\na = \"", text.find("[age]"));
    auto const answer = text.substr(first + 5, text.find('\n', first + 1) - first - 5);
    auto const second = text.find("\nb = \"", first);
    content.put(kSilentQuiz, text.substr(0, second) + "\nb = " + answer + text.substr(text.find('\n', second + 1)));
    CHECK(content.errors().find("the answers 'a' and 'b' are alike") != std::string::npos);
    expect_told({{kIsWarning, "campaigns/dont-look-away/en.toml", "\"An adult touches a child intimately.\", ", "",
                  "page 'notice' has 3 points here, and 4 in other languages", "campaigns/dont-look-away/en.toml:"},
                 {kIsWarning, "quiz/travellers/en.toml", "Six questions", "Five questions",
                  "speaks of 5 questions, and draw = 6", "quiz/travellers/en.toml:"},
                 {kIsWarning, "quiz/travellers/de.toml", "Sechs Fragen", "7 Fragen", "speaks of 7 questions",
                  "quiz/travellers/de.toml:"}});
}

TEST_CASE("another picture whose words still describe the one before is told once, with the languages")
{
    constexpr char const* kPages = "campaigns/dont-look-away/campaign.toml";
    expect_told({{kIsWarning, kPages, "id = \"notice\"\npicture = \"beach-promenade\"",
                  "id = \"notice\"\npicture = \"terrace\"",
                  "page 'notice' shows 'terrace', and its alt is that of 'beach-promenade' (in de, en, fr, nl)",
                  "campaigns/dont-look-away/campaign.toml:"},
                 {kIsWarning, "campaigns/dont-look-away/fr.toml", "alt = \"Un stade vide après le match.\"",
                  "alt = \"Un phare au-dessus d’une mer calme.\"",
                  "page 'events' shows 'stadium', and its alt is that of 'lighthouse' (in fr)",
                  "campaigns/dont-look-away/campaign.toml:"}});
}

TEST_CASE("what is too long for its box is told")
{
    std::string const long_words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen ";
    expect_told({{kIsWarning, "quiz/travellers/en.toml", "\na = \"", ("\na = \"" + long_words).c_str(),
                  "answer 'a' of question", "quiz/travellers/en.toml:"},
                 {kIsWarning, "quiz/travellers/en.toml", "\nquestion = \"",
                  ("\nquestion = \"" + long_words + long_words).c_str(), "letters (shorten it to 150)",
                  "quiz/travellers/en.toml:"}});
}

TEST_CASE("a source has an address and a year that has come, and an edition has a version")
{
    expect_told(
        {{kIsError, "sources.toml", "url = \"https://ecpat.be/\"", "url = \"ecpat.be\"",
          "url = \"ecpat.be\" is no address", "sources.toml:"},
         {kIsError, "sources.toml", "year = \"2016\"", "year = \"2061\"", "the year 2061 has not come yet",
          "sources.toml:"},
         {kIsError, "sources.toml", "year = \"2016\"", "year = \"16\"", "year = \"16\" is no year", "sources.toml:"},
         {kIsError, "kiosk.toml", "version = \"2026.11.2\"", "version = \"\"", "'version' is empty"}});
}

TEST_CASE("a picture that is not there is told with the nearest that is, and where to put it")
{
    EditedContent content;
    content.replace("campaigns/dont-look-away/campaign.toml", "\"night-market\"", "\"nightmarket\"");
    auto const read = content.read();
    auto const there = [](std::string const& name) { return name != "nightmarket" && !name.ends_with(".png"); };
    auto const said = content::check_content(read.content, {there, "2026-11-25"});
    CHECK(std::any_of(said.begin(), said.end(), [](Problem const& problem) {
        return problem.line().find("there is no picture 'nightmarket' (did you mean 'night-market'? Else put "
                                   "nightmarket.png into content/pictures)") != std::string::npos;
    }));
    content.replace("campaigns/dont-look-away/campaign.toml", "\"nightmarket\"", "\"terrace.png\"");
    auto const ending = content::check_content(content.read().content, {there, "2026-11-25"});
    CHECK(std::any_of(ending.begin(), ending.end(), [](Problem const& problem) {
        return problem.suggestion == "write \"terrace\", without the ending";
    }));
}

TEST_CASE("a picture of another kind is called by its kind")
{
    for (auto const& [bytes, kind] :
         {std::pair(std::string("\xFF\xD8\xFF\xE0 JFIF"), "a JPEG"), std::pair(std::string("GIF89a"), "a GIF"),
          std::pair(std::string("<svg xmlns="), "a drawing (SVG)"),
          std::pair(std::string("RIFF\1\2\3\4WEBPVP8 "), "a WebP")}) {
        auto const picture = ui::decode_picture(bytes, "x.png");
        REQUIRE_FALSE(picture.ok());
        CHECK(picture.error().line().find(std::string("cannot be shown: it is ") + kind) != std::string::npos);
        CHECK(picture.error().advice.find("save it as PNG") != std::string::npos);
    }
}
