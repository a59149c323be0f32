// The quiz: one question, two to four large answers, then the reason and its source; at the end what is now known.
#include "screens/parts/button_rows.h"
#include "screens/parts/contact.h"
#include "screens/parts/parts.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Question;
using content::QuestionKind;
using visit::QuizRun;

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

std::string state_word(Frame const& frame, ui::ChoiceState state)
{
    switch (state) {
    case ui::ChoiceState::chosen: return frame.words("speech.chosen");
    case ui::ChoiceState::right: return frame.words("quiz.right");
    case ui::ChoiceState::reconsider: return frame.words("quiz.reconsider");
    case ui::ChoiceState::open: break;
    }
    return "";
}

std::vector<ui::Choice> choices_of(Frame const& frame, Question const& question, QuizRun const& run)
{
    std::vector<ui::Choice> choices;
    for (auto const& answer : question.answers) {
        ui::Choice choice;
        choice.id = "quiz.answer." + answer;
        choice.label = answer_text(frame, question, answer);
        choice.state = state_of(question, run, answer);
        choice.state_word = state_word(frame, choice.state);
        choice.tap = run.answered ? ui::Tap::none : ui::Tap::tap;
        choices.push_back(std::move(choice));
    }
    return choices;
}

// All as high as the one with the most words.
float choice_row(Frame& frame, float width, std::vector<ui::Choice> const& choices)
{
    auto height = frame.layout().units(frame.layout().low() ? 80 : 130);
    for (auto const& choice : choices) height = std::max(height, ui::choice_height(frame.canvas(), width, choice));
    return height;
}

float choices_height(Frame& frame, float width, std::vector<ui::Choice> const& choices)
{
    auto const count = static_cast<float>(choices.size());
    return count * (choice_row(frame, width, choices) + frame.layout().gap()) - frame.layout().gap();
}

void draw_answers(Frame& frame, Rect area, Question const& question, QuizRun const& run)
{
    auto const choices = choices_of(frame, question, run);
    auto const gap = frame.layout().gap();
    auto const count = static_cast<float>(choices.size());
    auto const height = std::min(choice_row(frame, area.width, choices), std::floor((area.height + gap) / count - gap));
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (ui::choice(frame.canvas(), cut_top(area, height, gap), choices[i]))
            frame.emit(visit::ChooseAnswer{question.answers[i]});
}

void draw_reason(Frame& frame, Rect area, Question const& question, QuizRun const& run)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    bool const right = run.chosen == std::set<std::string>(question.right.begin(), question.right.end());
    auto const ink = right ? ui::Ink::right : ui::Ink::reconsider;
    ui::plate(canvas, area);
    area = area.inset(layout.units(34), layout.units(26));
    ui::TextBlock const verdict{"quiz.verdict",
                                frame.words(right ? "quiz.right" : "quiz.reconsider"),
                                ui::TextStep::lead,
                                ui::Face::semibold,
                                ink,
                                ui::Role::heading,
                                1.25F};
    auto const mark = std::round(layout.text(ui::TextStep::lead) * 1.25F);
    auto const height = ui::text_height(canvas, area.width - mark - layout.units(14), verdict);
    auto top = cut_top(area, std::max(mark, height), layout.units(10));
    auto const beside = cut_left(top, mark, layout.units(14));
    canvas.icon({beside.x, beside.y, mark, mark}, right ? "check" : "eye", canvas.color(ink));
    ui::text_block(canvas, top, verdict);
    std::string sources;
    for (auto const& id : question.sources)
        if (auto const* source = frame.content().source(id))
            sources += (sources.empty() ? "" : "; ") + (layout.large_text() ? source->publisher : source_line(*source));
    ui::TextBlock const source{"quiz.source",
                               frame.words("quiz.source", {{"source", sources}}),
                               ui::TextStep::small,
                               ui::Face::regular,
                               ui::Ink::quiet,
                               ui::Role::text,
                               1.35F};
    // The source stands at the foot while there is room for both at their full size; else both go down together.
    ui::TextBlock const reason{"quiz.reason", frame.in_language(question.words).reason};
    auto const source_height = ui::text_height(canvas, area.width, source);
    if (ui::text_height(canvas, area.width, reason) + layout.units(12) + source_height > area.height) {
        ui::text_column(canvas, area, {reason, source}, layout.units(12));
        return;
    }
    auto const foot = cut_bottom(area, source_height, layout.units(12));
    ui::text_block(canvas, area, reason);
    ui::text_block(canvas, foot, source);
}

// Where one is: the iris and a line of words. Takes its height from the area.
void draw_position(Frame& frame, Rect& area, QuizRun const& run)
{
    auto const& layout = frame.layout();
    auto const count = run.distinct();
    auto const done = run.position + (run.answered && !run.asks_pair_again() ? 1 : 0);
    auto const text = run.asks_pair_again()
                          ? frame.words("quiz.again")
                          : frame.words("quiz.position", {{"number", std::to_string(run.position + 1)},
                                                          {"count", std::to_string(count)}});
    ui::TextBlock const words{"quiz.position", text, ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet,
                              ui::Role::text,  1.35F};
    auto const eye_height = layout.units(layout.low() ? 64 : 96);
    auto const eye_width = std::round(eye_height * 1.9F);
    // Before the first question what it is about, beside where one is or below it.
    ui::TextBlock const note{"quiz.note",
                             run.asks_pair_first() ? frame.words("quiz.note") : "",
                             ui::TextStep::reading,
                             ui::Face::regular,
                             ui::Ink::text,
                             ui::Role::text,
                             1.35F,
                             ui::Wrap::balanced};
    bool const beside = !note.text.empty() && !layout.portrait() && area.width >= layout.units(1300);
    auto whole = area;
    auto const longest = layout.longest_line(layout.text(ui::TextStep::reading));
    auto const column = cut_right(whole, std::min(longest, std::round(area.width * 0.6F)), layout.units(40));
    auto const room = beside ? whole.width : area.width;
    auto needed = ui::text_height(frame.canvas(), room - eye_width - layout.units(24), words);
    if (beside) needed = std::max(needed, ui::text_height(frame.canvas(), column.width, note));
    auto row = cut_top(area, std::max(eye_height, needed), layout.units(layout.low() ? 8 : 20));
    if (beside) ui::text_centred(frame.canvas(), {column.x, row.y, column.width, row.height}, note);
    row.width = room;
    auto const eye = cut_left(row, eye_width, layout.units(24));
    ui::progress_ring(frame.canvas(), {eye.x, std::round(eye.centre().y - eye_height / 2), eye.width, eye_height},
                      std::min(done, count), count);
    ui::text_centred(frame.canvas(), row, words);
    if (!beside && !note.text.empty())
        cut_top(area, ui::text_block(frame.canvas(), area, note), layout.units(layout.low() ? 8 : 20));
}

void draw_onwards(Frame& frame, Rect const& rect, Question const& question, QuizRun const& run)
{
    auto& canvas = frame.canvas();
    if (run.answered) {
        auto const word = run.asks_last() ? "quiz.finish" : "quiz.next";
        if (ui::button(canvas, rect,
                       {.id = "quiz.next",
                        .label = frame.words(word),
                        .end_icon = "chevron-right",
                        .style = ui::ButtonStyle::action}))
            frame.emit(visit::NextQuestion{});
    } else if (run.asks_pair_first()) {
        // Before the first question the quiz can be skipped.
        if (ui::button(canvas, rect,
                       {.id = "quiz.skip",
                        .label = frame.words("quiz.skip"),
                        .icon = "close",
                        .style = ui::ButtonStyle::quiet}))
            frame.emit(visit::Navigate{visit::Screen::home});
    } else if (question.kind == QuestionKind::several && !run.chosen.empty()) {
        if (ui::button(canvas, rect,
                       {.id = "quiz.confirm",
                        .label = frame.words("quiz.confirm"),
                        .icon = "check",
                        .style = ui::ButtonStyle::action}))
            frame.emit(visit::ConfirmAnswer{});
    }
}

} // namespace

void draw_quiz(Frame& frame, visit::State const& state)
{
    auto const& run = state.quiz;
    if (!run.running()) return;
    auto const* question = frame.content().quiz.find(run.questions[static_cast<std::size_t>(run.position)]);
    if (!question) return;
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content_area();
    draw_position(frame, area, run);
    auto const& words = frame.in_language(question->words);
    auto const height = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.4F}, "quiz.question",
                                    words.question, ui::TextStep::title);
    cut_top(area, height, layout.units(12));
    std::string hint;
    if (run.asks_pair_first()) hint = frame.words("quiz.first");
    if (question->kind == QuestionKind::several && !run.answered) hint = frame.words("quiz.several");
    if (!hint.empty()) {
        auto const used = ui::text_block(canvas, area,
                                         {"quiz.hint", hint, ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet,
                                          ui::Role::text, 1.35F, ui::Wrap::balanced});
        cut_top(area, used);
    }
    cut_top(area, layout.units(24));
    auto const choices = choices_of(frame, *question, run);
    if (layout.portrait() || area.width < layout.units(1100)) {
        // The answers stand where a hand is, and stay there; the reason comes above them.
        auto const next = cut_bottom(area, layout.main_target(), layout.gap());
        auto const answers = cut_bottom(area, choices_height(frame, area.width, choices), layout.gap());
        draw_answers(frame, answers, *question, run);
        if (run.answered) draw_reason(frame, area, *question, run);
        draw_onwards(frame, next, *question, run);
        return;
    }
    auto side = cut_right(area, std::round(area.width * 0.42F), layout.units(40));
    draw_answers(frame, area, *question, run);
    auto const next = cut_bottom(side, layout.main_target(), layout.gap());
    if (run.answered) draw_reason(frame, side, *question, run);
    draw_onwards(frame, next, *question, run);
}

namespace {

// What is now known; takes its height from the area.
void draw_score(Frame& frame, Rect& area, QuizRun const& run)
{
    auto const& layout = frame.layout();
    auto const count = run.distinct();
    auto const right = run.right_answers();
    auto const* const key = right == 0 ? "quiz.end_none" : right == count ? "quiz.end_all" : "quiz.end_some";
    Values const values{{"right", std::to_string(right)}, {"count", std::to_string(count)}};
    std::vector<ui::TextBlock> lines{{"quiz.score", frame.words(key, values), ui::TextStep::lead, ui::Face::regular,
                                      ui::Ink::text, ui::Role::text, 1.4F}};
    bool const known = run.kind == visit::RunKind::first && !run.right.empty() && run.right.back();
    if (known)
        lines.push_back({"quiz.learned", frame.words(run.right.front() ? "quiz.kept" : "quiz.learned"),
                         ui::TextStep::lead, ui::Face::regular, ui::Ink::right, ui::Role::text, 1.4F});
    cut_top(area, ui::text_column(frame.canvas(), area, lines, layout.units(16)), layout.units(30));
}

ButtonRows end_ways(Frame& frame)
{
    return {frame,
            {{{.id = "quiz.take", .label = frame.words("quiz.take"), .icon = "globe", .style = ui::ButtonStyle::onward},
              visit::Navigate{visit::Screen::report_take}},
             {{.id = "quiz.repeat",
               .label = frame.words("quiz.repeat"),
               .icon = "question",
               .style = ui::ButtonStyle::quiet},
              visit::StartQuiz{}}},
            frame.layout().main_target()};
}

} // namespace

// The code, without a question: whoever has come so far takes it along.
void draw_quiz_end(Frame& frame, visit::State const& state)
{
    auto const& run = state.quiz;
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content_area();
    auto const ways = end_ways(frame);
    auto const ways_place = cut_bottom(area, ways.height(area.width), layout.gap());
    auto const* channel = channel_here(frame.content());
    AddressCard const card{"quiz.end", frame.words("quiz.take_along"), channel};
    bool const beside = !layout.portrait() && area.width >= layout.units(1300);
    Rect card_place;
    if (channel && beside) {
        card_place = cut_right(area, std::round(area.width * 0.46F), layout.units(56));
    } else if (channel) {
        auto const needed = address_card_height(frame, area.width, card);
        auto const height =
            layout.portrait() ? std::max(needed, std::min(area.height * 0.4F, layout.units(520))) : needed;
        card_place = cut_bottom(area, height, layout.units(24));
    }
    // The eye is open; where there is no room for it, the words are enough.
    auto const eye_height = std::round(std::min(layout.units(layout.portrait() ? 280 : 200), area.height * 0.3F));
    if (!layout.large_text() && eye_height >= layout.units(120)) {
        auto const eye = cut_top(area, eye_height, layout.units(26));
        ui::progress_ring(canvas, {area.x, eye.y, std::round(eye_height * 1.9F), eye_height}, run.distinct(),
                          run.distinct());
    }
    draw_title(frame, area, "quiz.end.title", frame.words("quiz.end_title"));
    draw_score(frame, area, run);
    if (channel) draw_address_card(frame, card_place, card);
    ways.draw(ways_place);
}

} // namespace kiosk::screens
