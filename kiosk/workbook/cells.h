// Used in this room only: the content of a cell as plain data, and arithmetic of cells, days and text.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::workbook {

struct Cell {
    enum class Kind { blank, text, text_right, number, rate, change, share, day, month, at_least, masked, link };
    Kind kind = Kind::blank;
    std::string text;    // for a link: the target sheet, a line feed, the words
    double value = 0;    // of numbers, rates, changes and shares; of days, since 1899-12-30
    std::string formula; // yields the value when a program recalculates; "" for none
};

Cell text_cell(std::string text);
Cell number_cell(std::int64_t number, std::string formula = "");
// A share with a formula over the two cells; blank where `whole` is 0.
Cell share_cell(std::int64_t part, std::int64_t whole, std::string const& part_at, std::string const& whole_at);
// The same without a formula.
Cell share_cell(std::int64_t part, std::int64_t whole);
Cell rate_cell(double rate);                                     // with one decimal
Cell change_cell(std::int64_t change, std::string formula = ""); // with its sign
Cell day_cell(std::string const& day);                           // "2026-11-23"; anything else becomes text
Cell month_cell(std::string const& month);                       // "2026-11"
Cell at_least_cell(std::optional<std::int64_t> number);
Cell masked_cell();
Cell link_cell(std::string const& sheet, std::string const& words);

// Of cells, from 0, both ends included.
struct Range {
    std::uint32_t first_row = 0, last_row = 0;
    std::uint16_t first_column = 0, last_column = 0;
    std::size_t rows() const { return last_row - first_row + 1; }
};

std::string cell_name(std::uint32_t row, std::uint16_t column); // "B7"
std::string sum_of(Range const& rows, std::uint16_t column);    // "=SUM(B3:B9)"
// Days since 1899-12-30, as spreadsheets count them; nothing where it is no day.
std::optional<int> spreadsheet_day(std::string_view day);

// What a spreadsheet can hold: valid UTF-8 without control characters, at most 32,767 letters.
std::string clean(std::string_view text);
std::string cut(std::string_view text, std::size_t letters); // with an ellipsis where it was cut
// Lines that a text takes in a column so wide [characters] at a size [points]; a little more rather than less.
int lines_of(std::string_view text, double width, double points);

} // namespace kiosk::workbook
