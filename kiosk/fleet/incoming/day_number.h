// Days as numbers. Pure.
#pragma once
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace kiosk::fleet {

// Days since 2000-01-01, as PostgreSQL has them.
struct DayNumber {
    std::int32_t days = 0;
    auto operator<=>(DayNumber const&) const = default;
};

// '-infinity': a day that is not known.
constexpr DayNumber kUnknownDay{std::numeric_limits<std::int32_t>::min()};

// Nothing for what is no day from 2000 to 2199.
std::optional<DayNumber> day_number(std::string_view day);

} // namespace kiosk::fleet
