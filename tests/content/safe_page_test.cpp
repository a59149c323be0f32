// The words of the safe page: what the build makes of the content, and what the program has of it.
#include "content/read/safe_page.h"
#include "content/safe/safe_words.h"
#include "support/edited_content.h"
#include "support/kiosk.h"
#include "support/workbook_parts.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

TEST_CASE("the program has the safe page's words of every language of the content, its contacts in them")
{
    auto const& content = shipped_content();
    auto const words = content::safe_words();
    REQUIRE(words.size() == content.languages.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const& language = content.languages[i];
        CHECK(words[i].language == language);
        CHECK(words[i].title == content.words(language, "safe.title"));
        CHECK(words[i].danger == content.words(language, "safe.danger"));
        CHECK(words[i].report == content.words(language, "safe.report"));
        CHECK(words[i].untried == content.words(language, "safe.untried"));
        CHECK(words[i].danger.find("*112*") != std::string_view::npos);
        auto const host = content.reporting.channel("be-form")->host(language);
        CHECK(words[i].report.find("*" + host + "*") != std::string_view::npos);
    }
}

TEST_CASE("a language without all of the safe page's words is left out and told, and none is an error")
{
    EditedContent content;
    content.replace("interface/nl.toml", "*{emergency.BE.112}*", "*{emergency.BE.113}*");
    auto const source = content::safe_words_source(content.read());
    REQUIRE(source.ok());
    REQUIRE(source.value().left_out.size() == 1);
    CHECK(source.value().left_out[0].line() ==
          "content/interface/nl.toml: warning: the safe page does not speak 'nl': 'safe.danger' is missing or has a "
          "fault (kiosk-content check says what to write)");
    CHECK(contains(source.value().code, "std::array<SafeWords, 3>"));
    CHECK_FALSE(contains(source.value().code, "{\"nl\""));
    auto const none = content::safe_words_source(content::ReadContent());
    REQUIRE_FALSE(none.ok());
    CHECK(none.error().line().starts_with("content/interface: no language has the words of the safe page"));
}

TEST_CASE("that nobody has tried the addresses is no longer said when a person has")
{
    auto read = EditedContent().read();
    auto const untried = [&] {
        return contains(content::safe_words_source(read).value().code, "Nobody has tried these addresses yet.");
    };
    CHECK(untried());
    auto const try_out = [&](std::string_view id) {
        for (auto& channel : read.content.reporting.channels)
            if (channel.id == id) {
                channel.verified_on = "2026-11-20";
                channel.verified_by = "A. Person";
                channel.verified_mark = channel.mark();
            }
    };
    try_out("be-form");
    CHECK(untried());
    try_out("dont-look-away");
    CHECK_FALSE(untried());
}

TEST_CASE("words with quotes, strokes and line ends are C++ as they stand")
{
    auto read = EditedContent().read();
    for (auto& text : read.texts)
        if (text.key == "safe.title" && text.language == "en") text.shown = "a \"b\" \\c\nd";
    CHECK(contains(content::safe_words_source(read).value().code, R"({"en", "a \"b\" \\c\nd", )"));
}
