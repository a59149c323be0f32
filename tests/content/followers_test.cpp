// One cause, one message: what follows from a fault is not reported beside it.
#include "support/edited_content.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

// What is said beside what the shipped content is warned of.
std::vector<std::string> said_beside(EditedContent const& content)
{
    static auto const kShipped = [] {
        std::vector<std::string> lines;
        for (auto const& problem : EditedContent().problems()) lines.push_back(problem.message);
        return lines;
    }();
    std::vector<std::string> lines;
    for (auto const& problem : content.problems())
        if (std::find(kShipped.begin(), kShipped.end(), problem.message) == kShipped.end() &&
            problem.message.find("have not been tried by a person") == std::string::npos)
            lines.push_back(problem.line());
    return lines;
}

void expect_only(EditedContent const& content, std::string const& begins, std::string const& holds)
{
    auto const lines = said_beside(content);
    auto const all = fmt::format("{}", fmt::join(lines, "\n"));
    CAPTURE(all);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.size() == 1);
    CHECK(lines.front().starts_with("content/" + begins));
    CHECK(lines.front().find(holds) != std::string::npos);
}

struct Causing {
    char const *file, *from, *to;
    char const* told;       // where, if not in this file
    char const* words = ""; // of the message
};

constexpr char const* kCausePages = "campaigns/dont-look-away/campaign.toml";
constexpr char const* kCauseWords = "campaigns/dont-look-away/en.toml";
constexpr char const* kCauseQuiz = "quiz/travellers/quiz.toml";
constexpr char const* kCauseChannels = "reporting/channels.toml";
constexpr char const* kCauseUntried = "verified_on = \"\"\nverified_by = \"\"";

void expect_only_each(std::initializer_list<Causing> slips)
{
    for (auto const& slip : slips) {
        EditedContent content;
        auto const line = content.replace(slip.file, slip.from, slip.to);
        CAPTURE(slip.file);
        CAPTURE(slip.to);
        expect_only(content, *slip.told ? slip.told : fmt::format("{}:{}:", slip.file, line), slip.words);
    }
}

} // namespace

TEST_CASE("a file that cannot be read is told at its line, and nobody misses what is in it")
{
    constexpr char const* kRest = "the rest of this file is looked at once this is mended";
    expect_only_each({{"kiosk.toml", "quiz = \"travellers\"", "quiz = travellers", "", kRest},
                      {"avoided.toml", "[[avoid]]", "[avoid]", "", kRest},
                      {"sources.toml", "year = \"2016\"", "year = \"2016", "", kRest},
                      {kCausePages, "picture = \"railway-platform\"", "picture = terrace", "", kRest},
                      {kCauseWords, "subtitle = \"", "subtitle = ", "", kRest},
                      {"guides/support/guide.toml", "picture = \"lighthouse\"", "picture : \"lighthouse\"", "", kRest},
                      {kCauseQuiz, "draw = 6", "draw 6", "", kRest},
                      {"quiz/travellers/fr.toml", "title = \"", "title = ", "", kRest},
                      {"display/fair/display.toml", "picture = \"lighthouse\"", "picture = lighthouse", "", kRest},
                      {"reporting/reporting.toml", "home = \"BE\"", "home = BE", "", kRest},
                      {"reporting/historic.toml", "[[historic]]", "[[historic]", "", kRest},
                      {"reporting/places.toml", "countries = [", "countries = ", "", kRest},
                      {"reporting/fr.toml", "name = \"", "name = “", "", kRest},
                      {kCauseChannels, "runs_it = \"ECPAT Belgium\"", "runs_it = “ECPAT Belgium”", "", kRest},
                      {"interface/fr.toml", "[home]", "[home", "", kRest},
                      {"staff/screen/de.toml", "leave = \"", "leave = ", "", kRest}});
    for (auto const* file :
         {"kiosk.toml", "sources.toml", kCausePages, kCauseWords, kCauseQuiz, kCauseChannels, "reporting/places.toml",
          "reporting/historic.toml", "interface/nl.toml", "reporting/de.toml"}) {
        EditedContent content;
        content.put(file, "# all gone\n");
        CAPTURE(file);
        expect_only(content, fmt::format("{}:1:1:", file), "nothing is in this file");
    }
}

TEST_CASE("an id that is there twice, or is written otherwise than its words, is told once")
{
    expect_only_each(
        {{kCausePages, "id = \"harm\"", "id = \"what\"",
          "campaigns/dont-look-away/campaign.toml:11:", "is there twice"},
         {kCauseChannels, "id = \"be-116000\"", "id = \"be-form\"", "reporting/channels.toml:26:", "is there twice"},
         {kCauseQuiz, "id = \"the-code\"", "id = \"where-to-report\"", "quiz/travellers/quiz.toml:", "is there twice"},
         {"kiosk.toml", "id = \"law\"", "id = \"see\"", "", "is there twice"},
         {kCausePages, "id = \"what\"", "id = \"whot\"",
          "campaigns/dont-look-away/campaign.toml:5:", "write 'what' here"},
         {kCausePages, "id = \"what\"", "id = \"intro\"",
          "campaigns/dont-look-away/campaign.toml:5:", "write 'what' here"},
         {kCauseChannels, "id = \"be-form\"", "id = \"be-fomr\"", "reporting/channels.toml:8:", "write 'be-form' here"},
         {"sources.toml", "id = \"the-code\"", "id = \"the-codes\"", "sources.toml:", "write id = \"the-code\" here"},
         {"reporting/reporting.toml", "\"vehicle\"", "\"vehicel\"", "", "write 'vehicle' here"},
         {"reporting/reporting.toml", "\"vehicle\", ", "", "reporting/en.toml:",
          "list it in reporting.toml, or take [note.vehicle] out of en.toml, fr.toml, nl.toml, de.toml"},
         {kCauseWords, "[law]", "[Law]", "campaigns/dont-look-away/en.toml:28:", "write [law]"},
         {"campaigns/dont-look-away/fr.toml", "[law]", "[loi]", "", "write [law]"},
         {"interface/fr.toml", "[home]", "[accueil]", "", "write [home]"},
         {"interface/fr.toml", "begin = ", "begin_ = ", "", "did you mean 'attract.begin'?"},
         {"interface/fr.toml", "begin = ", "commencer = ", "", "did you mean 'attract.begin'? Then write begin = …"},
         {"interface/fr.toml", "[home]\n", "", "interface/fr.toml:32:", "write [home] above line 32"},
         {"interface/fr.toml", "[attract]\n", "", "interface/fr.toml:6:", "write [attract] above line 6"},
         {"kiosk.toml", "id = \"see\"", "id = \"vu\"", "kiosk.toml:", "write id = \"see\" here"},
         {"kiosk.toml", "languages = [\"en\", \"fr\", \"nl\", \"de\"]", "languages = []", "", "'languages' is empty"},
         {"sources.toml", "confidence = \"A\"", "confidence = \"C\"", "", "is of confidence 'C'"},
         {kCausePages, "layout = ", "apart = \"oui\"\nlayout = ", "", "write it without quotes: apart = true"},
         {kCausePages, "layout = ", "numbered = \"oui\"\nlayout = ", "", "write it without quotes: numbered = true"},
         {kCauseQuiz, "draw = 6", "draw = \"dix\"", "", "write it in digits, without quotes: draw = 10"}});
}

TEST_CASE("a value that is refused is told once, and is not missed where it is referred to")
{
    expect_only_each(
        {{kCauseChannels,
          "phone = \"119\"\nphone_free = \"yes\"\nhours = \"24/7\"\nworks_from = \"country\"\nfrom_abroad",
          "phone = 119\nphone_free = \"yes\"\nhours = \"24/7\"\nworks_from = \"country\"\nfrom_abroad", "",
          "put it in double quotes: phone = \"119\""},
         {kCauseChannels, "phone = \"0800\u00A0200\u00A099\"", "phone = \"0800-200-99\"", "", "is no telephone number"},
         {kCauseChannels, "phone = \"116\u00A0000\"", "phone = 116000", "", "phone = \"116000\""},
         {kCauseChannels, "https://isaystop.com/\"", "isaystop.com\"", "", "is not an https address"},
         {kCauseChannels, "https://seos.be/", "https://www.stopprostitutionenfantine.be/", "",
          "today it is 'jedisstop.be'"},
         {kCauseChannels, "url = { fr = \"https://seos.be/\" }", "url = \"https://seos.be/\"", "",
          "write url = { fr = \"https://seos.be/\" }"},
         {kCauseChannels, kCauseUntried, "verified_on = \"25/11/2026\"\nverified_by = \"A\"", "", "is no day"},
         {kCauseChannels, kCauseUntried, "verified_on = \"2062-11-25\"\nverified_by = \"A\"", "", "has not come yet"},
         {kCauseChannels, kCauseUntried, "verified_on = 2026-11-20\nverified_by = \"A\"", "",
          "verified_on = \"2026-11-20\""},
         {kCauseChannels, kCauseUntried, "verified_on = \"2026-11-20\"\nverified_by = \"A\"", "",
          "is marked as tried by hand"},
         {kCauseChannels, "phone_free = \"yes\"", "phone_free = true", "", "write \"unknown\", \"yes\" or \"no\""},
         {kCauseChannels, "anonymous = \"yes\"", "anonymous = \"\"", "",
          "'anonymous' is empty (write \"unknown\", \"yes\""},
         {"display/fair/display.toml", "kind = \"code\"", "kind = \"cod\"", "",
          "write \"statement\", \"fact\" or \"code\""},
         {"reporting/places.toml", "kind = \"at-sea\"", "kind = \"atsea\"", "", "write \"country\", \"at-sea\""},
         {kCauseQuiz, "kind = \"several\"", "kind = \"multiple\"", "", "write \"single\", \"several\""},
         {kCauseQuiz, "answers = ", "answer = ", "", "did you mean 'answers'?"},
         {kCauseQuiz, "draw = 6", "draw = \"6\"", "", "write it without quotes: draw = 6"},
         {kCauseQuiz, "right = [\"b\"]", "right = [\"B\"]",
          "quiz/travellers/quiz.toml:37:", "its answers are in small letters: right = [\"b\"]"},
         {kCauseQuiz, "right = [\"b\"]", "right = [\"z\"]",
          "quiz/travellers/quiz.toml:37:", "its answers are a, b, c, d"},
         {kCausePages, "sources = [\"dont-look-away-belgium\"]", "sources = \"dont-look-away-belgium\"", "",
          "sources = [\"dont-look-away-belgium\"]"},
         {kCauseWords, "[what]\ntitle", "[what]\ntitel",
          "campaigns/dont-look-away/en.toml:8:", "did you mean 'title'?"},
         {kCauseWords, "[what]\ntitle", "[what]\nTitle",
          "campaigns/dont-look-away/en.toml:8:", "did you mean 'title'?"}});
}

TEST_CASE("answers, lists and languages that are not as they must be are told once, and not in every file of words")
{
    constexpr char const* kAnswers = "answers = [\"a\", \"b\", \"c\", \"d\"]";
    constexpr char const* kTold = "quiz/travellers/quiz.toml:36:";
    expect_only_each(
        {{kCauseQuiz, kAnswers, "answers = [\"a\", \"b\", \"c\", \"d\", \"e\"]", kTold,
          "must have two to four answers"},
         {kCauseQuiz, kAnswers, "answers = [\"a\"]", kTold, "must have two to four answers"},
         {kCauseQuiz, kAnswers, "answers = [\"a\", \"a\", \"b\"]", kTold, "names an answer twice"},
         {kCauseChannels, "[[channel]]", "[[canal]]", "", "(write [[channel]])"},
         {kCausePages, "[[page]]", "[[seite]]", "", "(write [[page]])"},
         {"interface/fr.toml", "begin = \"Touchez pour le garder ouvert\"", "begin = 3", "",
          "'attract.begin' must be a text"},
         {"kiosk.toml", ", \"de\"]", "]", "kiosk.toml:4:", "German (de) is not offered, and 12 files have its words"}});
}

TEST_CASE("what every language lacks, or has too much, is told once, where it began")
{
    EditedContent slide;
    slide.put("kiosk.toml", slide.text("kiosk.toml") + "\n[[attract]]\nid = \"new\"\npicture = \"terrace\"\n");
    expect_only(slide,
                "kiosk.toml:80:", "write new = \"…\" and new_sub = \"…\" below [attract] in interface/en.toml, fr");
    expect_only_each(
        {{kCauseChannels, "languages = [\"nl\", \"fr\"]", "languages = [\"tr\", \"fr\"]",
          "reporting/channels.toml:", "write tr = \"…\" below [language_name] in interface/en.toml"},
         {"kiosk.toml", "[[attract]]\nid = \"doubt\"\npicture = \"terrace\"\n", "",
          "interface/en.toml:", "nothing on the kiosk asks for 'attract.doubt', 'attract.doubt_sub' (take it out of"},
         {"kiosk.toml", "languages = [\"en\"", "languages = [\"EN\"", "", "in small letters: \"en\""},
         {"kiosk.toml", "\"de\"]", "\"de\", \"es\"]", "", "Spanish (es): 12 files are missing: interface/es.toml"},
         {"kiosk.toml", "quiz = \"travellers\"", "quiz = \"traveller\"", "", "write \"travellers\" here"}});
}

TEST_CASE("a folder or a file that has another name is told once, with the name that it has")
{
    EditedContent folder;
    EditedContent ending;
    for (auto const& file : EditedContent().files()) {
        std::string const old = "campaigns/dont-look-away/";
        if (!file.starts_with(old)) continue;
        folder.put("campaigns/dont-look-away-2/" + file.substr(old.size()), folder.text(file));
        folder.remove(file);
    }
    expect_only(folder, "kiosk.toml:6:", "there is campaigns/dont-look-away-2: write \"dont-look-away-2\" here");
    ending.remove(kCauseWords);
    expect_only(ending, kCauseWords, "is not there");
    auto const read = content::read_content(std::filesystem::path(KIOSK_SOURCES) / "content/kiosk.toml");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().message == "is a file, and content is a folder");
    CHECK(content::check_content(read.content, {}).empty());
}

TEST_CASE("a review that was written by hand is none, and is told as that")
{
    expect_only_each({{"interface/fr.toml", "status = \"draft\"", "status = \"reviewed\"", "", "reviewed by hand"},
                      {"interface/fr.toml", "status = \"draft\"\nreviewed_by = \"\"\nreviewed_on = \"\"",
                       "status = \"reviewed\"\nreviewed_by = \"A\"\nreviewed_on = \"2026-11-20\"", "",
                       "only \"kiosk-content reviewed content/interface/fr.toml --by NAME\" counts"}});
}

TEST_CASE("a reference whose words were translated gets the one that was meant")
{
    expect_only_each(
        {{"reporting/fr.toml", "text = \"", "text = \"{canal.be-form.adresse} ", "", "write {channel.be-form.address}"},
         {"reporting/de.toml", "text = \"", "text = \"{channel.be-116000.telefon} ", "",
          "write {channel.be-116000.phone}"},
         {"reporting/fr.toml", "text = \"", "text = \"{urgence.BE.112} ", "", "write {emergency.BE.112}"},
         {"reporting/fr.toml", "{emergency.RO.112}", "emergency.RO.112}", "", "this text lacks"}});
}
