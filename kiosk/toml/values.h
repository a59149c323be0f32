// Values of TOML without quotes, for whoever tells what is wrong with a file. Private to content/. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

// A whole number, a number, true, false, a day or a time.
bool is_bare_value(std::string_view text);

// What somebody is told of a line, and what to do.
struct FaultWords {
    std::string message, advice;
};

// The number that somebody meant: "70 s", "7O", "90°", "dix"; nothing where it may be another or none.
std::optional<int> number_meant(std::string_view text);
// What yes or no in one of the kiosk's languages stands for; nothing for any other word.
std::optional<bool> flag_meant(std::string_view text);

// What is wrong with another, and how it is written. `name` stands before its '='.
FaultWords fault_of_bare(std::string_view name, std::string_view text, bool in_list);

// Whether a value begins here: a quote, a bracket, a digit.
bool begins_value(std::string_view text);

// Bytes of what a backslash begins in a text; 0 where it begins nothing.
std::size_t escape_length(std::string_view text);

// A line up to the # of a remark, where no quote holds it.
std::string_view without_remark(std::string_view text);

} // namespace kiosk::toml
