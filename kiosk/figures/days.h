// Arithmetic with days as texts, "2026-11-23", in the kiosk's local time. Pure. Functions return an empty text for what
// is no day.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::figures {

bool is_day(std::string_view text);

// So many days later, or earlier.
std::string day_after(std::string_view day, int days = 1);
// So many months earlier; the last day of a shorter month stands for one that it lacks.
std::string months_before(std::string_view day, int months);
std::string first_of_month(std::string_view day);
std::string last_of_month(std::string_view day);
// From the first to the second; negative if it is earlier, nothing if one is no day.
std::optional<long> days_between(std::string_view first, std::string_view second);

} // namespace kiosk::figures
