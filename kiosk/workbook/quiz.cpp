// The quiz: all its questions, scores and what was learned; then a sheet for each question.
#include "workbook/book.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

struct NumberedQuestion {
    QuestionFigures figures;
    std::size_t number = 0; // from 1, in the order of the content
    std::string sheet;
    double share() const
    {
        return figures.answered > 0 ? static_cast<double>(figures.right) / static_cast<double>(figures.answered) : -1;
    }
};

// Numbered in the order of the content; questions it does not know come after, by their ids.
std::vector<NumberedQuestion> numbered(Book& book, figures::Figures const& figures)
{
    std::map<std::string, std::vector<std::string>> orders;
    std::vector<NumberedQuestion> list;
    for (auto& question : figures.questions()) {
        auto order = orders.find(question.quiz);
        if (order == orders.end()) {
            auto const& questions = book.labels().questions;
            order =
                orders.emplace(question.quiz, questions ? questions(question.quiz) : std::vector<std::string>()).first;
        }
        auto const place = std::find(order->second.begin(), order->second.end(), question.question);
        auto const number = static_cast<std::size_t>(place - order->second.begin()) + 1;
        list.push_back({std::move(question), number, ""});
    }
    std::stable_sort(list.begin(), list.end(),
                     [](NumberedQuestion const& a, NumberedQuestion const& b) { return a.number < b.number; });
    std::size_t last = 0;
    for (auto& asked : list) {
        asked.number = last = std::max(asked.number, last + 1);
        asked.sheet = book.sheet_name(
            book.words("sheet.question", {{"number", std::to_string(asked.number)}, {"id", asked.figures.question}}));
    }
    return list;
}

std::string numbered_text(Book& book, NumberedQuestion const& asked)
{
    return fmt::format("{}. {}", asked.number, book.question(asked.figures));
}

void write_questions(Sheet& sheet, std::vector<NumberedQuestion> list, ChartSources& places)
{
    auto& book = sheet.book();
    sheet.section(book.words("questions_by_share"));
    if (list.empty()) {
        sheet.paragraph(book.words("none_yet"));
        sheet.end_section();
        return;
    }
    std::stable_sort(list.begin(), list.end(),
                     [](NumberedQuestion const& a, NumberedQuestion const& b) { return a.share() > b.share(); });
    Table table{{book.words("question"), book.words("answered"), book.words("right"), book.words("share_right"),
                 book.words("left_here"), book.words("sheet_of_it")},
                {},
                {},
                "questions"};
    auto const first = sheet.row() + 1;
    auto const last = first + static_cast<lxw_row_t>(list.size()) - 1;
    std::int64_t answered = 0, right = 0, left = 0;
    for (auto const& asked : list) {
        auto const row = first + static_cast<lxw_row_t>(table.rows.size());
        auto const& figures = asked.figures;
        table.rows.push_back({text_cell(numbered_text(book, asked)), number_cell(figures.answered),
                              number_cell(figures.right),
                              share_cell(figures.right, figures.answered, cell_name(row, 2), cell_name(row, 1)),
                              number_cell(figures.left), link_cell(asked.sheet, cut(asked.sheet, 20))});
        answered += figures.answered;
        right += figures.right;
        left += figures.left;
    }
    Range const rows{first, last, 0, 4};
    table.total = {text_cell(book.words("all")),
                   number_cell(answered, sum_of(rows, 1)),
                   number_cell(right, sum_of(rows, 2)),
                   share_cell(right, answered, cell_name(last + 1, 2), cell_name(last + 1, 1)),
                   number_cell(left, sum_of(rows, 4)),
                   Cell()};
    int const top = sheet.top();
    places.questions = sheet.table(table);
    places.has_questions = true;
    auto* const chart = make_chart(
        book, {Shape::bars, Scale::shares, book.words("questions_by_share"), sheet.name(), places.questions, 0, 3, ""});
    sheet.chart(chart, book.words("questions_by_share"), kChartWidth, std::max(sheet.top() - top, 200));
    sheet.paragraph(book.words("questions_note"), Style::quiet);
    sheet.end_section();
}

void write_reach(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    sheet.section(book.words("quizzes"));
    auto const& started = figures.items(Measure::quiz_started);
    if (started.empty()) {
        sheet.paragraph(book.words("none_yet"));
        sheet.end_section();
        return;
    }
    Table table{{book.words("quiz"), book.words("begun"), book.words("finished"), book.words("share_finished")},
                {},
                {},
                "quizzes"};
    for (auto const& [quiz, n] : started) {
        auto const row = sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size());
        auto const finished = figures.of(Measure::quiz_finished, quiz);
        table.rows.push_back({text_cell(book.item(Measure::quiz_started, quiz)), number_cell(n), number_cell(finished),
                              share_cell(finished, n, cell_name(row, 2), cell_name(row, 1))});
    }
    sheet.table(table);
    sheet.end_section();
}

// "travellers/5-of-6": the most right answers first.
void write_scores(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    auto const right_of = [](std::string const& item) {
        auto const begin = item.rfind('/') + 1; // 0 where there is no slash
        int right = -1;
        std::from_chars(item.data() + begin, item.data() + item.size(), right);
        return right;
    };
    auto const& items = figures.items(Measure::quiz_score);
    if (items.empty()) return;
    std::vector<std::pair<std::string, std::int64_t>> scores(items.begin(), items.end());
    std::stable_sort(scores.begin(), scores.end(),
                     [&](auto const& a, auto const& b) { return right_of(a.first) > right_of(b.first); });
    bool const several = figures.items(Measure::quiz_started).size() > 1;
    Named rows;
    for (auto const& [item, n] : scores) {
        auto const quiz = item.substr(0, std::min(item.rfind('/'), item.size()));
        auto const label = book.item(Measure::quiz_score, item);
        rows.emplace_back(several ? book.item(Measure::quiz_started, quiz) + " · " + label : label, n);
    }
    sheet.section(book.words("scores"));
    auto const range = counts_table(sheet, book.words("score"), book.words("finished"), rows, "scores");
    auto* const chart =
        make_chart(book, {Shape::bars, Scale::counts, book.words("scores"), sheet.name(), range, 0, 1, ""});
    sheet.chart(chart, book.words("scores"), kChartWidth, bars_height(rows.size()));
    sheet.end_section();
}

void write_learning(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    sheet.section(book.words("learning.title"));
    auto const learning = figures.learning();
    if (learning.all() == 0)
        sheet.paragraph(book.words("none_yet"));
    else {
        auto const range = counts_table(sheet, book.words("first_and_last"), book.words("finished"),
                                        learning_rows(book, figures), "learning");
        auto* const chart = make_chart(
            book,
            {Shape::bars, Scale::counts, book.words("learning.title"), sheet.name(), range, 0, 1, "", {1, 2, 3}, {0}});
        sheet.chart(chart, book.words("learning.title"), kChartWidth, bars_height(4) + 30);
    }
    if (learning.all() > 0) {
        sheet.table({{"", book.words("finished")},
                     {{text_cell(book.words("learning.net")), change_cell(learning.net())}},
                     {},
                     "learned"});
        if (auto const note = guessing_note(book, figures); !note.empty()) sheet.paragraph(note);
    }
    sheet.paragraph(book.words("learning_note"), Style::quiet);
    sheet.end_section();
}

// What people would do, before the questions and after them.
void write_intent(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    auto const& items = figures.items(Measure::intent);
    if (items.empty()) return;
    Named rows;
    for (auto const& [item, n] : items) rows.emplace_back(book.item(Measure::intent, item), n);
    sheet.section(book.words("intent_title"));
    counts_table(sheet, book.words("intent_first_and_last"), book.words("finished"), rows, "intent");
    sheet.paragraph(book.words("intent_note"), Style::quiet);
    sheet.end_section();
}

// Questions down; how many answers, and how many of them right, in each language.
void write_languages(Sheet& sheet, std::vector<NumberedQuestion> const& list, figures::Figures const& figures)
{
    auto& book = sheet.book();
    figures::Items all;
    for (auto const& [question, languages] : figures.answered_by_language)
        for (auto const& [language, answered] : languages) all[language] += answered.all;
    if (all.empty()) return;
    sheet.section(book.words("questions_by_language"));
    // As many as stand on a page; all of them are in the sheet of data.
    constexpr std::size_t kMost = 6;
    auto order = by_count(all);
    if (order.size() > kMost) order.resize(kMost);
    Table table{{book.words("question")}, {}, {}, "questions_by_language"};
    for (auto const& [language, n] : order) {
        table.headings.push_back(book.language(language));
        table.headings.push_back(book.words("share_right"));
    }
    for (auto const& asked : list) {
        std::vector<Cell> row{text_cell(numbered_text(book, asked))};
        auto const found = figures.answered_by_language.find(asked.figures.quiz + "/" + asked.figures.question);
        for (auto const& [language, n] : order) {
            figures::Answered answered;
            if (found != figures.answered_by_language.end())
                if (auto const in = found->second.find(language); in != found->second.end()) answered = in->second;
            row.push_back(number_cell(answered.all));
            row.push_back(share_cell(answered.right, answered.all));
        }
        table.rows.push_back(std::move(row));
    }
    sheet.table(table);
    sheet.paragraph(book.words("questions_by_language_note"), Style::quiet);
    sheet.end_section();
}

// All answers of the content, with those that tallies know besides.
NamedCounts answers_of(Book& book, QuestionFigures const& question)
{
    NamedCounts answers;
    if (book.labels().answers)
        for (auto const& id : book.labels().answers(question.quiz, question.question)) answers.emplace_back(id, 0);
    for (auto const& [id, n] : question.answers) {
        auto const known =
            std::find_if(answers.begin(), answers.end(), [&id = id](auto const& each) { return each.first == id; });
        if (known == answers.end())
            answers.emplace_back(id, n);
        else
            known->second = n;
    }
    return answers;
}

void write_answers(Sheet& sheet, NumberedQuestion const& asked, std::string const& answered_at)
{
    auto& book = sheet.book();
    auto const& question = asked.figures;
    sheet.section(book.words("answers"));
    auto const answers = answers_of(book, question);
    if (answers.empty()) {
        sheet.paragraph(book.words("none_yet"));
        sheet.end_section();
        return;
    }
    Table table{{book.words("answer"), book.words("right_or_not"), book.words("chosen"), book.words("share")},
                {},
                {},
                fmt::format("question_{}_answers", asked.number)};
    std::int64_t chosen = 0;
    std::vector<std::size_t> quiet;
    for (auto const& [id, n] : answers) {
        auto const row = sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size());
        auto const right =
            book.labels().right ? book.labels().right(question.quiz, question.question, id) : std::nullopt;
        if (right.has_value() && !*right) quiet.push_back(table.rows.size());
        auto const text = book.answer(question, id);
        table.rows.push_back({text_cell(right.value_or(false) ? "✓ " + text : text),
                              text_cell(right ? book.words(*right ? "is_right" : "is_not_right") : ""), number_cell(n),
                              share_cell(n, question.answered, cell_name(row, 2), answered_at)});
        chosen += n;
    }
    auto const range = sheet.table(table);
    auto* const chart = make_chart(
        book, {Shape::bars, Scale::counts, book.words("answers_chart"), sheet.name(), range, 0, 2, "", quiet, {}});
    sheet.chart(chart, book.question(question), kChartWidth, bars_height(answers.size()) + 60);
    if (chosen > question.answered) sheet.paragraph(book.words("several_note"), Style::quiet);
    sheet.end_section();
}

void write_question(Book& book, NumberedQuestion const& asked)
{
    Sheet sheet(book, asked.sheet, Orientation::landscape);
    auto const& question = asked.figures;
    sheet.title(book.question(question),
                book.words("question_number", {{"number", std::to_string(asked.number)},
                                               {"quiz", book.item(Measure::quiz_started, question.quiz)},
                                               {"id", question.question}}));
    sheet.section(book.words("in_short"));
    auto const first = sheet.row() + 1;
    auto const answered_at = cell_name(first, 1);
    sheet.table({{"", book.words("number")},
                 {{text_cell(book.words("answered")), number_cell(question.answered)},
                  {text_cell(book.words("right")), number_cell(question.right)},
                  {text_cell(book.words("share_right")),
                   share_cell(question.right, question.answered, cell_name(first + 1, 1), answered_at)},
                  {text_cell(book.words("left_here_long")), number_cell(question.left)}},
                 {},
                 fmt::format("question_{}", asked.number)});
    sheet.blank();
    write_answers(sheet, asked, answered_at);
    sheet.finish();
}

} // namespace

void write_quiz(Book& book, figures::Figures const& figures, ChartSources& places)
{
    Sheet sheet(book, book.sheet_name(book.words("sheet.quiz")));
    places.quiz = sheet.name();
    sheet.title(book.words("sheet.quiz"), book.words("quiz_is"));
    sheet.widths({kLabelWidth, kWidth, kWidth, kWidth, kWidth, 20, 12, 12, 12, 12, 12, 12, 12}, 6);
    auto const list = numbered(book, figures);
    write_questions(sheet, list, places);
    write_languages(sheet, list, figures);
    write_reach(sheet, figures);
    write_scores(sheet, figures);
    write_learning(sheet, figures);
    write_intent(sheet, figures);
    sheet.finish();
    for (auto const& asked : list) write_question(book, asked);
}

} // namespace kiosk::workbook
