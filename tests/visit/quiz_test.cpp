// The quiz within a visit: which questions come, what an answer does, and what is counted of it.
#include "visit/walk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using test::Walk;

TEST_CASE("a run asks the intent and the pair, others by chance, so many of each group, and both once more")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{});
    auto const& quiz = walk.content.quizzes.front();
    auto const& run = walk.state.quiz.questions;
    REQUIRE(run.size() == 9);
    CHECK(run.front() == quiz.intent->id);
    CHECK(run.back() == quiz.intent->id);
    CHECK(run[1] == quiz.pair);
    CHECK(run[7] == quiz.pair);
    CHECK(std::set<std::string>(run.begin(), run.end()).size() == 7);
    std::map<std::string, int> drawn;
    for (std::size_t i = 2; i < 7; ++i) ++drawn[quiz.find(run[i])->group];
    for (auto const& group : quiz.groups) CHECK(drawn[group.id] == group.draw);

    Walk other;
    other.chance = 8;
    other.go(ChooseLanguage{"en"}).go(StartQuiz{});
    CHECK(other.state.quiz.questions != run);
    CHECK(Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{}).state.quiz.questions == run);
}

TEST_CASE("no run has two places that look alike, and each question has one")
{
    for (std::uint64_t chance = 0; chance < 200; ++chance) {
        Walk walk;
        walk.chance = chance;
        walk.go(ChooseLanguage{"en"}).go(StartQuiz{});
        std::map<std::string, std::set<std::string>> places;
        for (auto const& id : walk.state.quiz.questions)
            places[walk.content.quizzes.front().find_asked(id)->picture].insert(id);
        CHECK_FALSE(places.contains(""));
        for (auto const& [picture, questions] : places) CHECK(questions.size() == 1);
    }
}

TEST_CASE("where an answer stands is chance, but for a scale, and for true before false")
{
    std::map<std::string, std::set<std::string>> first; // answers that came first, by question
    for (std::uint64_t chance = 0; chance < 400; ++chance) {
        Walk walk;
        walk.chance = chance;
        walk.go(ChooseLanguage{"en"}).go(StartQuiz{});
        auto const& run = walk.state.quiz;
        for (std::size_t i = 0; i < run.questions.size(); ++i) first[run.questions[i]].insert(run.answers[i].front());
    }
    for (auto const& question : test::shipped_content().quizzes.front().questions) {
        CAPTURE(question.id);
        bool const kept = question.ordered || question.kind == content::QuestionKind::true_false;
        CHECK(first[question.id].size() == (kept ? 1 : question.answers.size()));
        if (kept) CHECK(first[question.id].contains(question.answers.front()));
    }
}

TEST_CASE("every question is drawn, given enough visits")
{
    std::set<std::string> drawn;
    for (std::uint64_t chance = 0; chance < 200; ++chance) {
        Walk walk;
        walk.chance = chance;
        walk.go(ChooseLanguage{"en"}).go(StartQuiz{});
        drawn.insert(walk.state.quiz.questions.begin(), walk.state.quiz.questions.end());
    }
    CHECK(drawn.size() == test::shipped_content().quizzes.front().questions.size() + 1);
}

TEST_CASE("what was learned is the first answer to the pair against the last")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{});
    auto const& quiz = walk.content.quizzes.front();
    walk.go(ChooseAnswer{"b"}); // perhaps
    walk.go(ChooseAnswer{"a"}); // wrong, and nothing is said about it
    CHECK(walk.state.quiz.position == 2);
    for (int i = 0; i < 5; ++i) {
        auto const& run = walk.state.quiz;
        auto const* question = quiz.find(run.questions[static_cast<std::size_t>(run.position)]);
        for (auto const& answer : question->right) walk.go(ChooseAnswer{answer});
        walk.go(ConfirmAnswer{});
        CHECK(walk.state.quiz.answered);
        walk.go(NextQuestion{});
    }
    walk.go(ChooseAnswer{"b"}).go(NextQuestion{});
    CHECK(walk.state.screen == Screen::quiz);
    walk.go(ChooseAnswer{"a"}); // surely
    CHECK(walk.state.screen == Screen::quiz_end);
    CHECK(walk.of(Measure::intent, "travellers/b-a") == 1);
    CHECK(walk.of(Measure::knowledge, "travellers/wrong-right") == 1);
    CHECK(walk.of(Measure::quiz_score, "travellers/6-of-6") == 1);
    CHECK(walk.of(Measure::quiz_finished, "travellers") == 1);
    CHECK(walk.of(Measure::quiz_answer, "travellers/where-to-report/a") == 1);
    CHECK(walk.of(Measure::quiz_answer, "travellers/where-to-report/b") == 0);
}

TEST_CASE("the quiz counts once a visit; a further one is counted as such, and no more")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    auto const is_of_quiz = [](Count const& count) { return entry(count.measure).notice == "quiz"; };
    walk.play_quiz();
    auto const first = std::count_if(walk.counts.begin(), walk.counts.end(), is_of_quiz);
    CHECK(walk.of(Measure::quiz_started, "travellers") == 1);
    CHECK(walk.of(Measure::quiz_finished, "travellers") == 1);
    CHECK(walk.of(Measure::quiz_again, "travellers") == 0);
    walk.play_quiz();
    walk.go(StartQuiz{}).go(Navigate{Screen::home}); // left
    CHECK(walk.of(Measure::quiz_again, "travellers") == 2);
    CHECK(std::count_if(walk.counts.begin(), walk.counts.end(), is_of_quiz) == first + 2);

    // Also where the first was left, or was begun anew from its middle.
    auto left = Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{}).go(StartQuiz{});
    CHECK(left.of(Measure::quiz_left_at, "travellers/would-tell") == 1);
    CHECK(left.of(Measure::quiz_started, "travellers") == 1);
    CHECK(left.of(Measure::quiz_again, "travellers") == 1);
}

TEST_CASE("a further run asks what has not come yet, the paired question like any other, until all have come")
{
    for (std::uint64_t chance = 1; chance < 50; ++chance) {
        Walk walk;
        walk.chance = chance;
        walk.go(ChooseLanguage{"en"});
        auto const all = walk.content.quizzes.front().questions.size();
        std::vector<std::string> came;
        while (came.size() < 3 * all) {
            walk.chance = walk.chance * 31 + 7;
            auto const run = walk.play_quiz(walk.chance % 6); // some are left
            bool const first = came.empty();
            std::set<std::string> distinct(run.begin(), run.end());
            if (first) {
                distinct.erase(walk.content.quizzes.front().intent->id);
                came.assign(distinct.begin(), distinct.end());
                continue;
            }
            CHECK(distinct.size() == run.size());
            came.insert(came.end(), run.begin(), run.end());
        }
        std::set<std::string> round;
        std::size_t repeats = 0;
        for (auto const& question : came) {
            if (!round.insert(question).second) ++repeats;
            if (round.size() < all) REQUIRE(repeats == 0);
        }
        CHECK(round.size() == all);
    }
}

TEST_CASE("a further run is scored by all its questions, and is told of no change of mind")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    walk.play_quiz();
    auto const run = walk.play_quiz();
    CHECK(run.size() == 6);
    CHECK(walk.state.quiz.distinct() == 6);
    CHECK(walk.state.quiz.right_answers() == 6);
    CHECK(walk.state.screen == Screen::quiz_end);
}

TEST_CASE("an answer cannot be changed after the reason is shown, and one that does not exist is none")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{});
    walk.go(ChooseAnswer{"zebra"});
    CHECK(walk.state.quiz.position == 0);
    walk.go(ConfirmAnswer{}).go(NextQuestion{});
    CHECK(walk.state.quiz.position == 0);
}

TEST_CASE("a quiz left unfinished is counted at the question where it was left")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(StartQuiz{});
    walk.go(Navigate{Screen::reading}).go(Navigate{Screen::quiz}); // an aside is not leaving
    CHECK(walk.state.quiz.running());
    walk.go(Navigate{Screen::home});
    CHECK(walk.of(Measure::quiz_left_at, "travellers/would-tell") == 1);
    CHECK_FALSE(walk.state.quiz.running());
}
