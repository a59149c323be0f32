// The data: counts row by row, for tables of one's own. One heading, no merged cells, nothing beside it, so that a
// spreadsheet takes it for a table.
#include "workbook/book.h"

#include <fmt/format.h>

namespace kiosk::workbook {

namespace {

Cell time_cell(figures::Grain grain, std::string const& time)
{
    if (time.empty()) return text_cell("");
    if (time.size() == 7) return month_cell(time);
    if (grain == figures::Grain::day_and_language) return day_cell(time);
    return text_cell(time);
}

char const* key_of(figures::Grain grain)
{
    switch (grain) {
    case figures::Grain::day_and_language: return "day";
    case figures::Grain::month_and_language:
    case figures::Grain::month: return "month";
    default: return "year";
    }
}

} // namespace

void write_pivot(Book& book, figures::Pivot const& pivot)
{
    auto const rows = pivot.rows();
    if (rows.empty()) return;
    Sheet sheet(book, book.sheet_name(book.words("sheet.data")));
    sheet.widths({18, 22, 14, 10, 24, 16, 14, 28, 60, 10, 16, 40});
    std::vector<std::string> const headings{
        book.words("fleet.by_kiosk"), book.words("fleet.by_partner"), book.words("fleet.by_country"),
        book.words("data.setting"),   book.words("data.fair"),        book.words(key_of(pivot.grain())),
        book.words("language"),       book.words("data.measure"),     book.words("data.item"),
        book.words("number"),         book.words("data.measure_id"),  book.words("data.item_id")};
    for (std::size_t i = 0; i < headings.size(); ++i)
        sheet.cell(0, static_cast<lxw_col_t>(i), text_cell(headings[i]), Style::header);
    sheet.blank();
    for (auto const& row : rows) {
        auto const at = sheet.row();
        auto const& label = pivot.labels()[row.label];
        auto const measure = measure_by_id(row.measure);
        auto const name = measure ? book.words(fmt::format("measure.{}.name", row.measure)) : row.measure;
        auto const setting = label.setting.empty() ? label.setting : book.words("setting." + label.setting);
        auto const language = row.language.empty() ? row.language : book.language(row.language);
        lxw_col_t column = 0;
        for (auto const& cell :
             {text_cell(label.kiosk), text_cell(label.partner), text_cell(book.country(label.country)),
              text_cell(setting), text_cell(label.event), time_cell(pivot.grain(), row.time), text_cell(language),
              text_cell(name), text_cell(measure ? book.item_with_question(*measure, row.item) : row.item),
              number_cell(row.n), text_cell(row.measure), text_cell(row.item)})
            sheet.cell(at, column++, cell,
                       cell.kind == Cell::Kind::number  ? Style::plain_number
                       : cell.kind == Cell::Kind::day   ? Style::plain_day
                       : cell.kind == Cell::Kind::month ? Style::plain_month
                                                        : Style::plain);
        sheet.blank();
    }
    Range const table{1, static_cast<std::uint32_t>(rows.size()), 0, static_cast<std::uint16_t>(headings.size() - 1)};
    book.name_range("data", sheet.name(), {0, table.last_row, 0, table.last_column});
    book.check(worksheet_autofilter(sheet.raw(), 0, 0, table.last_row, table.last_column));
    book.check(worksheet_repeat_rows(sheet.raw(), 0, 0));
    sheet.freeze(1);
    sheet.finish();
}

} // namespace kiosk::workbook
