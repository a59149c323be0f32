// Unquoted values of TOML, and messages for what is wrong with them. Used in this room only. Pure.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kiosk::toml {

// A whole number, a number, true, false, a day or a time.
bool is_bare_value(std::string_view text);

// What is wrong with a line, and what to do.
struct FaultText {
    std::string message, advice;
};

// The number that was meant by "70 s", "7O", "90°" or "dix"; nothing where that is not clear.
std::optional<int> guess_number(std::string_view text);
// The value of yes or no in one of the kiosk's languages; nothing for any other word.
std::optional<bool> guess_flag(std::string_view text);

// The message for a text that is no such value. `name` stands before its '='.
FaultText fault_of_bare(std::string_view name, std::string_view text, bool in_list);

// Whether a value begins here: a quote, a bracket, a digit.
bool begins_value(std::string_view text);

// Length of the escape sequence that a text begins with, [bytes]; 0 for none.
std::size_t escape_length(std::string_view text);

// A line up to its comment; a # inside quotes is part of the text.
std::string_view without_remark(std::string_view text);

} // namespace kiosk::toml
