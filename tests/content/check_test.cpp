// One fault a rule: each makes the shipped content worse in one way and expects the one line that says so.
#include "content/check/check.h"
#include "support/kiosk.h"
#include "toml/toml.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::content;
using namespace kiosk::toml;

namespace {

template <typename Change>
std::string errors_after(Change change)
{
    auto content = test::shipped_content();
    change(content);
    std::string lines;
    for (auto const& problem :
         check_content(content, {[](std::string const& name) { return name != "gone"; }, "2026-11-23"}))
        if (problem.severity == Severity::error) lines += problem.line() + "\n";
    return lines;
}

void expect(std::string const& lines, std::string const& part)
{
    CAPTURE(lines);
    CHECK(lines.find(part) != std::string::npos);
}

Channel& form(Content& content) { return content.reporting.channels.front(); }

void lead(Channel& channel, Language const& language, std::string const& host)
{
    channel.url.insert_or_assign(language, Address::read("https://" + host + "/").value());
}

} // namespace

TEST_CASE("an address must be on no historic host")
{
    expect(errors_after([](Content& content) { lead(form(content), "fr", "www.stopprostitutionenfantine.be"); }),
           "'www.stopprostitutionenfantine.be' is a historic address");
}

TEST_CASE("every historic address is refused")
{
    for (auto const& historic : test::shipped_content().reporting.historic)
        expect(errors_after([&](Content& content) { lead(form(content), "en", historic.host); }),
               "is a historic address");
}

TEST_CASE("a channel without source, of confidence C, half verified or without any way to reach it is an error")
{
    expect(errors_after([](Content& content) { form(content).source.clear(); }), "has no source");
    expect(errors_after([](Content& content) { form(content).confidence = "C"; }), "is of confidence 'C'");
    expect(errors_after([](Content& content) { form(content).verified_on = "2026-11-01"; }), "is half verified");
    expect(errors_after([](Content& content) { form(content).url.clear(); }), "has neither an address nor a telephone");
}

TEST_CASE("a release refuses a channel whose trial is more than a year old")
{
    auto const verify = [](Content& content, std::string const& day) {
        content.edition = Edition::release;
        for (auto& channel : content.reporting.channels) {
            channel.verified_on = day;
            channel.verified_by = "A. Person";
            channel.verified_mark = channel.mark();
        }
        for (auto& file : content.words_files) file.review.reviewed = true;
    };
    CHECK(errors_after([&](Content& content) { verify(content, "2026-01-01"); }).empty());
    expect(errors_after([&](Content& content) { verify(content, "2025-11-22"); }), "was last tried on 2025-11-22");
}

TEST_CASE("words that are missing in one language are said with their file")
{
    expect(errors_after([](Content& content) { content.campaigns[0].pages[0].words.erase("nl"); }),
           "content/campaigns/dont-look-away/nl.toml:1:1: error: page 'what' has no words in 'nl' (add [what], as "
           "the file of another language has it)");
    expect(errors_after([](Content& content) { content.quizzes.front().questions[0].words.erase("de"); }),
           "has no words in 'de'");
    expect(errors_after([](Content& content) { form(content).words.erase("fr"); }),
           "channel 'be-form' has no words in 'fr'");
}

TEST_CASE("a question needs two to four answers, a right one among them, and a source")
{
    auto const question = [](Content& content) -> Question& { return content.quizzes.front().questions[1]; };
    expect(errors_after([&](Content& content) { question(content).right = {"z"}; }),
           "calls \"z\" right, which is no answer of it");
    expect(errors_after([&](Content& content) { question(content).right.clear(); }), "has no right answer");
    expect(errors_after([&](Content& content) { question(content).answers = {"a"}; }), "must have two to four answers");
    expect(errors_after([&](Content& content) { question(content).sources.clear(); }), "has no source");
    expect(errors_after([&](Content& content) { question(content).sources = {"the-cod"}; }),
           "did you mean 'the-code'?");
    expect(errors_after([](Content& content) { content.quizzes.front().pair = "nothing"; }),
           "the pair 'nothing' is not a question");
    expect(errors_after([](Content& content) {
               content.quizzes.front().questions.push_back(content.quizzes.front().questions[0]);
           }),
           "is there twice");
}

TEST_CASE("pictures and channels that pages name must exist; an emergency number needs its source")
{
    expect(errors_after([](Content& content) { content.campaigns[0].pages[0].picture = "gone"; }),
           "there is no picture 'gone'");
    expect(errors_after([](Content& content) { content.support.pages[0].channels = {"none"}; }),
           "a channel 'none' that does not exist");
    expect(errors_after([](Content& content) { content.reporting.emergency[0].source.clear(); }),
           "has no source that was read");
    expect(errors_after([](Content& content) { content.reporting.places.back().channels.clear(); }), "has 0 channels");
}

TEST_CASE("TOML faults are said with line and column, and all faults of a table at once")
{
    Problems problems;
    CHECK_FALSE(parse_toml("a = 1\nb = = 2\n", "x.toml", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.line == 2);
    problems.clear();
    CHECK_FALSE(parse_toml("a = \"\xFF\"\n", "x.toml", problems));
    CHECK(problems[0].line() == "x.toml:1:1: error: a letter of this line is saved in another encoding than the kiosk "
                                "reads (open it in Notepad, choose Save as, and there Encoding: UTF-8)");

    problems.clear();
    auto const root = parse_toml("title = 7\ntetx = [\"a\"]\n", "x.toml", problems);
    REQUIRE(root);
    TableReader reader(*root, "page 'a'", problems);
    reader.text("title");
    reader.texts("text");
    reader.finish();
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].line() == "x.toml:1:1: error: 'title' must be a text (put it in double quotes: title = \"7\")");
    CHECK(problems[1].line() == "x.toml:2:1: error: page 'a' does not know the key 'tetx' (did you mean 'text'?)");
}

TEST_CASE("a letter outside quotes, of any script, is a Problem with its line")
{
    for (std::string const slip : {"a = [ \"x\", é ]\n", "a = 1 ệ\n", "\u1234 = 1\n", "a = [\u2E3A]\n", "[ü]\n"}) {
        Problems problems;
        CAPTURE(slip);
        CHECK_FALSE(parse_toml(slip, "x.toml", problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].place.line == 1);
    }
}

TEST_CASE("a page with too many words is a warning")
{
    auto content = test::shipped_content();
    std::string longer;
    for (int i = 0; i < 61; ++i) longer += "word ";
    content.campaigns[0].pages[0].words["en"].text = {longer};
    bool warned = false;
    for (auto const& problem : check_content(content, {}))
        warned = warned || problem.message.find("has 61 words") != std::string::npos ||
                 problem.message.find("words") != std::string::npos;
    CHECK(warned);
}

TEST_CASE("a file at which the parser gives up is a Problem with its line")
{
    for (std::string const text : {"a = 1\nb = [}\nc = 2\n", "a = 1\nb = [1,}, 2]", "a = 1\nb = [ {x = }, 1]\n",
                                   "a = 1\nb = [1,-54\"é\"]\n", "a = 1\nb = [1,-54\"\"\"\uFDF7]\n"}) {
        Problems problems;
        CAPTURE(text);
        CHECK_FALSE(toml::parse_toml(text, "x.toml", problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().line().starts_with("x.toml:2:"));
    }
}

TEST_CASE("a heading without a name is a Problem with its line, and an array over several lines is no heading")
{
    for (std::string const heading : {"[=]", "[.a]", "[[=]]", "[#", "[\n]", "[[\n", "[[[1", "[ [a]]", "[ , x]"}) {
        Problems problems;
        CAPTURE(heading);
        CHECK_FALSE(toml::parse_toml("a = [1,\n 2]\n" + heading, "x.toml", problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().place.line == 3);
    }
    for (std::string const text :
         {"a = [\n[\n1, 2],\n[ # two\n3]]\n[b]\nc = 1", "[ a ]", "[[ \"a b\" ]]", "a = [\n  # none\n]"}) {
        Problems problems;
        CAPTURE(text);
        CHECK(toml::parse_toml(text, "x.toml", problems));
        CHECK(problems.empty());
    }
}
