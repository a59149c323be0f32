// Losses that would not show on a screen: a line or a place is removed, files are swapped, a deny-list matches nothing.
// Each is reported once, at its cause.
#include "support/edited_content.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace kiosk;
using namespace test;

namespace {

std::vector<std::string> errors_of(EditedContent const& content)
{
    std::vector<std::string> lines;
    for (auto const& problem : content.problems())
        if (problem.severity == Severity::error) lines.push_back(problem.line());
    return lines;
}

// The only error there is.
void expect_error(EditedContent const& content, std::string const& begins, std::string const& holds)
{
    auto const lines = errors_of(content);
    auto const all = fmt::format("{}", fmt::join(lines, "\n"));
    CAPTURE(all);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().starts_with("content/" + begins));
    CHECK(lines.front().find(holds) != std::string::npos);
}

void expect_error(char const* file, char const* from, char const* to, char const* begins, char const* holds)
{
    EditedContent content;
    content.replace(file, from, to);
    CAPTURE(to);
    expect_error(content, begins, holds);
}

constexpr char const* kPlaces = "reporting/places.toml";

} // namespace

TEST_CASE("a channel that is named twice, or that nothing leads to any more, is told")
{
    expect_error(kPlaces, "channels = [\"be-form\", \"be-116000\"]", "channels = [\"be-form\", \"be-form\"]",
                 "reporting/places.toml:", "'BE' has 'be-form' twice in channels");
    expect_error(kPlaces, "channels = [\"be-form\", \"be-116000\"]", "channels = []",
                 "reporting/places.toml:", "'BE' is where this kiosk stands, and has 0 channels");
    expect_error("reporting/channels.toml", "countries = [\"BE\"]", "countries = []",
                 "reporting/channels.toml:", "has nothing in countries");
    EditedContent content;
    auto text = content.text(kPlaces);
    auto const begin = text.find("[[place]]\nid = \"GB\"");
    REQUIRE(begin != std::string::npos);
    text.erase(begin, text.find("[[place]]", begin + 1) - begin);
    content.put(kPlaces, text);
    auto const lines = errors_of(content);
    CHECK(std::all_of(lines.begin(), lines.end(), [](std::string const& line) {
        return line.starts_with("content/reporting/channels.toml:") &&
               line.find("is offered nowhere") != std::string::npos;
    }));
    CHECK_FALSE(lines.empty());
}

TEST_CASE("a first record without its line is one fault, and nothing that refers to it is another")
{
    for (auto const& [file, line] :
         {std::pair("reporting/channels.toml", "[[channel]]"), std::pair("sources.toml", "[[source]]")}) {
        std::string const file_name = file;
        CAPTURE(file_name);
        EditedContent content;
        content.replace(file, fmt::format("{}\n", line), "");
        expect_error(content, file, fmt::format("the line {} is missing above this one", line));
    }
}

TEST_CASE("two files that changed places are told, whichever they are")
{
    for (auto const* folder :
         {"interface", "quiz/travellers", "reporting", "campaigns/dont-look-away", "display/fair", "guides/support"})
        for (auto const& [first, second] : {std::pair("fr", "nl"), std::pair("de", "en"), std::pair("fr", "en")}) {
            EditedContent content;
            auto const one = fmt::format("{}/{}.toml", folder, first),
                       other = fmt::format("{}/{}.toml", folder, second);
            auto const text = content.text(one);
            content.put(one, content.text(other));
            content.put(other, text);
            CAPTURE(one);
            CAPTURE(other);
            auto const lines = errors_of(content);
            CHECK(std::any_of(lines.begin(), lines.end(),
                              [](std::string const& line) { return line.find("this file ") != std::string::npos; }));
        }
}

TEST_CASE("a file that was saved over another language's is told, also those of staff")
{
    for (auto const* folder :
         {"interface", "quiz/travellers", "reporting", "campaigns/dont-look-away",
          "campaigns/stop-prostitution-enfantine", "staff/machine", "staff/figures", "staff/screen"})
        for (auto const& [saved, over] :
             {std::pair("fr", "nl"), std::pair("nl", "fr"), std::pair("en", "de"), std::pair("de", "fr")}) {
            EditedContent content;
            content.put(fmt::format("{}/{}.toml", folder, over),
                        content.text(fmt::format("{}/{}.toml", folder, saved)));
            CAPTURE(std::string(folder));
            std::string const saved_over = over;
            CAPTURE(saved_over);
            auto const lines = errors_of(content);
            CHECK(std::any_of(lines.begin(), lines.end(),
                              [&, name = fmt::format("{}/{}.toml:", folder, over)](std::string const& line) {
                                  return line.starts_with("content/" + name) &&
                                         line.find("this file ") != std::string::npos;
                              }));
        }
}

TEST_CASE("a number that many texts refer to and that is gone is told where it stood")
{
    EditedContent content;
    content.replace(kPlaces, "number = \"112\"\nanswers = \"all\"", "number = \"122\"\nanswers = \"police\"");
    auto const lines = errors_of(content);
    CHECK(std::all_of(lines.begin(), lines.end(), [](std::string const& line) {
        return line.starts_with("content/reporting/places.toml: error: ") &&
               line.find("texts refer to the emergency number 112 of ") != std::string::npos;
    }));
    CHECK_FALSE(lines.empty());
}

TEST_CASE("a number of emergency that is none in the Union is told, and not the texts that refer to the right one")
{
    expect_error(kPlaces, "number = \"112\"", "number = \"122\"",
                 "reporting/places.toml:11:", "is said to answer all calls in AT, and there it is 112");
}

TEST_CASE("what would guard nothing, or everything, is told at its line")
{
    constexpr char const* kHistoric = "reporting/historic.toml";
    constexpr char const* kHost = "host = \"stopprostitutionenfantine.be\"";
    for (auto const* host : {"host = \"https://stopprostitutionenfantine.be\"", "host = \"\"",
                             "host = \"www.stopprostitutionenfantine.be\"", "host = \"stopprostitutionenfantine.be/\""})
        expect_error(kHistoric, kHost, host, "reporting/historic.toml:4:", "");
    constexpr char const* kAvoided = "avoided.toml";
    expect_error(kAvoided, "language = \"fr\"", "language = \"FR\"", "avoided.toml:", "is no code of a language");
    expect_error(kAvoided, "language = \"fr\"", "language = \"français\"", "avoided.toml:", "is no code of a language");
    expect_error(kAvoided, "term = \"sex tourist\"", "term = \"\"", "avoided.toml:", "");
    expect_error(kAvoided, "term = \"sex tourist\"", "term = \"e\"", "avoided.toml:", "is too short");
    expect_error(kAvoided, "term = \"sex tourist\"", "term = \"Sex-Tourism\"", "avoided.toml:", "is there twice");
}

TEST_CASE("a label far longer than in the other languages is told")
{
    EditedContent content;
    auto const line = content.replace("interface/fr.toml", "leave = \"",
                                      "leave = \"Quitter cette borne et revenir tout de suite au début ");
    auto const problems = content.problems();
    CHECK(std::any_of(problems.begin(), problems.end(), [&](Problem const& problem) {
        return problem.line().starts_with(fmt::format("content/interface/fr.toml:{}:", line)) &&
               problem.message.find("in the other languages") != std::string::npos;
    }));
}
