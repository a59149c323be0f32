// Bounds of what a kiosk can count, and when. A bit that flipped on a disk makes a number that nobody counted, and sums
// of such numbers would overflow (found by fuzz-database_row). Used by store/, package/ and fleet/.
#pragma once
#include <cstdint>
#include <string_view>

namespace kiosk::figures {

// Of one cell: a million such cells still add up within 63 bits.
constexpr std::int64_t kMaxCellCount = 1'000'000'000'000;

// Of one item on one day: one count a second, around the clock, is 86,400. The office refuses more; the store does not,
// so that nothing is lost that a test or a fault has counted.
constexpr std::int64_t kMaxDayCount = 100'000;
// The same for counts without a day, which add up from the first start on: those of 15 years.
constexpr std::int64_t kMaxUndatedCount = kMaxDayCount * 15 * 366;

// Exports of one database: one a minute for 1,900 years.
constexpr std::int64_t kMaxExportNumber = 1'000'000'000;

// No kiosk counted before this day. With a damaged day in the year 226 an export would close 21,600 empty months (found
// by fuzz-database_row).
constexpr std::string_view kEarliestDay = "2020-01-01";

} // namespace kiosk::figures
