// An edition has as many quizzes and guides as it names: a folder, a name in kiosk.toml, and no code.
#include "rehearsal/audit.h"
#include "support/edited_content.h"
#include "visit/walk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

// The shipped edition with its quiz once more, as "agents", and its guide for professionals once more, as "hotels".
EditedContent doubled()
{
    EditedContent content;
    content.replace("kiosk.toml", "quiz = \"travellers\"",
                    "quiz = [\"travellers\", \"agents\"]\nguides = [\"hotels\"]");
    auto const copy = [&](std::string const& from, std::string const& to, std::string const& structure) {
        for (auto const& name : {structure, std::string("en"), std::string("fr"), std::string("nl"), std::string("de")})
            content.put(fmt::format("{}/{}.toml", to, name), content.text(fmt::format("{}/{}.toml", from, name)));
    };
    copy("quiz/travellers", "quiz/agents", "quiz");
    content.replace("quiz/agents/quiz.toml", "id = \"travellers\"", "id = \"agents\"");
    copy("guides/professionals", "guides/hotels", "guide");
    content.replace("guides/hotels/guide.toml", "id = \"professionals\"", "id = \"hotels\"");
    return content;
}

} // namespace

TEST_CASE("a second quiz and a further guide are read, checked and offered by home")
{
    auto content = doubled();
    content.replace("kiosk.toml", "\nquiz = \"travellers\"\npicture = \"passport-phone\"",
                    "\nquiz = \"agents\"\npicture = \"inbox\"");
    CHECK(content.errors() == "");
    auto const read = content.read().content;
    REQUIRE(read.quizzes.size() == 2);
    CHECK(read.quiz("agents") == &read.quizzes.back());
    CHECK(read.quiz("") == &read.quizzes.front());
    CHECK(read.series("hotels") == &read.guides.front());
    CHECK(read.all_series().size() == read.campaigns.size() + 3);

    rehearsal::AuditOptions options;
    options.content = sources() / "content";
    options.languages = {"en"};
    options.panels = {rehearsal::audit_panels().front()};
    CHECK(rehearsal::audit(read, options).problems.empty());
}

TEST_CASE("a quiz or a guide that has no folder, and a card of a quiz that is not there, are told")
{
    EditedContent content;
    content.replace("kiosk.toml", "quiz = \"travellers\"",
                    "quiz = [\"travellers\", \"agents\"]\nguides = [\"hotels\"]");
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(errors.find("agents") != std::string::npos);
    CHECK(errors.find("hotels") != std::string::npos);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 2);

    auto card = doubled();
    card.replace("kiosk.toml", "\nquiz = \"travellers\"\npicture", "\nquiz = \"agent\"\npicture");
    CHECK(card.errors().find("there is no quiz 'agent' (did you mean 'agents'?") != std::string::npos);
}

TEST_CASE("of each quiz the first run in a visit counts, under its own name")
{
    auto const read = doubled().read().content;
    Walk walk{.content = read};
    walk.go(ChooseLanguage{"en"});
    auto const play = [&](std::string const& id) {
        walk.go(StartQuiz{id});
        while (walk.state.quiz.running()) {
            auto const& run = walk.state.quiz;
            auto const* question = read.quiz(id)->find_asked(run.questions[static_cast<std::size_t>(run.position)]);
            REQUIRE(question);
            walk.go(ChooseAnswer{question->answers.front()}).go(ConfirmAnswer{}).go(NextQuestion{});
        }
    };
    play("travellers");
    play("agents");
    play("agents");
    for (auto const* id : {"travellers", "agents"}) {
        CAPTURE(std::string(id));
        CHECK(walk.of(Measure::quiz_started, id) == 1);
        CHECK(walk.of(Measure::quiz_finished, id) == 1);
    }
    CHECK(walk.of(Measure::quiz_again, "agents") == 1);
    CHECK(walk.of(Measure::quiz_again, "travellers") == 0);
}
