// A fleet: a line for each kiosk, partner or country.
#include "engagement/workbook_book.h"

#include <algorithm>

namespace kiosk::engagement::workbook {

namespace {

constexpr std::size_t kMostBars = 20;
constexpr std::size_t kMostLines = 35; // on a page of print
constexpr int kFleetChartWidth = 900;

std::vector<Cell> line_of(FleetLine const& line, lxw_row_t row)
{
    auto const& learning = line.learning;
    return {text_cell(line.name),
            number_cell(line.kiosks),
            number_cell(line.visits),
            number_cell(line.quizzes_finished),
            number_cell(learning.learned),
            number_cell(learning.stayed_right),
            number_cell(learning.stayed_wrong),
            number_cell(learning.unlearned),
            share_cell(learning.learned, learning.all(), cell_name(row, 4),
                       "SUM(" + cell_name(row, 4) + ":" + cell_name(row, 7) + ")"),
            line.first.empty() ? Cell() : day_cell(line.first),
            line.last.empty() ? Cell() : day_cell(line.last),
            number_cell(line.days_with_visits),
            number_cell(line.days_missing),
            at_least_cell(line.codes_shown)};
}

void write_lines(Book& book, std::string const& key, std::vector<FleetLine> lines)
{
    if (lines.empty()) return;
    std::stable_sort(lines.begin(), lines.end(), [](FleetLine const& a, FleetLine const& b) {
        return a.visits != b.visits ? a.visits > b.visits : a.name < b.name;
    });
    Sheet sheet(book, book.sheet_name(book.say("sheet." + key)));
    sheet.widths({34, 9, 10, 12, 13, 12, 12, 12, 12, 17, 17, 12, 10, 12});
    sheet.title(book.say("sheet." + key), book.options().title);
    sheet.section(book.say("fleet_lines"));
    Table table{{book.say("fleet." + key), book.say("fleet.kiosks"), book.say("visits"), book.say("fleet.finished"),
                 book.say("learning.learned"), book.say("learning.stayed_right"), book.say("learning.stayed_wrong"),
                 book.say("learning.unlearned"), book.say("fleet.share_learned"), book.say("fleet.first"),
                 book.say("fleet.last"), book.say("fleet.days"), book.say("fleet.missing"), book.say("fleet.codes")},
                {},
                {},
                key};
    for (auto const& line : lines)
        table.rows.push_back(line_of(line, sheet.row() + 1 + static_cast<lxw_row_t>(table.rows.size())));
    auto range = sheet.table(table);
    sheet.freeze(range.first_row);
    if (lines.size() > kMostLines)
        book.check(worksheet_repeat_rows(sheet.raw(), range.first_row - 1, range.first_row - 1));
    sheet.paragraph(book.say("fleet.note"), Style::quiet);
    sheet.end_section();

    range.last_row = std::min(range.last_row, range.first_row + static_cast<lxw_row_t>(kMostBars) - 1);
    auto const title = lines.size() > kMostBars ? book.say("fleet.chart_first", {{"count", std::to_string(kMostBars)}})
                                                : book.say("fleet.chart");
    sheet.section(title);
    auto* const chart = make_chart(book, {Shape::bars, Scale::counts, title, sheet.name(), range, 0, 2, ""});
    auto const height = bars_height(range.rows());
    sheet.chart_at(chart, title, sheet.row(), 0, {0, 0, kFleetChartWidth, height});
    sheet.reserve(height);
    sheet.end_section();
    sheet.finish();
}

} // namespace

void write_fleet(Book& book)
{
    write_lines(book, "by_kiosk", book.options().by_kiosk);
    write_lines(book, "by_partner", book.options().by_partner);
    write_lines(book, "by_country", book.options().by_country);
}

} // namespace kiosk::engagement::workbook
