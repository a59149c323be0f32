// What a spreadsheet would run as a formula: a cell that begins, after blanks, with = + - or @ (also in full width), a
// tab or a carriage return. A formula can send other cells to an address (CSV injection). Many spreadsheets in Europe
// end a cell at ; or a tab even inside quotes, so that a formula may also begin after one of those. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kiosk {

// Where the first formula begins, or npos. A cell that is a number ("-5", "12.5") holds none.
std::size_t find_formula(std::string_view text);

// Puts an apostrophe before each formula, so that a spreadsheet shows the text and runs none of it. One that is there
// already gets another, so that unescape_formulas() gives the text back to the byte.
std::string escape_formulas(std::string_view text);
std::string unescape_formulas(std::string_view text);

} // namespace kiosk
