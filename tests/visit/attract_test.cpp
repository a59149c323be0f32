// The turns of the attract loop.
#include "support/kiosk.h"
#include "visit/model/attract.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;

TEST_CASE("each turn has another statement and language, and all have each statement once in each language")
{
    for (std::size_t statements : {1U, 2U, 3U, 4U, 8U, 10U})
        for (std::size_t languages : {1U, 2U, 3U, 4U}) {
            CAPTURE(statements);
            CAPTURE(languages);
            content::Content content;
            content.attract.resize(statements);
            content.languages = {"en", "fr", "nl", "de"};
            content.languages.resize(languages);
            std::set<std::pair<std::size_t, std::string>> shown;
            for (int i = 0; i < visit::attract_turns(content); ++i) {
                auto const turn = visit::attract_turn(content, i);
                shown.emplace(turn.statement, turn.language);
                auto const next = visit::attract_turn(content, i + 1);
                CHECK((statements == 1 || next.statement != turn.statement));
            }
            CHECK(shown.size() == statements * languages);
        }
}

TEST_CASE("the shipped loop has at least eight statements, each with a picture of its own")
{
    auto const& content = test::shipped_content();
    std::set<std::string> pictures;
    for (auto const& slide : content.attract) pictures.insert(slide.picture);
    CHECK(content.attract.size() >= 8);
    CHECK(pictures.size() == content.attract.size());
}
