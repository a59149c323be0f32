// Fairs side by side: a column each, the same rows for all.
#include "figures/days.h"
#include "workbook/book.h"

#include <algorithm>

namespace kiosk::workbook {

namespace {

constexpr std::size_t kAcross = 6; // fairs beside each other, on a page of print
constexpr double kFairWidth = 22;  // of a column [characters]

using Row = std::function<Cell(figures::Subtotal const&)>;

struct Rows {
    Book& book;
    std::vector<std::pair<std::string, Row>> list;

    void text(std::string const& key, std::function<std::string(figures::Subtotal const&)> text)
    {
        list.emplace_back(book.words(key),
                          [text = std::move(text)](figures::Subtotal const& fair) { return text_cell(text(fair)); });
    }
    void number(std::string const& key, std::function<std::int64_t(figures::Subtotal const&)> number)
    {
        list.emplace_back(book.words(key), [number = std::move(number)](figures::Subtotal const& fair) {
            return number_cell(number(fair));
        });
    }
    void cell(std::string const& key, Row row) { list.emplace_back(book.words(key), std::move(row)); }
};

double rate(std::int64_t n, double of) { return of > 0 ? static_cast<double>(n) / of : 0; }

void add_frame(Rows& rows)
{
    auto& book = rows.book;
    rows.text("fair.planned", [&](figures::Subtotal const& fair) {
        return fair.planned_first.empty() ? "–" : book.period(fair.planned_first, fair.planned_last);
    });
    rows.text("fair.counted", [&](figures::Subtotal const& fair) { return book.period(fair.first, fair.last); });
    rows.number("fleet.kiosks", [](figures::Subtotal const& fair) { return fair.kiosks; });
    rows.number("fleet.days", [](figures::Subtotal const& fair) { return fair.figures.days_with_visits(); });
    rows.cell("hours_open", [](figures::Subtotal const& fair) {
        return fair.minutes_open > 0 ? rate_cell(static_cast<double>(fair.minutes_open) / 60) : text_cell("–");
    });
}

void add_visits(Rows& rows)
{
    auto& book = rows.book;
    rows.number("visits", [](figures::Subtotal const& fair) { return fair.visits(); });
    rows.cell("fair.visits_a_day", [](figures::Subtotal const& fair) {
        return rate_cell(rate(fair.visits(), static_cast<double>(fair.figures.days_with_visits())));
    });
    rows.cell("engaged", [](figures::Subtotal const& fair) {
        auto const engaged = fair.figures.engaged();
        return engaged ? number_cell(*engaged) : text_cell("–");
    });
    rows.cell("share_engaged", [](figures::Subtotal const& fair) {
        return share_cell(fair.figures.engaged().value_or(0), fair.figures.sum(Measure::visit_kind));
    });
    rows.text("peak_hour", [&](figures::Subtotal const& fair) { return peak_hour(book, fair.figures); });
    rows.text("fair.peak_date", [&](figures::Subtotal const& fair) {
        auto const days = fair.figures.visits_by_day();
        auto const most = std::max_element(days.begin(), days.end(),
                                           [](auto const& a, auto const& b) { return a.second < b.second; });
        return most == days.end() || most->second == 0 ? "–" : book.day(most->first);
    });
}

void add_quiz(Rows& rows)
{
    rows.number("quizzes_begun", [](figures::Subtotal const& fair) { return fair.figures.sum(Measure::quiz_started); });
    rows.number("quizzes_finished", [](figures::Subtotal const& fair) { return fair.quizzes_finished(); });
    rows.cell("share_right", [](figures::Subtotal const& fair) {
        std::int64_t right = 0;
        std::int64_t answered = 0;
        for (auto const& question : fair.figures.questions()) {
            right += question.right;
            answered += question.answered;
        }
        return share_cell(right, answered);
    });
    rows.number("learning.learned", [](figures::Subtotal const& fair) { return fair.figures.learning().learned; });
    rows.number("learning.unlearned", [](figures::Subtotal const& fair) { return fair.figures.learning().unlearned; });
    rows.cell("learning.net", [](figures::Subtotal const& fair) { return change_cell(fair.figures.learning().net()); });
}

void add_pages(Rows& rows)
{
    rows.number("pages_opened", [](figures::Subtotal const& fair) { return fair.figures.sum(Measure::page_seen); });
    rows.number("loop_codes", [](figures::Subtotal const& fair) { return fair.figures.sum(Measure::display_code); });
}

void add_reporting(Rows& rows)
{
    for (auto const step : kReportFunnel)
        rows.list.emplace_back(rows.book.item(Measure::report_step, step),
                               [step](figures::Subtotal const& fair) { return at_least_cell(fair.step(step)); });
    rows.cell("fleet.codes", [](figures::Subtotal const& fair) { return at_least_cell(fair.codes_shown()); });
}

void add_languages(Rows& rows, std::vector<figures::Subtotal> const& fairs)
{
    figures::Items all;
    for (auto const& fair : fairs)
        for (auto const& [language, n] : fair.figures.visits_by_language) all[language] += n;
    for (auto const& [language, n] : by_count(all))
        rows.list.emplace_back(rows.book.language(language), [language = language](figures::Subtotal const& fair) {
            auto const& visits = fair.figures.visits_by_language;
            auto const found = visits.find(language);
            return share_cell(found == visits.end() ? 0 : found->second, fair.visits());
        });
}

using Fairs = std::vector<figures::Subtotal const*>;

void write_rows(Sheet& sheet, Fairs const& fairs, std::string const& heading, Rows const& rows, std::string const& name)
{
    sheet.section(heading);
    Table table{{""}, {}, {}, name};
    for (auto const* fair : fairs) table.headings.push_back(fair->name);
    for (auto const& [what, row] : rows.list) {
        std::vector<Cell> cells{text_cell(what)};
        for (auto const* fair : fairs) {
            auto cell = row(*fair);
            // Beside numbers, to the right as they are.
            if (cell.kind == Cell::Kind::text) cell.kind = Cell::Kind::text_right;
            cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    sheet.table(table);
    sheet.end_section();
}

// First day beside first day, whatever the date.
void write_days(Sheet& sheet, Fairs const& fairs, std::string const& name)
{
    auto& book = sheet.book();
    std::vector<figures::Items> days;
    long most = 0;
    for (auto const* fair : fairs) {
        days.push_back(fair->figures.visits_by_day());
        if (!days.back().empty())
            most = std::max(
                most, figures::days_between(days.back().begin()->first, days.back().rbegin()->first).value_or(0) + 1);
    }
    constexpr long kMostDaysOfFair = 31;
    if (most < 2 || most > kMostDaysOfFair) return;
    sheet.section(book.words("fair.by_day"));
    Table table{{book.words("fair.day")}, {}, {}, name};
    for (auto const* fair : fairs) table.headings.push_back(fair->name);
    for (int at = 0; at < most; ++at) {
        std::vector<Cell> row{text_cell(std::to_string(at + 1))};
        for (auto const& of : days) {
            auto const found = of.empty() ? of.end() : of.find(figures::day_after(of.begin()->first, at));
            row.push_back(found == of.end() ? Cell() : number_cell(found->second));
        }
        table.rows.push_back(std::move(row));
    }
    sheet.table(table);
    sheet.end_section();
}

} // namespace

void write_fairs(Book& book, std::vector<figures::Subtotal> const& fairs)
{
    if (fairs.empty()) return;
    bool const few = fairs.size() <= 4;
    Sheet sheet(book, book.sheet_name(book.words("sheet.fairs")), few ? Orientation::portrait : Orientation::landscape);
    std::vector<double> widths{44};
    for (std::size_t i = 0; i < std::clamp(fairs.size(), std::size_t{4}, kAcross); ++i) widths.push_back(kFairWidth);
    sheet.widths(widths);
    sheet.title(book.words("sheet.fairs"), book.words("fair.is"));
    for (std::size_t begin = 0; begin < fairs.size(); begin += kAcross) {
        Fairs some;
        for (auto at = begin; at < std::min(begin + kAcross, fairs.size()); ++at) some.push_back(&fairs[at]);
        auto const number = begin == 0 ? std::string() : "_" + std::to_string(begin / kAcross + 1);
        Rows frame{book, {}};
        add_frame(frame);
        add_visits(frame);
        add_quiz(frame);
        add_pages(frame);
        write_rows(sheet, some, book.words("fair.figures"), frame, "fairs" + number);
        Rows reporting{book, {}};
        add_reporting(reporting);
        write_rows(sheet, some, book.words("fair.reporting"), reporting, "fairs_reporting" + number);
        Rows languages{book, {}};
        add_languages(languages, fairs);
        write_rows(sheet, some, book.words("fair.languages"), languages, "fairs_languages" + number);
        write_days(sheet, some, "fairs_by_day" + number);
    }
    sheet.paragraph(book.words("fair.note"), Style::quiet);
    sheet.finish();
}

} // namespace kiosk::workbook
