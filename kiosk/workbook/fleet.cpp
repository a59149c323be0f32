// A fleet: a line for each kiosk, partner or country.
#include "workbook/book.h"

#include <algorithm>

namespace kiosk::workbook {

namespace {

constexpr std::size_t kMostBars = 20;
constexpr int kFleetChartWidth = 900;

std::vector<std::string> headings(Book& book, std::string const& key)
{
    return {book.words("fleet." + key),
            book.words("fleet.kiosks"),
            book.words("visits"),
            book.words("engaged"),
            book.words("quizzes_finished"),
            book.words("learning.net"),
            book.words("fleet.share_learned"),
            book.words("fleet.codes"),
            book.words("fleet.first"),
            book.words("fleet.last"),
            book.words("fleet.days"),
            book.words("fleet.missing")};
}

std::vector<Cell> line_of(std::string const& name, figures::Subtotal const& part, lxw_row_t row)
{
    auto const learning = part.figures.learning();
    auto const engaged = part.figures.engaged();
    return {text_cell(name), number_cell(part.kiosks), number_cell(part.visits()),
            engaged ? number_cell(*engaged) : Cell(), number_cell(part.quizzes_finished()), change_cell(learning.net()),
            // Of the quizzes that tell it: those of an older version may not.
            share_cell(learning.net(), learning.all(), cell_name(row, 5), std::to_string(learning.all())),
            at_least_cell(part.codes_shown()), part.first.empty() ? Cell() : day_cell(part.first),
            part.last.empty() ? Cell() : day_cell(part.last), number_cell(part.days_with_visits),
            number_cell(part.days_missing)};
}

using Names = std::function<std::string(std::string const&)>;

void write_lines(Book& book, std::string const& key, std::vector<figures::Subtotal> const& parts, Names const& name_of)
{
    if (parts.empty()) return;
    std::vector<figures::Subtotal const*> order;
    for (auto const& part : parts) order.push_back(&part);
    std::stable_sort(order.begin(), order.end(), [](auto const* a, auto const* b) {
        return a->visits() != b->visits() ? a->visits() > b->visits() : a->name < b->name;
    });
    Sheet sheet(book, book.sheet_name(book.words("sheet." + key)));
    sheet.widths({32, 8, 9, 9, 10, 11, 10, 10, 15, 15, 10, 9});
    sheet.title(book.words("sheet." + key), book.options().title);
    sheet.section(book.words("fleet_lines"));
    Table table{headings(book, key), {}, {}, key};
    for (auto const* part : order)
        table.rows.push_back(line_of(part->name.empty() ? book.words("not_told") : name_of(part->name), *part,
                                     sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size())));
    auto range = sheet.table(table);
    sheet.freeze(range.first_row);
    book.check(worksheet_repeat_rows(sheet.raw(), range.first_row - 1, range.first_row - 1));
    sheet.paragraph(book.words("fleet.note"), Style::quiet);
    sheet.end_section();

    range.last_row = std::min(range.last_row, range.first_row + static_cast<lxw_row_t>(kMostBars) - 1);
    auto const title = order.size() > kMostBars
                           ? book.words("fleet.chart_first", {{"count", std::to_string(kMostBars)}})
                           : book.words("fleet.chart");
    sheet.section(title);
    auto* const chart = make_chart(book, {Shape::bars, Scale::counts, title, sheet.name(), range, 0, 2, ""});
    auto const height = bars_height(range.rows());
    sheet.chart_at(chart, title, sheet.row(), 0, {0, 0, kFleetChartWidth, height});
    sheet.reserve(height);
    sheet.end_section();
    sheet.finish();
}

} // namespace

void write_fleet(Book& book, figures::WorkbookData const& account)
{
    auto const as_it_is = [](std::string const& name) { return name; };
    write_lines(book, "by_kiosk", account.by_kiosk, as_it_is);
    write_lines(book, "by_partner", account.by_partner, as_it_is);
    write_lines(book, "by_country", account.by_country, [&](std::string const& code) { return book.country(code); });
}

} // namespace kiosk::workbook
