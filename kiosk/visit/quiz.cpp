// One run of the quiz: drawn by the given chance, asked, answered, scored. A person is never marked; the counts say
// what travellers know, and what the kiosk has taught between the two times the paired question is asked.
#include "base/random.h"
#include "visit/rules.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::visit {

namespace {

content::Question const* current_question(Turn const& turn)
{
    auto const& run = turn.state.quiz;
    if (!run.running()) return nullptr;
    return turn.pack.quiz.find(run.questions[static_cast<std::size_t>(run.position)]);
}

std::vector<std::string> draw_questions(content::Quiz const& quiz, std::uint64_t chance)
{
    std::vector<std::string> others;
    for (auto const& question : quiz.questions)
        if (question.id != quiz.pair) others.push_back(question.id);
    Random random(chance);
    for (auto i = others.size(); i > 1; --i) std::swap(others[i - 1], others[random.below(i)]);
    others.resize(std::min(others.size(), static_cast<std::size_t>(std::max(0, quiz.draw - 1))));

    std::vector<std::string> run{quiz.pair};
    run.insert(run.end(), others.begin(), others.end());
    run.push_back(quiz.pair);
    return run;
}

void finish_quiz(Turn& turn)
{
    auto const& quiz = turn.pack.quiz;
    auto const& right = turn.state.quiz.right;
    auto const word = [](bool is_right) { return is_right ? "right" : "wrong"; };
    auto const distinct = std::max(1, static_cast<int>(right.size()) - 1);
    turn.count(Measure::quiz_finished, quiz.id);
    turn.count(Measure::quiz_score, fmt::format("{}/{}-of-{}", quiz.id, turn.state.quiz.right_answers(), distinct));
    if (!right.empty())
        turn.count(Measure::knowledge, fmt::format("{}/{}-{}", quiz.id, word(right.front()), word(right.back())));
    turn.enter(Screen::quiz_end);
}

} // namespace

void start_quiz(Turn& turn)
{
    auto const& quiz = turn.pack.quiz;
    if (!quiz.find(quiz.pair)) return;
    drop_quiz(turn);
    turn.state.quiz.questions = draw_questions(quiz, turn.moment.chance);
    ++turn.state.quiz_runs;
    turn.enter(Screen::quiz);
    turn.count(Measure::quiz_started, quiz.id);
}

void choose_answer(Turn& turn, std::string const& answer)
{
    auto& run = turn.state.quiz;
    auto const* question = current_question(turn);
    if (!question || run.answered) return;
    if (std::find(question->answers.begin(), question->answers.end(), answer) == question->answers.end()) return;
    if (question->kind == content::QuestionKind::several) {
        if (run.chosen.erase(answer) == 0) run.chosen.insert(answer);
        return;
    }
    run.chosen = {answer};
    confirm_answer(turn);
}

void confirm_answer(Turn& turn)
{
    auto& run = turn.state.quiz;
    auto const* question = current_question(turn);
    if (!question || run.answered || run.chosen.empty()) return;
    bool const right = run.chosen == std::set<std::string>(question->right.begin(), question->right.end());
    // The paired question is answered twice; what is learned is its own measure, so only the first answer counts as
    // what travellers believe.
    if (!run.asks_pair_again()) {
        for (auto const& answer : run.chosen)
            turn.count(Measure::quiz_answer, fmt::format("{}/{}/{}", turn.pack.quiz.id, question->id, answer));
        turn.count(Measure::quiz_right,
                   fmt::format("{}/{}/{}", turn.pack.quiz.id, question->id, right ? "right" : "reconsider"));
    }
    run.right.push_back(right);
    run.answered = true;
    // Nothing is told about the first: it is asked again at the end, to see what the others taught.
    if (run.asks_pair_first()) next_question(turn);
}

void next_question(Turn& turn)
{
    auto& run = turn.state.quiz;
    if (!run.running() || !run.answered) return;
    run.answered = false;
    run.chosen.clear();
    ++run.position;
    if (!run.running()) finish_quiz(turn);
}

void drop_quiz(Turn& turn)
{
    auto& run = turn.state.quiz;
    if (auto const* question = current_question(turn))
        turn.count(Measure::quiz_left_at, fmt::format("{}/{}", turn.pack.quiz.id, question->id));
    run = {};
}

} // namespace kiosk::visit
