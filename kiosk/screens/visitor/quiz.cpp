// The quiz: one question in its place, which is dim until it is answered, two to four large answers, then the reason
// and its source.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/quiz_parts.h"
#include "screens/visitor/quiz_reason.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using content::Question;
using content::QuestionKind;
using visit::QuizRun;

ReasonPlate reason_of(Frame& frame, Question const& question, QuizRun const& run)
{
    bool const right = run.chosen == std::set<std::string>(question.right.begin(), question.right.end());
    return {frame, question, right ? Verdict::right : Verdict::reconsider};
}

// What the quiz is about stands where the reason will, beside how to skip it.
void draw_note_plate(Frame& frame, Rect area, QuizRun const& run)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const note = note_block(frame, run);
    auto const side = layout.units(34);
    auto const top = layout.units(26);
    auto const height = ui::text_height(canvas, area.width - 2 * side, note) + 2 * top;
    auto const place = cut_bottom(area, std::min(area.height, height));
    ui::plate(canvas, place);
    ui::text_block(canvas, place.inset(side, top), note);
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
                        .style = ui::ButtonStyle::onward}))
            frame.emit(visit::NextQuestion{});
    } else if (run.kind == visit::RunKind::first && run.asks_first()) {
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
                        .style = ui::ButtonStyle::onward}))
            frame.emit(visit::ConfirmAnswer{});
    }
}

// `most`: of the area's height, for the question itself.
void draw_question(Frame& frame, Rect& area, Question const& question, QuizRun const& run, float most = 0.45F)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const& words = frame.in_language(question.words);
    auto const& text = run.asks_again() && !words.again.empty() ? words.again : words.question;
    // Where the page scrolls, a question that is answered leaves its room to the reason.
    bool const large_enough = layout.text(ui::TextStep::lead) >= layout.least_text(ui::TextStep::title);
    bool const quieter = run.answered && is_scrolled(frame) && large_enough;
    auto const step = quieter ? ui::TextStep::lead : ui::TextStep::title;
    auto const height =
        ui::heading(canvas, {area.x, area.y, area.width, area.height * most}, "quiz.question", text, step);
    cut_top(area, height, layout.units(12));
    std::string hint;
    if (run.asks_intent() && run.asks_first())
        hint = frame.words("quiz.intent_hint");
    else if (run.asks_pair_first() && run.asks_first())
        hint = frame.words("quiz.first");
    else if (question.kind == QuestionKind::several && !run.answered)
        hint = frame.words("quiz.several");
    if (!hint.empty())
        cut_top(area, ui::text_block(canvas, area,
                                     {"quiz.hint", hint, ui::TextStep::reading, ui::Face::regular, ui::Ink::quiet,
                                      ui::Role::text, 1.35F, ui::Wrap::balanced}));
    cut_top(area, layout.units(layout.large_text() ? 20 : 28));
}

// The light of a place comes up with the answer, also with one that was wrong: one knows now.
PlaceView place_of(Frame& frame, visit::State const& state, Question const& question, PlaceFade fade)
{
    auto const& run = state.quiz;
    return {.picture = question.picture,
            .answer = "",
            .light = run.answered ? changed_since(frame, run.answered_at, state.comfort.movement) : 0.F,
            .fade = fade};
}

// On a page that scrolls, without gaps: the reason first, which is what one has touched for, and the way on below it,
// so that nobody looks for it below answers that are over.
void draw_scrolled(Frame& frame, Rect area, Question const& question, QuizRun const& run)
{
    auto const gap = frame.layout().gap();
    auto const answers = choices_height(frame, area.width, choices_of(frame, question, run));
    auto const next = frame.layout().main_target();
    if (run.answered) {
        auto const reason = reason_of(frame, question, run);
        reason.draw(cut_top(area, reason.height(area.width), gap));
        draw_onwards(frame, cut_top(area, next, gap + frame.layout().units(10)), question, run);
        if (answers > area.height + 1) frame.canvas().report_overflow();
        auto place = cut_top(area, answers);
        return draw_answers(frame, place, question, run);
    }
    if (answers + gap + next > area.height + 1) frame.canvas().report_overflow();
    auto place = cut_top(area, answers, gap);
    draw_answers(frame, place, question, run);
    auto const note = note_block(frame, run);
    if (!note.text.empty()) {
        auto const height = ui::text_height(frame.canvas(), area.width, note);
        if (height + gap + next > area.height + 1) frame.canvas().report_overflow();
        ui::text_block(frame.canvas(), cut_top(area, height, gap), note);
    }
    draw_onwards(frame, cut_top(area, next), question, run);
}

// Takes its height from the area.
void draw_reason(Frame& frame, Rect& area, Question const& question, QuizRun const& run)
{
    auto const reason = reason_of(frame, question, run);
    auto const height = reason.height(area.width);
    if (height > area.height + 1) frame.canvas().report_overflow();
    reason.draw(cut_top(area, height, frame.layout().units(24)));
}

// From edge to edge, where question and answers leave room for it; lower, it would cut what it shows.
void draw_place_below(Frame& frame, float top, visit::State const& state, Question const& question)
{
    auto const& layout = frame.layout();
    Rect const band{0, top + layout.units(20), layout.screen().width, layout.bar().y - top - layout.units(20)};
    bool const all_in_sight = frame.content_area().bottom() <= layout.bar().y;
    if (question.picture.empty() || state.quiz.answered || !all_in_sight || band.height < layout.units(260)) return;
    draw_place(frame, band, place_of(frame, state, question, PlaceFade::none));
}

// On a low panel, and where large letters have no room beside a place: the question at one side and the answers at the
// other. The reason comes below the question, and the way on below the answers.
void draw_two_columns(Frame& frame, Rect area, visit::State const& state, Question const& question)
{
    auto const& layout = frame.layout();
    auto const& run = state.quiz;
    auto side =
        cut_right(area, std::round(area.width * (layout.low() ? 0.5F : 0.47F)), layout.gap() + layout.units(10));
    draw_position(frame, area, state, NotePlace::elsewhere);
    // On a page that scrolls the reason comes first: it is what one has touched for.
    bool const reason_first = run.answered && is_scrolled(frame);
    if (reason_first) draw_reason(frame, area, question, run);
    draw_question(frame, area, question, run, 1); // the answers stand beside it
    bool const skips = !run.answered && run.kind == visit::RunKind::first && run.asks_first();
    auto& onwards = skips ? area : side;
    // On a page that scrolls nothing is kept free for what is not there yet.
    bool const leads_on = run.answered || skips || question.kind == QuestionKind::several || !is_scrolled(frame);
    auto const next = leads_on ? cut_bottom(onwards, layout.main_target(), layout.gap()) : Rect{};
    // Below the question, which is what is asked.
    if (auto const note = note_block(frame, run); !note.text.empty()) {
        auto const height = ui::text_height(frame.canvas(), area.width, note);
        if (height > area.height + 1) frame.canvas().report_overflow();
        ui::text_block(frame.canvas(), cut_top(area, height, layout.gap()), note);
    }
    if (run.answered && !reason_first) draw_reason(frame, area, question, run);
    draw_answers(frame, side, question, run);
    // Right below the answers, where a page that scrolls shows it first.
    draw_place_below(frame, std::max(area.y, side.y), state, question);
    if (leads_on)
        draw_onwards(frame, run.answered && is_scrolled(frame) ? Rect{next.x, side.y, next.width, next.height} : next,
                     question, run);
}

// The place is in a band between the question and the answers, which stand where a hand is and stay there. The reason
// comes over it.
void draw_below_each_other(Frame& frame, Rect area, visit::State const& state, Question const& question)
{
    auto const& layout = frame.layout();
    auto const& run = state.quiz;
    auto const choices = choices_of(frame, question, run);
    if (is_scrolled(frame)) return draw_scrolled(frame, area, question, run);
    auto const next = cut_bottom(area, layout.main_target(), layout.gap());
    auto answers = cut_bottom(area, choices_height(frame, area.width, choices), layout.gap() + layout.units(10));
    Rect const band{0, area.y, layout.screen().width, area.height};
    if (!question.picture.empty() && layout.portrait() && band.height >= layout.units(180))
        draw_place(frame, band, place_of(frame, state, question, PlaceFade::none));
    draw_answers(frame, answers, question, run);
    if (run.answered) reason_of(frame, question, run).draw(area);
    draw_onwards(frame, next, question, run);
}

// The place is beside the words, and the reason comes over its foot.
void draw_beside_each_other(Frame& frame, Rect area, visit::State const& state, Question const& question)
{
    auto const& layout = frame.layout();
    auto const& run = state.quiz;
    auto whole = area;
    auto const place = cut_place_beside(frame, whole, 0.44F);
    if (!is_scrolled(frame) && !question.picture.empty())
        draw_place(frame, place, place_of(frame, state, question, PlaceFade::at_start));
    auto side = cut_right(area, area.right() - place.x - layout.units(40), layout.gap() + layout.units(10));
    auto const next = cut_bottom(side, layout.main_target(), layout.gap());
    // In large letters thanks stand there, too.
    auto const has_note = !note_words(frame, run).empty();
    bool const aside = has_note && ((run.kind == visit::RunKind::first && run.asks_first()) || layout.large_text());
    draw_position(frame, area, state, aside ? NotePlace::elsewhere : NotePlace::below_position);
    if (aside) draw_note_plate(frame, side, run);
    draw_question(frame, area, question, run);
    draw_answers(frame, area, question, run);
    if (run.answered) reason_of(frame, question, run).draw(side);
    draw_onwards(frame, next, question, run);
}

} // namespace

void draw_quiz(Frame& frame, visit::State const& state)
{
    auto const& run = state.quiz;
    if (!run.running() || run.answers.size() != run.questions.size()) return;
    auto const* question = quiz_of(frame, run).find_asked(run.questions[static_cast<std::size_t>(run.position)]);
    if (!question) return;
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    bool const columns = layout.low() ? !layout.large_text() : layout.large_text() && is_scrolled(frame);
    if (columns && !layout.portrait()) return draw_two_columns(frame, area, state, *question);
    if (!layout.portrait() && area.width >= layout.units(1100))
        return draw_beside_each_other(frame, area, state, *question);
    // On a page that scrolls the answers come first.
    draw_position(frame, area, state, is_scrolled(frame) ? NotePlace::elsewhere : NotePlace::below_position);
    draw_question(frame, area, *question, run);
    draw_below_each_other(frame, area, state, *question);
}

} // namespace kiosk::screens
