#include "workbook/book.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kiosk::workbook {

namespace {

constexpr double kPixelsAPoint = 96.0 / 72.0;
constexpr double kLeading = 1.32; // of a line, times its size
constexpr int kGap = 20;          // between a table and its charts

int lines_pixels(int lines, double points)
{
    return std::max(kRowPixels, static_cast<int>(std::ceil(lines * points * kPixelsAPoint * kLeading)) + 4);
}

double points_of(Style style)
{
    switch (style) {
    case Style::title: return 18;
    case Style::heading: return 13;
    case Style::header:
    case Style::quiet: return 9;
    default: return 10;
    }
}

Style style_of(Cell const& cell)
{
    switch (cell.kind) {
    case Cell::Kind::text_right: return Style::aside_right;
    case Cell::Kind::number: return Style::number;
    case Cell::Kind::rate: return Style::rate;
    case Cell::Kind::change: return Style::change;
    case Cell::Kind::share: return Style::share;
    case Cell::Kind::day: return Style::day;
    case Cell::Kind::month: return Style::month;
    case Cell::Kind::at_least: return Style::at_least;
    case Cell::Kind::masked: return Style::masked;
    case Cell::Kind::link: return Style::link;
    default: return Style::label;
    }
}

Style total_style(Cell const& cell)
{
    if (cell.kind == Cell::Kind::number) return Style::total_number;
    if (cell.kind == Cell::Kind::change) return Style::total_change;
    if (cell.kind == Cell::Kind::share) return Style::total_share;
    return Style::total_label;
}

std::string shown_text(Cell const& cell)
{
    auto const words = cell.kind == Cell::Kind::link ? cell.text.find('\n') + 1 : 0;
    return clean(std::string_view(cell.text).substr(words));
}

std::string footer(Book const& book)
{
    // & begins a code of the footer's own; 255 letters are the most it may have.
    std::string title;
    for (char const letter : cut(clean(book.options().title), 60))
        title += letter == '&' ? "&&" : std::string(1, letter);
    auto const kind = cut(book.kind(), 100); // no & in words of ours
    return "&L&8" + title + (kind.empty() ? "" : " · " + kind) + "&R&8&P / &N";
}

} // namespace

Sheet::Sheet(Book& book, std::string const& name, Orientation orientation)
    : book_(book),
      name_(name),
      worksheet_(workbook_add_worksheet(book.raw(), name_.c_str())),
      orientation_(orientation)
{
    if (orientation == Orientation::landscape) worksheet_set_landscape(worksheet_);
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_paper(worksheet_, kA4);
    constexpr double kSide = 0.55, kTop = 0.55, kBottom = 0.7; // [inch]
    worksheet_set_margins(worksheet_, kSide, kSide, kTop, kBottom);
    worksheet_fit_to_pages(worksheet_, 1, 0);
    worksheet_gridlines(worksheet_, LXW_HIDE_ALL_GRIDLINES);
    book.check(worksheet_set_footer(worksheet_, footer(book).c_str()));
    charts_from(kChartColumn);
}

void Sheet::charts_from(lxw_col_t column)
{
    std::vector<double> characters(column + kChartColumns, kWidth);
    characters.front() = kLabelWidth;
    widths(characters, column);
}

void Sheet::widths(std::vector<double> const& characters, std::optional<lxw_col_t> charts_from)
{
    widths_ = characters;
    chart_column_ = charts_from.value_or(static_cast<lxw_col_t>(characters.size()));
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        auto const column = static_cast<lxw_col_t>(i);
        book_.check(worksheet_set_column(worksheet_, column, column, widths_[i], book_.format(Style::text)));
    }
}

int Sheet::width_of(lxw_col_t first, lxw_col_t last) const
{
    auto const end = std::min<std::size_t>(last + 1U, widths_.size());
    double sum = 0;
    for (std::size_t i = first; i < end; ++i) sum += widths_[i];
    return static_cast<int>(sum);
}

void Sheet::blank(int pixels)
{
    auto const row = this->row();
    heights_.push_back(pixels);
    y_ += pixels;
    if (pixels != kRowPixels)
        book_.check(worksheet_set_row_pixels(worksheet_, row, static_cast<std::uint32_t>(pixels), nullptr));
}

void Sheet::title(std::string const& title, std::string const& subtitle)
{
    auto const columns = static_cast<lxw_col_t>(widths_.size() - 1);
    export_kind_banner();
    merged(row(), 0, columns, text_cell(title), Style::title);
    blank(lines_pixels(lines_of(title, width_of(0, columns), points_of(Style::title)), points_of(Style::title)));
    cell(row(), 0, text_cell(subtitle), Style::subtitle);
    blank();
    freeze(row());
    blank();
}

void Sheet::export_kind_banner()
{
    auto const kind = book_.kind();
    if (kind.empty()) return;
    auto const last = static_cast<lxw_col_t>(widths_.size() - 1);
    merged(row(), 0, last, text_cell(kind), Style::mark);
    blank(lines_pixels(lines_of(kind, width_of(0, last), 11), 11) + 4);
}

void Sheet::section(std::string const& heading)
{
    section_row_ = row();
    section_top_ = section_bottom_ = y_;
    cell(row(), 0, text_cell(heading), Style::heading);
    blank(26);
}

void Sheet::end_section()
{
    constexpr int kApart = 24;
    while (y_ < section_bottom_) blank();
    auto const page = page_pixels();
    constexpr int kOfTitle = 150; // a title is not left alone on a page
    if (y_ - page_top_ > page && section_top_ - page_top_ > kOfTitle && y_ - section_top_ <= page) {
        breaks_.push_back(section_row_);
        page_top_ = section_top_;
    }
    while (y_ - page_top_ > page) page_top_ += page; // longer than a page: it ends where it ends
    blank(kApart);
    section_bottom_ = y_;
}

// What fits on a page of A4 when the columns are fitted to its width; a little less, since fonts differ.
int Sheet::page_pixels() const
{
    constexpr double kUpright = 9.8 / 7.1, kLying = 6.9 / 10.6; // height to width, within the margins
    int pixels = 0;
    for (auto const characters : widths_) pixels += static_cast<int>(characters * 7 + 5);
    return static_cast<int>(pixels * (orientation_ == Orientation::portrait ? kUpright : kLying));
}

void Sheet::paragraph(std::string const& text, Style style)
{
    // As wide as tables are: charts stand beside it.
    auto const last = static_cast<lxw_col_t>(std::min<std::size_t>(chart_column_, widths_.size()) - 1);
    merged(row(), 0, last, text_cell(text), style);
    blank(lines_pixels(lines_of(text, width_of(0, last), points_of(style)), points_of(style)));
}

void Sheet::entry(std::string const& term, std::string const& text)
{
    cell(row(), 0, text_cell(term), Style::term);
    auto const last = static_cast<lxw_col_t>(widths_.size() - 1);
    merged(row(), 1, last, text_cell(text), Style::text);
    auto const lines = std::max(lines_of(term, 0.92 * width_of(0, 0), points_of(Style::term)),
                                lines_of(text, width_of(1, last), points_of(Style::text)));
    blank(lines_pixels(lines, points_of(Style::text)) + 4);
}

void Sheet::row_of_headings(Table const& table)
{
    int lines = 1;
    auto const& headings = table.headings;
    auto const first = table.count() > 0 ? table.row(0) : std::vector<Cell>();
    auto const holds_text = [&](std::size_t column) {
        if (column == 0) return true;
        auto const kind = first.empty() ? Cell::Kind::number : first.at(column).kind;
        return kind == Cell::Kind::text || kind == Cell::Kind::link;
    };
    for (std::size_t i = 0; i < headings.size(); ++i) {
        auto const column = static_cast<lxw_col_t>(i);
        cell(row(), column, text_cell(headings[i]),
             i == 0          ? Style::header
             : holds_text(i) ? Style::header_text
                             : Style::header_number);
        lines = std::max(lines, lines_of(headings[i], 0.9 * width_of(column, column), points_of(Style::header)));
    }
    blank(lines_pixels(lines, points_of(Style::header)));
}

Range Sheet::table(Table const& table)
{
    row_of_headings(table);
    Range range{row(), row(), 0, static_cast<lxw_col_t>(std::max<std::size_t>(table.headings.size(), 1) - 1)};
    for (std::size_t at = 0; at < table.count(); ++at) {
        auto const cells = table.row(at);
        int lines = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            auto const column = static_cast<lxw_col_t>(i);
            cell(row(), column, cells[i]);
            if (cells[i].kind == Cell::Kind::text || cells[i].kind == Cell::Kind::text_right ||
                cells[i].kind == Cell::Kind::link)
                lines =
                    std::max(lines, lines_of(shown_text(cells[i]), width_of(column, column), points_of(Style::text)));
        }
        range.last_row = row();
        blank(lines_pixels(lines, points_of(Style::text)));
    }
    if (table.count() > 0 && !table.name.empty()) book_.name_range(table.name, name_, range);
    if (table.total.empty()) return range;
    for (std::size_t i = 0; i < table.total.size(); ++i)
        cell(row(), static_cast<lxw_col_t>(i), table.total[i], total_style(table.total[i]));
    blank();
    return range;
}

void Sheet::cell(lxw_row_t row, lxw_col_t column, Cell const& cell)
{
    auto style = style_of(cell);
    if (style == Style::day && column > 0) style = Style::day_right;
    if (style == Style::label && column > 0) style = Style::aside;
    this->cell(row, column, cell, style);
}

void Sheet::cell(lxw_row_t row, lxw_col_t column, Cell const& cell, Style style)
{
    auto* const format = book_.format(style);
    last_column_ = std::max(last_column_, column);
    switch (cell.kind) {
    case Cell::Kind::blank: book_.check(worksheet_write_blank(worksheet_, row, column, format)); return;
    case Cell::Kind::text:
    case Cell::Kind::text_right:
    case Cell::Kind::masked:
        // Always as a string: what begins with = + - or @ is a text of somebody's, not a formula of ours.
        book_.check(worksheet_write_string(worksheet_, row, column, shown_text(cell).c_str(), format));
        return;
    case Cell::Kind::link: {
        auto const target = "internal:'" + cell.text.substr(0, cell.text.find('\n')) + "'!A1";
        book_.check(
            worksheet_write_url_opt(worksheet_, row, column, target.c_str(), format, shown_text(cell).c_str(), ""));
        return;
    }
    case Cell::Kind::number:
    case Cell::Kind::rate:
    case Cell::Kind::change:
    case Cell::Kind::share:
    case Cell::Kind::day:
    case Cell::Kind::month:
    case Cell::Kind::at_least:
        if (cell.formula.empty())
            book_.check(worksheet_write_number(worksheet_, row, column, cell.value, format));
        else
            book_.check(worksheet_write_formula_num(worksheet_, row, column, cell.formula.c_str(), format, cell.value));
    }
}

void Sheet::merged(lxw_row_t row, lxw_col_t first, lxw_col_t last, Cell const& cell, Style style)
{
    book_.check(worksheet_merge_range(worksheet_, row, first, row, last, "", book_.format(style)));
    this->cell(row, first, cell, style);
}

void Sheet::chart(lxw_chart* chart, std::string const& description, int width, int height)
{
    chart_at(chart, description, section_row_, chart_column_, {kGap, kBelowBreak, width, height});
    section_bottom_ = std::max(section_bottom_, section_top_ + kBelowBreak + height);
}

void Sheet::chart_at(lxw_chart* chart, std::string const& description, lxw_row_t row, lxw_col_t column, Box const& box)
{
    // A chart of libxlsxwriter is 480 by 288 pixels unless it is scaled.
    auto words = cut(clean(description), 250);
    lxw_chart_options options{};
    options.x_offset = box.left;
    options.y_offset = box.top;
    options.x_scale = box.width / 480.0;
    options.y_scale = box.height / 288.0;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = words.data();
    book_.check(worksheet_insert_chart_opt(worksheet_, row, column, chart, &options));
}

void Sheet::finish()
{
    auto const last = std::max<lxw_row_t>(row(), 1);
    if (!breaks_.empty()) {
        breaks_.push_back(0); // the library's mark of the end
        book_.check(worksheet_set_h_pagebreaks(worksheet_, breaks_.data()));
    }
    book_.check(worksheet_print_area(worksheet_, 0, 0, last,
                                     std::max(last_column_, static_cast<lxw_col_t>(widths_.size() - 1))));
}

} // namespace kiosk::workbook
