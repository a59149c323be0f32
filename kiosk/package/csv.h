// CSV as of RFC 4180, in UTF-8 with line feeds: one row out, rows in. Pure but for the file that is read. Whatever this
// program writes as CSV is written here, since people open it in spreadsheets: what one would run as a formula has an
// apostrophe before it (base/formula.h), and is read without it. Numbers stay numbers.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::package {

// One row, with a line feed; cells are quoted where they must be.
std::string csv_row(std::vector<std::string_view> const& cells);
void append_csv_row(std::string& text, std::vector<std::string_view> const& cells);

// Reads a file row by row in pieces, so that its size does not matter. The header must be exactly `columns`; every row
// has as many cells. The views given to `take` live for one call. Errors: "FILE:LINE", what is wrong, what to do.
using CsvRow = std::vector<std::string_view>;
Result<> read_csv(std::filesystem::path const& file, std::vector<std::string_view> const& columns,
                  std::function<Result<>(CsvRow const&)> const& take);

// Longest row that is read, [bytes]; ours are below 1,000.
constexpr std::size_t kLongestRow = 64U << 10U;

} // namespace kiosk::package
