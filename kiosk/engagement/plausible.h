// What a count can be. A bit that flipped on a disk makes a number that nobody could have counted; sums of such numbers
// would be undefined (found by fuzz-database_row). Private to engagement/.
#pragma once
#include <cstdint>

namespace kiosk::engagement {

// A thousand thousand million, of one cell: a million cells of it still add up within 63 bits.
constexpr std::int64_t kMostOfACell = 1'000'000'000'000;

} // namespace kiosk::engagement
