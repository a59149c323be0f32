// CSV (RFC 4180), in UTF-8 with line feeds. All CSV of this program is written here, since people open it in
// spreadsheets: formulas get an apostrophe (base/formula.h), which is removed when the file is read. Numbers stay
// numbers.
#pragma once
#include "base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::package {

// One row with its line feed. Quotes cells where necessary.
std::string csv_row(std::vector<std::string_view> const& cells);
void append_csv_row(std::string& text, std::vector<std::string_view> const& cells);

// Reads a file of any size row by row. The header must be exactly `columns`, and every row have as many cells. The
// views passed to `take` are valid during the call. Errors begin with "FILE:LINE".
using CsvRow = std::vector<std::string_view>;
Result<> read_csv(std::filesystem::path const& file, std::vector<std::string_view> const& columns,
                  std::function<Result<>(CsvRow const&)> const& take);

// Longest row that is read, [bytes]; ours are below 1,000.
constexpr std::size_t kLongestRow = 64U << 10U;

} // namespace kiosk::package
