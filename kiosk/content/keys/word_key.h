// WordKey: the key of a text that a screen or a workbook asks for, with the placeholders that the program fills. The
// tables (interface_keys.h, staff_keys.h) are the one place where keys are declared; the check compares the content
// with them.
#pragma once
#include <string_view>

namespace kiosk::content {

struct WordKey {
    std::string_view key;
    // Names of placeholders, separated by blanks. In every language the text has these and no other.
    std::string_view placeholders;
    // The placeholder that is a count, or "". A text with one has a key for each plural form of its language ("1
    // visit", "2 visits"): key.one, key.few, key.many, key.other.
    std::string_view counted;
};

// The entry of a key; null where no table has it. Keys of staff texts begin with "screen." or "figures.".
WordKey const* word_key(std::string_view key);

// Splits off the plural form: "quiz.end_none" and "few" of "quiz.end_none.few".
struct KeyAndForm {
    std::string_view key, form; // form: "" where the key has none
};
KeyAndForm split_form(std::string_view key);

} // namespace kiosk::content
