// Slips of whoever writes content in an office, which once passed or were told in a circle: each is one message, at the
// line that is to be mended, with what to write there.
#include "support/edited_content.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace kiosk;
using namespace test;

namespace {

struct OfficeSlip {
    char const* file;
    char const* from;
    char const* to;
    char const* message;
    char const* advice;
};

// The line of what was written, and the only error there is.
void expect_slip(OfficeSlip const& slip)
{
    EditedContent content;
    auto const line = content.replace(slip.file, slip.from, slip.to);
    auto const all = content.errors();
    CAPTURE(slip.to);
    CAPTURE(all);
    Problems errors;
    for (auto& problem : content.problems())
        if (problem.severity == Severity::error) errors.push_back(std::move(problem));
    REQUIRE(errors.size() == 1);
    CHECK(errors.front().place.file == fmt::format("content/{}", slip.file));
    CHECK(errors.front().place.line == line);
    CHECK(errors.front().message.find(slip.message) != std::string::npos);
    CHECK(errors.front().suggestion.find(slip.advice) != std::string::npos);
}

constexpr char const* kOfficeQuiz = "quiz/travellers/quiz.toml";
constexpr char const* kOfficeQuizWords = "quiz/travellers/fr.toml";
constexpr char const* kOfficeGuide = "guides/support/guide.toml";
constexpr char const* kOfficeChannels = "reporting/channels.toml";
constexpr char const* kOfficePlaces = "reporting/places.toml";

} // namespace

TEST_CASE("a section of words whose line is lost, or has brackets of a list, is one fault with that line")
{
    expect_slip({kOfficeQuizWords, "[where-to-report]\nquestion", "question", "the line [where-to-report] is missing",
                 "write [where-to-report] above line"});
    expect_slip(
        {"display/fair/fr.toml", "[about]\ntitle", "title", "the line [about] is missing", "write [about] above"});
    expect_slip({kOfficeQuizWords, "[age]", "[[age]]", "[[age]] has two brackets", "write [age]"});
    expect_slip({"guides/support/fr.toml", "[survivors]", "[[survivors]]", "has two brackets", "write [survivors]"});
    expect_slip({kOfficeGuide, "[[page]]\nid", "id", "the line [[page]] is missing above this one",
                 "write [[page]] above line"});
}

TEST_CASE("what is written of a list or a text is shown as it belongs")
{
    expect_slip({"kiosk.toml", "campaigns = [\"dont-look-away\", \"stop-prostitution-enfantine\"]",
                 "campaigns = \"dont-look-away, stop-prostitution-enfantine\"", "must be a list",
                 "campaigns = [\"dont-look-away\", \"stop-prostitution-enfantine\"]"});
    expect_slip({kOfficeGuide, "picture = \"lighthouse\"", "picture = \"C:\\\\Images\\\\gone.png\"",
                 "there is no picture", "write \"gone\" alone, and put gone.png into content/pictures"});
    expect_slip({"guides/support/fr.toml", "subtitle = \"Pour vous", "subtitle = L’aide pour vous",
                 "the \" at the beginning of the text is missing", ""});
    expect_slip({kOfficeQuiz, "answers = [\"a\", \"b\", \"c\"]\nright = [\"c\"]",
                 "answers = [\"a\", \"b\", \"c\", \"d\", \"e\"]\nright = [\"c\"]",
                 "has 5, and must have two to four answers", ""});
}

TEST_CASE("a mistake in a record is told at the line of its key, and not of the record")
{
    expect_slip({kOfficeQuiz, "right = [\"c\"]", "right = [\"f\"]", "calls \"f\" right", ""});
    expect_slip({kOfficeQuiz, "sources = [\"the-code\"]", "sources = [\"te-code\"]", "'te-code'", ""});
    expect_slip({kOfficeQuiz, "pair = \"where-to-report\"", "pair = \"wherever\"", "the pair 'wherever'", ""});
    expect_slip({kOfficeGuide, "picture = \"lighthouse\"", "picture = \"gone\"", "there is no picture",
                 "put gone.png into content/pictures"});
    expect_slip({kOfficePlaces, "channels = [\"be-form\", \"be-116000\"]", "channels = [\"be-from\", \"be-116000\"]",
                 "'be-from'", "be-form"});
    expect_slip({"sources.toml", "year = \"2016\"", "year = \"20166\"", "is no year", "four digits"});
}

TEST_CASE("what an editor fills in by hand is of the form it is to have")
{
    expect_slip({"sources.toml", "confidence = \"B+\"", "confidence = \"Z\"", "'Z' is no confidence", "A or B"});
    expect_slip({"sources.toml", "url = \"https://isaystop.com/faq/\"",
                 "url = \"https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fisaystop.com\"",
                 "is a detour of a program of mail", "as the browser shows it"});
    expect_slip({"sources.toml", "url = \"https://isaystop.com/faq/\"", "url = \"https://isaystop,com/faq/\"",
                 "no host has", ""});
    expect_slip(
        {"interface/fr.toml", "reviewed_on = \"\"", "reviewed_on = \"hier\"", "is no day", "year, month and day"});
    expect_slip(
        {kOfficeChannels, "verified_on = \"\"", "verified_on = \"2026-13-40\"", "is no day", "year, month and day"});
    for (auto const* now : {"now = \"n'importe quoi\"", "now = \"stopchildprostitution.be\""})
        expect_slip(
            {"reporting/historic.toml", "now = \"jedisstop.be\"", now, "now = ", "the host that there is today"});
}

TEST_CASE("a number that nobody would reach is told, as far as a rule knows")
{
    // Excel takes a 0 away that a number begins with.
    EditedContent content;
    auto text = content.text(kOfficeChannels);
    auto const zero = text.find("phone = \"0");
    REQUIRE(zero != std::string::npos);
    auto const whole = text.substr(zero, text.find('\n', zero) - zero);
    auto const lost = "phone = \"" + whole.substr(std::string("phone = \"0").size());
    CAPTURE(whole);
    expect_slip({kOfficeChannels, whole.c_str(), lost.c_str(), "begins with neither 0 nor +", whole.c_str()});
}

TEST_CASE("another number than 112 answers all calls in no country of the Union")
{
    EditedContent content;
    content.replace(kOfficePlaces, "number = \"911\"\nanswers = \"all\"\ncountries = [\"CA\"]",
                    "number = \"911\"\nanswers = \"all\"\ncountries = [\"CA\", \"FR\"]");
    auto const all = content.errors();
    CAPTURE(all);
    CHECK(all.find("the emergency number 911 is said to answer all calls in FR, and there it is 112") !=
          std::string::npos);
}

TEST_CASE("one avoided term of a language that nobody speaks here is a slip, and several are of one to come")
{
    auto const told = [](std::string const& terms) {
        EditedContent content;
        content.put("avoided.toml", content.text("avoided.toml") + terms);
        std::string warnings;
        for (auto const& problem : content.problems()) warnings += problem.line() + '\n';
        return warnings.find("one avoided term is of 'ne'") != std::string::npos;
    };
    constexpr char const* kTerm = "\n[[avoid]]\nlanguage = \"ne\"\nterm = \"kinderseks{}\"\ninstead = \"misbruik\"\n";
    CHECK(told(fmt::format(fmt::runtime(kTerm), "")));
    CHECK_FALSE(told(fmt::format(fmt::runtime(kTerm), "") + fmt::format(fmt::runtime(kTerm), "reis")));
}

TEST_CASE("the end of another word is no avoided term")
{
    for (auto const* words :
         {"Same-sex tourists are welcome.", "Essex tourism is a board.", "Unisex tours are a name."}) {
        EditedContent content;
        content.replace("guides/support/en.toml", "subtitle = \"", fmt::format("subtitle = \"{} ", words));
        CAPTURE(words);
        CHECK(content.errors().empty());
    }
    for (auto const* words : {"Essex tourism, and sex tourism.", "It promotes sex tourism.", "Unisex sex tourism."}) {
        EditedContent content;
        content.replace("guides/support/en.toml", "subtitle = \"", fmt::format("subtitle = \"{} ", words));
        CAPTURE(words);
        CHECK(content.errors().find("'sex tourism'") != std::string::npos);
    }
}
