// A run of the quiz: its questions are drawn at random, asked and scored. The counts say what travellers know, what
// they learn between the two times that the paired question is asked, and what they mean to do before and after. Only
// the first run of each quiz in a visit counts: in a further one the visitor already knows the answers.
#include "base/random.h"
#include "visit/update_context.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace kiosk::visit {

namespace {

using Ids = std::vector<std::string>;

content::Question const* current_question(UpdateContext const& context)
{
    auto const& run = context.state.quiz;
    auto const* quiz = context.content.quiz(run.quiz);
    if (!quiz || !run.running()) return nullptr;
    return quiz->find_asked(run.questions[static_cast<std::size_t>(run.position)]);
}

std::string path_of(std::string const& quiz, std::string const& question) { return quiz + "/" + question; }

// Notes that the question on the screen was asked, whether or not it is answered. If it was asked before, all have
// been, and a new round begins with the questions of this run so far.
void record_asked(UpdateContext& context)
{
    auto const* question = current_question(context);
    if (!question || question->kind == content::QuestionKind::intent) return;
    auto const& run = context.state.quiz;
    auto& asked = context.state.asked;
    auto const path = path_of(run.quiz, question->id);
    if (run.kind == RunKind::further && asked.contains(path)) {
        std::erase_if(asked, [&](std::string const& one) { return one.starts_with(path_of(run.quiz, "")); });
        for (int i = 0; i < run.position; ++i)
            asked.insert(path_of(run.quiz, run.questions[static_cast<std::size_t>(i)]));
    }
    asked.insert(path);
}

void count_first(UpdateContext& context, Measure measure, std::string item)
{
    if (context.state.quiz.kind == RunKind::first) context.count(measure, std::move(item));
}

void shuffle(Ids& ids, Random& random)
{
    for (auto i = ids.size(); i > 1; --i) std::swap(ids[i - 1], ids[random.below(i)]);
}

// The ids of wanted questions, in random order.
template <typename Wanted>
Ids shuffled(content::Quiz const& quiz, Random& random, Wanted const& wanted)
{
    Ids ids;
    for (auto const& question : quiz.questions)
        if (wanted(question)) ids.push_back(question.id);
    shuffle(ids, random);
    return ids;
}

std::size_t length_of(content::Quiz const& quiz) { return static_cast<std::size_t>(std::max(1, quiz.draw)); }

// Between the two times of the paired question: so many of each group, mixed; without groups any.
Ids draw_others(content::Quiz const& quiz, Random& random)
{
    auto const first = [&](std::string const& group, std::size_t count) {
        auto ids = shuffled(quiz, random, [&](content::Question const& question) {
            return question.id != quiz.pair && (group.empty() || question.group == group);
        });
        ids.resize(std::min(ids.size(), count));
        return ids;
    };
    if (quiz.groups.empty()) return first("", length_of(quiz) - 1);
    Ids others;
    for (auto const& group : quiz.groups) {
        auto const drawn = first(group.id, static_cast<std::size_t>(std::max(0, group.draw)));
        others.insert(others.end(), drawn.begin(), drawn.end());
    }
    shuffle(others, random);
    return others;
}

// The intent and the paired question, others, and both once more.
Ids draw_first(content::Quiz const& quiz, Random& random)
{
    auto run = draw_others(quiz, random);
    run.insert(run.begin(), quiz.pair);
    run.push_back(quiz.pair);
    if (!quiz.intent) return run;
    run.insert(run.begin(), quiz.intent->id);
    run.push_back(quiz.intent->id);
    return run;
}

// Questions that were not asked in this visit yet; where too few are left, then others. The paired question is one like
// any other here, and asked once.
Ids draw_further(content::Quiz const& quiz, Random& random, std::set<std::string> const& asked)
{
    auto const was_asked = [&](content::Question const& question) {
        return asked.contains(path_of(quiz.id, question.id));
    };
    auto run = shuffled(quiz, random, [&](content::Question const& question) { return !was_asked(question); });
    auto const again = shuffled(quiz, random, was_asked);
    run.insert(run.end(), again.begin(), again.end());
    run.resize(std::min(run.size(), length_of(quiz)));
    return run;
}

// In any order, so that where an answer stands says nothing about it. True comes before false, and a scale in order.
Ids answers_of(content::Question const& question, Random& random)
{
    auto answers = question.answers;
    if (!question.ordered && question.kind != content::QuestionKind::true_false) shuffle(answers, random);
    return answers;
}

void finish_quiz(UpdateContext& context)
{
    auto const& run = context.state.quiz;
    auto const& quiz = run.quiz;
    auto const word = [](bool is_right) { return is_right ? "right" : "wrong"; };
    count_first(context, Measure::quiz_finished, quiz);
    count_first(context, Measure::quiz_score, fmt::format("{}/{}-of-{}", quiz, run.right_answers(), run.distinct()));
    // Exactly one for each finished run: a different number would tell of single visitors.
    count_first(context, Measure::knowledge,
                fmt::format("{}/{}-{}", quiz, word(run.right.front()), word(run.right.back())));
    if (run.intents.size() == 2)
        count_first(context, Measure::intent, fmt::format("{}/{}-{}", quiz, run.intents.front(), run.intents.back()));
    context.enter(Screen::quiz_end);
}

} // namespace

void start_quiz(UpdateContext& context, std::string const& id)
{
    auto const* found = context.content.quiz(id);
    if (!found || !found->find(found->pair)) return;
    auto const& quiz = *found;
    abandon_quiz(context);
    auto& state = context.state;
    auto const kind = state.quizzes_begun.insert(quiz.id).second ? RunKind::first : RunKind::further;
    Random random(context.moment.chance);
    state.quiz.quiz = quiz.id;
    state.quiz.kind = kind;
    state.quiz.questions = kind == RunKind::first ? draw_first(quiz, random) : draw_further(quiz, random, state.asked);
    state.quiz.has_intent = kind == RunKind::first && quiz.intent;
    for (auto const& asked : state.quiz.questions)
        state.quiz.answers.push_back(answers_of(*quiz.find_asked(asked), random));
    ++state.quiz_runs;
    record_asked(context);
    context.enter(Screen::quiz);
    context.count(kind == RunKind::first ? Measure::quiz_started : Measure::quiz_again, quiz.id);
}

void choose_answer(UpdateContext& context, std::string const& answer)
{
    auto& run = context.state.quiz;
    auto const* question = current_question(context);
    if (!question || run.answered) return;
    if (std::find(question->answers.begin(), question->answers.end(), answer) == question->answers.end()) return;
    if (question->kind == content::QuestionKind::several) {
        if (run.chosen.erase(answer) == 0) run.chosen.insert(answer);
        return;
    }
    run.chosen = {answer};
    confirm_answer(context);
}

void confirm_answer(UpdateContext& context)
{
    auto& run = context.state.quiz;
    auto const* question = current_question(context);
    if (!question || run.answered || run.chosen.empty()) return;
    run.answered = true;
    run.answered_at = context.moment.now;
    if (question->kind == content::QuestionKind::intent) {
        run.intents.push_back(*run.chosen.begin());
        return next_question(context);
    }
    bool const right = run.chosen == std::set<std::string>(question->right.begin(), question->right.end());
    // The paired question is answered twice. Its second answer shows what was learned, which Measure::knowledge counts.
    if (!run.asks_pair_again()) {
        for (auto const& answer : run.chosen)
            count_first(context, Measure::quiz_answer, fmt::format("{}/{}/{}", run.quiz, question->id, answer));
        count_first(context, Measure::quiz_right,
                    fmt::format("{}/{}/{}", run.quiz, question->id, right ? "right" : "reconsider"));
    }
    run.right.push_back(right);
    // The answer to the paired question is not shown the first time: it is asked again, to see what was learned.
    if (run.asks_pair_first()) next_question(context);
}

void next_question(UpdateContext& context)
{
    auto& run = context.state.quiz;
    if (!run.running() || !run.answered) return;
    run.answered = false;
    run.chosen.clear();
    ++run.position;
    record_asked(context);
    if (!run.running()) finish_quiz(context);
}

void abandon_quiz(UpdateContext& context)
{
    auto& run = context.state.quiz;
    if (auto const* question = current_question(context))
        count_first(context, Measure::quiz_left_at, path_of(run.quiz, question->id));
    run = {};
}

} // namespace kiosk::visit
