// What travellers know of the quiz, and what they learned by it.
#include "screens/staff/lists.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

ui::PartsBar learning_bar(Frame const& frame, Learning const& learning)
{
    ui::PartsBar bar{"figures.learned", {}, frame.staff_words("quiz.none")};
    auto const part = [&](char const* id, std::int64_t count, ui::Ink ink) {
        auto const label = frame.staff_words(fmt::format("quiz.{}", id));
        auto const number = number_text(frame, count);
        bar.parts.push_back({fmt::format("figures.learning.{}", id), label, number,
                             bar_description(frame, label, number), static_cast<double>(count), ink});
    };
    part("learned", learning.learned, ui::Ink::accent);
    part("stayed_right", learning.stayed_right, ui::Ink::right);
    part("unlearned", learning.unlearned, ui::Ink::reconsider);
    part("stayed_wrong", learning.stayed_wrong, ui::Ink::line);
    return bar;
}

char const* key_of_net(std::int64_t net)
{
    if (net == 0) return "quiz.learned_none";
    return net > 0 ? "quiz.learned_more" : "quiz.learned_fewer";
}

// What the bar would show if everybody guessed. The question is the one that is asked twice now: an earlier edition may
// have asked another.
std::string guessing_words(Frame const& frame, std::int64_t quizzes)
{
    // The figures of several quizzes are one sum, of which no chance is known.
    if (frame.content().quizzes.size() != 1 || quizzes == 0) return "";
    auto const& quiz = frame.content().quizzes.front();
    auto const* question = quiz.find(quiz.pair);
    if (!question) return "";
    auto const choosing = question->kind == content::QuestionKind::several ? ChoiceMode::several : ChoiceMode::one;
    auto const chance = guessing_chance(choosing, static_cast<int>(question->answers.size()));
    return frame.staff_words("quiz.guessing", {{"n", number_text(frame, moved_by_guessing(quizzes, chance))},
                                               {"all", number_text(frame, quizzes)}});
}

// What changed between the first answer and the last: as a number, as its parts, and beside guessing. Takes its height
// from the area.
void draw_learning(Frame& frame, Rect& area, Learning const& learning)
{
    if (learning.all() > 0)
        draw_sentence(
            frame, area, "figures.learning",
            frame.staff_words(key_of_net(learning.net()), {{"all", number_text(frame, learning.all())},
                                                           {"n", number_text(frame, std::abs(learning.net()))}}));
    auto const bar = learning_bar(frame, learning);
    auto const height = ui::parts_bar_height(frame.canvas(), area.width, bar);
    ui::parts_bar(frame.canvas(), {area.x, area.y, area.width, height}, bar);
    auto const guessed = guessing_words(frame, learning.all());
    cut_top(area, height, frame.layout().units(guessed.empty() ? 26 : 16));
    draw_sentence(frame, area, "figures.guessing", guessed);
}

// What it takes, found by drawing it where nobody sees it.
float learning_height(Frame& frame, Rect area, Learning const& learning)
{
    ui::DetachedCanvas rehearsal(frame.canvas());
    std::vector<visit::Action> ignored;
    Frame trial(rehearsal.canvas(), frame.content(), frame.language(), ignored);
    auto const top = area.y;
    draw_learning(trial, area, learning);
    return area.y - top;
}

std::string question_text(Frame const& frame, QuestionFigures const& figures)
{
    auto const* quiz = frame.content().quiz(figures.quiz);
    auto const* question = quiz ? quiz->find(figures.question) : nullptr;
    // Of an edition that is no longer shown.
    return question ? frame.in_language(question->words).question : figures.question;
}

// Questions of two quizzes may have one id; those of the first quiz are named by it alone.
std::string row_id(Frame const& frame, QuestionFigures const& figures)
{
    auto const* first = frame.content().quiz("");
    bool const of_first = !first || figures.quiz == first->id;
    return of_first ? "figures.quiz." + figures.question
                    : fmt::format("figures.quiz.{}.{}", figures.quiz, figures.question);
}

ui::BarRows question_rows(Frame const& frame, float width, SpanFigures const& span)
{
    std::vector<QuestionFigures> asked;
    std::copy_if(span.questions.begin(), span.questions.end(), std::back_inserter(asked),
                 [](QuestionFigures const& question) { return question.answered > 0; });
    // What travellers know least comes first.
    std::stable_sort(asked.begin(), asked.end(), [](QuestionFigures const& a, QuestionFigures const& b) {
        return a.right * b.answered < b.right * a.answered;
    });
    bool const narrow = width < frame.layout().units(900);
    ui::BarRows rows{"figures.quiz",
                     {},
                     frame.staff_words("quiz.no_answers"),
                     1,
                     ui::Track::shown,
                     ui::TextStep::small,
                     0.56F,
                     narrow ? ui::RowLabels::above : ui::RowLabels::beside};
    for (auto const& question : asked) {
        auto const text = question_text(frame, question);
        Values const values{{"percent", percent_text(frame, question.right, question.answered)},
                            {"n", number_text(frame, question.answered)}};
        auto const value = frame.staff_words("quiz.share", values);
        rows.bars.push_back({row_id(frame, question), text, value, bar_description(frame, text, value),
                             static_cast<double>(question.right) / static_cast<double>(question.answered),
                             ui::Ink::right});
    }
    return rows;
}

} // namespace

// What was learned stands on the first page of the questions.
void draw_quiz_figures(Frame& frame, Rect area, SpanFigures const& span, std::string const& period, int page)
{
    draw_chart_title(frame, area, frame.staff_words("quiz.title"), period);
    auto rows = question_rows(frame, area.width, span);
    if (rows.bars.empty()) {
        draw_learning(frame, area, span.learning);
        if (span.learning.all() > 0) draw_sentence(frame, area, "figures.quiz.empty", rows.empty);
        return;
    }
    ui::TextBlock const heading{"figures.questions",
                                frame.staff_words("quiz.questions"),
                                ui::TextStep::reading,
                                ui::Face::semibold,
                                ui::Ink::text,
                                ui::Role::heading,
                                1.3F};
    auto const heading_height = ui::text_height(frame.canvas(), area.width, heading) + frame.layout().units(12);
    auto const below = Rect{area.x, area.y, area.width, area.height - heading_height};
    auto const pages = pages_of(frame, below, rows, page, learning_height(frame, area, span.learning));
    if (pages.shown == 0) draw_learning(frame, area, span.learning);
    ui::text_block(frame.canvas(), area, heading);
    cut_top(area, heading_height);
    draw_page(frame, area, std::move(rows), pages);
}

} // namespace kiosk::screens
