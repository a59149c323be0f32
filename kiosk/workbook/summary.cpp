// The summary: one page that says it all, and a second for the questions. Twelve columns of the same width: four cards
// across, then tables on the left third and charts on the rest.
#include "workbook/book.h"

#include <algorithm>
#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

constexpr lxw_col_t kGrid = 12, kCardColumns = 3, kChartsFrom = 4;
constexpr double kGridWidth = 15;
constexpr int kGridPixels = 110; // of a column of 15 characters
constexpr int kChartHeight = 300, kApart = 14;
constexpr int kChartGridPixels = (kGrid - kChartsFrom) * kGridPixels - kApart - 4; // within the area that is printed
constexpr int kNarrowPixels = 336;
constexpr std::size_t kFewDays = 8;

struct Card {
    std::string label, text;
    Cell value;
    Style style = Style::card_number;
};

std::string share_text(Book& book, std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? book.percent(part, whole) : "–";
}

// Of a loop that nobody touches.
std::vector<Card> loop_cards(Book& book, figures::WorkbookData const& account)
{
    std::int64_t minutes = 0;
    for (auto const& [day, told] : account.day_summaries) minutes += told.minutes_open;
    auto const days = static_cast<std::int64_t>(account.figures.visits_by_day().size());
    return {{book.words("loop_codes"), book.words("card.loop_text"),
             number_cell(account.figures.sum(Measure::display_code)), Style::card_number},
            {book.words("card.days"), book.words("card.days_text"), number_cell(days), Style::card_number},
            {book.words("hours_open"), book.words("card.hours_text"),
             minutes > 0 ? number_cell(minutes / 60) : text_cell("–"), Style::card_number},
            {book.words("card.visits"), book.words("card.untouched_text"), number_cell(0), Style::card_number}};
}

std::vector<Card> cards(Book& book, figures::WorkbookData const& account)
{
    auto const& figures = account.figures;
    if (figures.sum(Measure::visits) == 0 && figures.sum(Measure::display_code) > 0) return loop_cards(book, account);
    auto const learning = figures.learning();
    std::int64_t answered = 0, right = 0;
    for (auto const& question : figures.questions()) {
        answered += question.answered;
        right += question.right;
    }
    auto const number = [&](std::int64_t n) { return book.number(n); };
    auto const engaged = figures.engaged();
    auto const ended = figures.sum(Measure::visit_kind);
    return {{book.words("card.visits"), book.words("card.visits_text", {{"days", number(figures.days_with_visits())}}),
             number_cell(figures.sum(Measure::visits)), Style::card_number},
            {book.words("card.engaged"),
             book.words("card.engaged_text", {{"share", share_text(book, engaged.value_or(0), ended)}}),
             engaged ? number_cell(*engaged) : text_cell("–"), Style::card_number},
            {book.words("card.finished"),
             book.words("card.finished_text", {{"begun", number(figures.sum(Measure::quiz_started))},
                                               {"share", share_text(book, right, answered)}}),
             number_cell(figures.sum(Measure::quiz_finished)), Style::card_number},
            {book.words("card.learned"),
             book.words("card.learned_text",
                        {{"learned", number(learning.learned)}, {"unlearned", number(learning.unlearned)}}),
             change_cell(learning.net()), Style::card_change}};
}

void write_cards(Sheet& sheet, figures::WorkbookData const& account)
{
    auto const list = cards(sheet.book(), account);
    auto const across = [&](auto const& write, int pixels) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            auto const first = static_cast<lxw_col_t>(i * kCardColumns);
            write(list[i], first, static_cast<lxw_col_t>(first + kCardColumns - 1));
        }
        sheet.blank(pixels);
    };
    across([&](Card const& card, lxw_col_t first,
               lxw_col_t last) { sheet.merged(sheet.row(), first, last, text_cell(card.label), Style::card_label); },
           28);
    across([&](Card const& card, lxw_col_t first,
               lxw_col_t last) { sheet.merged(sheet.row(), first, last, card.value, card.style); },
           52);
    sheet.book().name_range("visits_all", sheet.name(), {sheet.row() - 1, sheet.row() - 1, 0, 0});
    across([&](Card const& card, lxw_col_t first,
               lxw_col_t last) { sheet.merged(sheet.row(), first, last, text_cell(card.text), Style::card_text); },
           40);
    sheet.blank();
}

// Its names lie over two columns; counts in the third, shares of all in the fourth.
Range small_table(Sheet& sheet, std::string const& heading, Named const& rows)
{
    auto& book = sheet.book();
    auto const row_of = [&](Cell const& name, Cell const& count, Cell const& share) {
        sheet.merged(sheet.row(), 0, 1, name, Style::label);
        sheet.cell(sheet.row(), 2, count);
        sheet.cell(sheet.row(), 3, share);
        sheet.blank();
    };
    sheet.merged(sheet.row(), 0, 1, text_cell(heading), Style::header);
    sheet.cell(sheet.row(), 2, text_cell(book.words("number")), Style::header_number);
    sheet.cell(sheet.row(), 3, text_cell(book.words("share")), Style::header_number);
    sheet.blank();
    std::int64_t all = 0;
    for (auto const& row : rows) all += row.second;
    Range const range{sheet.row(), sheet.row() + static_cast<lxw_row_t>(std::max<std::size_t>(rows.size(), 1)) - 1, 0,
                      3};
    auto sum = sum_of(range, 2).substr(1);
    for (auto const& [name, n] : rows)
        row_of(text_cell(name), number_cell(n), share_cell(n, all, cell_name(sheet.row(), 2), sum));
    if (rows.empty()) row_of(text_cell(book.words("none_yet")), {}, {});
    sheet.blank(12);
    return range;
}

struct Tables {
    Range learning, languages;
    bool has_languages = false;
};

Tables write_tables(Sheet& sheet, figures::Figures const& figures)
{
    auto& book = sheet.book();
    Tables tables;
    tables.learning = small_table(sheet, book.words("learning_short"), learning_rows(book, figures));
    Named languages;
    for (auto const& [language, n] : by_count(figures.visits_by_language))
        languages.emplace_back(book.language(language), n);
    tables.has_languages = !languages.empty();
    tables.languages = small_table(sheet, book.words("language"), languages);
    small_table(sheet, book.words("visit_lengths"), lengths(book, figures));
    small_table(sheet, book.words("visits_ended"), endings(book, figures));
    return tables;
}

// Two charts by two beside the tables.
enum class ChartSlot { left, right, across };
struct ChartGrid {
    Sheet& sheet;
    lxw_row_t row;
    int left; // how wide the charts on the left are; those on the right have the rest
    void add_chart(ChartPlan plan, ChartSlot place, int line) const
    {
        int const from = place == ChartSlot::right ? left + kApart : 0;
        int const width = place == ChartSlot::across ? kChartGridPixels
                          : place == ChartSlot::left ? left
                                                     : kChartGridPixels - from;
        constexpr int kNumber = 24; // takes so much [pixels]
        if (plan.shape == Shape::columns) plan.most_labelled = static_cast<std::size_t>(width / kNumber);
        sheet.chart_at(make_chart(sheet.book(), plan), plan.title, row, kChartsFrom,
                       {kApart + from, line * (kChartHeight + kApart), width, kChartHeight});
    }
};

void write_charts(Sheet& sheet, lxw_row_t row, Tables const& tables, figures::Figures const& figures,
                  ChartSources const& places)
{
    auto& book = sheet.book();
    // A fair has few days and long names of hours.
    bool const few_days = places.has_hours && places.has_days && places.days.rows() <= kFewDays;
    ChartGrid const wall{sheet, row, few_days ? kNarrowPixels : (kChartGridPixels - kApart) / 2};
    if (places.has_days)
        wall.add_chart(
            {Shape::columns, Scale::counts, places.days_title, places.time, places.days, 0, 1, places.days_format},
            places.has_hours ? ChartSlot::left : ChartSlot::across, 0);
    if (places.has_hours)
        wall.add_chart(
            {Shape::columns, Scale::counts, book.words("visits_by_hour"), places.visits, places.hours, 0, 1, ""},
            ChartSlot::right, 0);
    if (tables.has_languages)
        wall.add_chart(
            {Shape::bars, Scale::counts, book.words("visits_by_language"), sheet.name(), tables.languages, 0, 2, ""},
            ChartSlot::left, 1);
    if (figures.learning().all() > 0)
        wall.add_chart({Shape::bars,
                        Scale::counts,
                        book.words("learning.title"),
                        sheet.name(),
                        tables.learning,
                        0,
                        2,
                        "",
                        {1, 2, 3},
                        {0}},
                       ChartSlot::right, 1);
}

} // namespace

void write_summary(Sheet& sheet, figures::WorkbookData const& account, ChartSources const& places)
{
    auto& book = sheet.book();
    auto const& figures = account.figures;
    auto const& options = book.options();
    sheet.widths(std::vector<double>(kGrid, kGridWidth));
    sheet.export_kind_banner();
    sheet.merged(sheet.row(), 0, kGrid - 1, text_cell(options.title), Style::kiosk_title);
    sheet.blank(42);
    auto const made = options.made_on.empty() ? book.words("made_unknown")
                                              : book.words("made_on", {{"day", book.day(options.made_on)}});
    sheet.cell(sheet.row(), 0,
               text_cell(fmt::format("{} · {} · {}", book.words("title"),
                                     book.period(figures.first_day(), figures.last_day()), made)),
               Style::subtitle);
    sheet.blank();
    for (auto const& sentence : book.labels().status) {
        sheet.merged(sheet.row(), 0, kGrid - 1, text_cell(sentence), Style::quiet);
        sheet.blank();
    }
    sheet.blank(10);
    write_cards(sheet, account);
    auto const row = sheet.row();
    auto const top = sheet.top();
    auto const tables = write_tables(sheet, figures);
    write_charts(sheet, row, tables, figures, places);
    while (sheet.top() < top + 2 * (kChartHeight + kApart)) sheet.blank();
    if (places.has_questions) {
        auto* const chart = make_chart(book, {Shape::bars, Scale::shares, book.words("questions_by_share"), places.quiz,
                                              places.questions, 0, 3, ""});
        lxw_row_t breaks[] = {sheet.row(), 0};
        book.check(worksheet_set_h_pagebreaks(sheet.raw(), breaks));
        auto const height = bars_height(places.questions.rows());
        sheet.chart_at(chart, book.words("questions_by_share"), sheet.row(), 0,
                       {0, kBelowBreak, kChartGridPixels + kChartsFrom * kGridPixels, height});
        for (auto const bottom = sheet.top() + kBelowBreak + height; sheet.top() < bottom;) sheet.blank();
    }
    worksheet_activate(sheet.raw());
    worksheet_set_tab_color(sheet.raw(), kAmber);
    sheet.finish();
}

} // namespace kiosk::workbook
