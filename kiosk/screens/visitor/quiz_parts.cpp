#include "screens/visitor/quiz_parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/quiz_reason.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

using content::Question;
using content::QuestionKind;
using visit::QuizRun;

namespace {

std::string answer_text(Frame const& frame, Question const& question, std::string const& answer)
{
    if (question.kind == QuestionKind::true_false) return frame.words(answer == "true" ? "quiz.true" : "quiz.false");
    auto const& answers = frame.in_language(question.words).answers;
    auto const found = answers.find(answer);
    return found == answers.end() ? answer : found->second;
}

ui::ChoiceState state_of(Question const& question, QuizRun const& run, std::string const& answer)
{
    bool const chosen = run.chosen.contains(answer);
    if (!run.answered) return chosen ? ui::ChoiceState::chosen : ui::ChoiceState::open;
    bool const right = std::find(question.right.begin(), question.right.end(), answer) != question.right.end();
    if (right) return ui::ChoiceState::right;
    return chosen ? ui::ChoiceState::reconsider : ui::ChoiceState::open;
}

// What one chose is told apart from what one missed.
std::string verdict_of(Frame const& frame, QuizRun const& run, std::string const& answer, ui::ChoiceState state)
{
    if (state == ui::ChoiceState::right)
        return frame.words(run.chosen.contains(answer) ? "quiz.yours_right" : "quiz.missed");
    return state == ui::ChoiceState::reconsider ? frame.words("quiz.yours") : "";
}

} // namespace

std::vector<ui::Choice> choices_of(Frame const& frame, Question const& question, QuizRun const& run)
{
    std::vector<ui::Choice> choices;
    for (auto const& answer : run.answers[static_cast<std::size_t>(run.position)]) {
        ui::Choice choice;
        choice.id = "quiz.answer." + answer;
        choice.label = answer_text(frame, question, answer);
        choice.state = state_of(question, run, answer);
        choice.verdict = verdict_of(frame, run, answer, choice.state);
        choice.awaits_verdict = question.kind != QuestionKind::intent;
        choice.state_word = choice.state == ui::ChoiceState::chosen ? frame.words("speech.chosen") : choice.verdict;
        choice.tap = run.answered ? ui::Tap::none : ui::Tap::tap;
        choices.push_back(std::move(choice));
    }
    return choices;
}

namespace {

// All as high as the one with the most words wants it.
float least_row(Frame& frame, float width, std::vector<ui::Choice> const& choices)
{
    float height = 0;
    for (auto const& choice : choices) height = std::max(height, ui::choice_height(frame.canvas(), width, choice));
    return height;
}

// The same where there is room.
float choice_row(Frame& frame, float width, std::vector<ui::Choice> const& choices)
{
    return std::max(frame.layout().units(frame.layout().low() ? 80 : 130), least_row(frame, width, choices));
}

// All alike while there is room, else each as high as its own words; so, too, where a page scrolls and they can be
// touched no more, for the sake of the way on below them.
std::vector<float> rows_within(Frame& frame, Size room, std::vector<ui::Choice> const& choices)
{
    auto const count = static_cast<float>(choices.size());
    auto const gap = frame.layout().gap();
    auto const fits = std::floor((room.height + gap) / count - gap);
    auto const least = least_row(frame, room.width, choices);
    bool const over = choices.front().tap == ui::Tap::none && is_scrolled(frame);
    if (fits >= least && !over)
        return std::vector<float>(choices.size(), std::min(choice_row(frame, room.width, choices), fits));
    std::vector<float> rows;
    float needed = -gap;
    for (auto const& choice : choices) {
        rows.push_back(ui::choice_height(frame.canvas(), room.width, choice));
        needed += rows.back() + gap;
    }
    if (needed > room.height + 1) frame.canvas().report_overflow();
    return rows;
}

} // namespace

float choices_height(Frame& frame, float width, std::vector<ui::Choice> const& choices)
{
    auto const count = static_cast<float>(choices.size());
    return count * (choice_row(frame, width, choices) + frame.layout().gap()) - frame.layout().gap();
}

void draw_answers(Frame& frame, Rect& area, Question const& question, QuizRun const& run)
{
    auto choices = choices_of(frame, question, run);
    auto const& layout = frame.layout();
    auto const gap = layout.gap();
    // On small panels only what one chose and what is right stays of a page that scrolls: the way on is below it.
    if (run.answered && is_scrolled(frame) && (layout.low() || layout.narrow()) &&
        question.kind != QuestionKind::intent)
        std::erase_if(choices, [](ui::Choice const& choice) { return choice.state == ui::ChoiceState::open; });
    auto const rows = rows_within(frame, {area.width, area.height}, choices);
    ui::NodeGroup const group(frame.canvas());
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (ui::choice(frame.canvas(), cut_top(area, rows[i], gap), choices[i]))
            frame.emit(visit::ChooseAnswer{run.answers[static_cast<std::size_t>(run.position)][i]});
}

namespace {

// The eye that opens with each answer: it moves on when the answer is given.
void draw_eye(Frame& frame, Rect const& rect, visit::State const& state)
{
    auto const& run = state.quiz;
    auto const all = run.distinct();
    // The pair's first answer is no step, and its second one is the last.
    auto const steps = [&](bool answered) {
        auto const done = run.scored_before() + (answered && !run.asks_pair_again() ? 1 : 0);
        return std::clamp(run.asks_again() ? all : done, 0, all);
    };
    auto const before = steps(false);
    auto const after = steps(run.answered);
    auto open = static_cast<float>(after) / static_cast<float>(all);
    if (after != before) {
        auto const share = changed_since(frame, run.answered_at, state.comfort.movement);
        open = (static_cast<float>(before) + static_cast<float>(after - before) * share) / static_cast<float>(all);
    }
    ui::progress_eye(frame.canvas(), rect, quiz_of(frame, run).picture, after, all, open);
}

std::string position_words(Frame const& frame, QuizRun const& run)
{
    if (run.asks_again()) return frame.words("quiz.again");
    if (run.asks_intent()) return frame.in_language(quiz_of(frame, run).headings).title;
    return frame.words("quiz.position", {{"number", std::to_string(run.scored_before() + 1)},
                                         {"count", std::to_string(run.distinct())}});
}

} // namespace

std::string note_words(Frame const& frame, QuizRun const& run)
{
    if (run.kind != visit::RunKind::first || run.answered || run.asks_again()) return "";
    if (run.asks_first()) return frame.words("quiz.note");
    auto const after_pair = run.scored_before() == 1;
    return run.asks_pair_first() || after_pair ? frame.words("quiz.thanks") : "";
}

ui::TextBlock note_block(Frame const& frame, QuizRun const& run)
{
    return {
        "quiz.note", note_words(frame, run), ui::TextStep::reading, ui::Face::regular, ui::Ink::text, ui::Role::text,
        1.4F,        ui::Wrap::balanced};
}

void draw_position(Frame& frame, Rect& area, visit::State const& state, NotePlace note_place)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const& run = state.quiz;
    ui::TextBlock const words{"quiz.position",
                              position_words(frame, run),
                              ui::TextStep::reading,
                              ui::Face::regular,
                              ui::Ink::quiet,
                              ui::Role::text,
                              1.35F};
    auto const eye_height = layout.units(layout.low() || layout.large_text() ? 56 : 76);
    auto const eye_width = std::round(eye_height * 1.9F);
    auto const room = area.width - eye_width - layout.units(24);
    auto const gap = layout.units(layout.low() || layout.large_text() ? 8 : 18);
    auto row = cut_top(area, std::max(eye_height, ui::text_height(canvas, room, words)), gap);
    auto const eye = cut_left(row, eye_width, layout.units(24));
    draw_eye(frame, {eye.x, std::round(eye.centre().y - eye_height / 2), eye.width, eye_height}, state);
    ui::text_centred(canvas, row, words);
    auto const note = note_block(frame, run);
    if (note_place == NotePlace::below_position && !note.text.empty())
        cut_top(area, ui::text_block(canvas, area, note), gap);
}

} // namespace kiosk::screens
