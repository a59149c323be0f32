// What a spreadsheet would take for a formula and run: a cell that begins, after blanks, with = + - or @, with a tab or
// a carriage return, or with one of those four in full width. A formula can fetch an address that holds what stands in
// other cells. Where a program takes ; or a tab for the end of a cell, as spreadsheets in much of Europe do, or does
// not heed quotes, what follows it begins another. Pure.
#pragma once
#include <string>
#include <string_view>

namespace kiosk {

// The place of the first beginning of a formula in a text, or npos. A whole cell that is a number ("-5", "12.5") has
// none.
std::size_t find_formula(std::string_view text);

// The same text, as a spreadsheet shows it and runs nothing of it: an apostrophe stands before each such place. Where
// one stands already, another is put before it, so that `without_apostrophes` gives the text back to the byte.
std::string with_apostrophes(std::string_view text);
std::string without_apostrophes(std::string_view text);

} // namespace kiosk
