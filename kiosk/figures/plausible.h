// What a count and its day can be. A bit that flipped on a disk makes a number that nobody could have counted; sums of
// such numbers would be undefined (found by fuzz-database_row). For engagement/ and fleet/.
#pragma once
#include <cstdint>
#include <string_view>

namespace kiosk::figures {

// A thousand thousand million, of one cell: a million cells of it still add up within 63 bits.
constexpr std::int64_t kMostOfACell = 1'000'000'000'000;

// What a kiosk counts of one thing on one day: one a second, around the clock, is 86,400. The store takes more, since
// it must not lose what somebody's tests or a fault have counted; the office does not.
constexpr std::int64_t kMostOfADay = 100'000;
// The same of counts without a day, which lie together from the first start on: those of 15 years.
constexpr std::int64_t kMostOfNoDay = kMostOfADay * 15 * 366;

// Exports of one database: one a minute for 1,900 years.
constexpr std::int64_t kMostExports = 1'000'000'000;

// No kiosk counted before this day. A damaged one of the year 226 would have an export close 21,600 months of nothing,
// one by one (found by fuzz-database_row).
constexpr std::string_view kFirstDay = "2020-01-01";

} // namespace kiosk::figures
