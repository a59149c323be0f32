// A text that a screen or a workbook asks for by a key, and the values that it is given for it. The tables of them
// (interface_keys.h, staff_keys.h) are the one place where a key is declared: screens ask by them, the check of content
// goes through them, and what an editor wrote is held against them.
#pragma once
#include <string_view>

namespace kiosk::content {

struct WordKey {
    std::string_view key;
    // Names that stand in {braces} in the text, between blanks: each of them in every language, and no other.
    std::string_view placeholders;
    // The one of them that counts what the text speaks of: such a text has the forms of its language ("1 visit", "2
    // visits"), one key each: key.one, key.few, key.many, key.other.
    std::string_view counted;
};

// Nothing where no table has the key. Keys of staff's texts begin with "screen." or "figures.".
WordKey const* word_key(std::string_view key);

// A key without its form: "quiz.end_none" of "quiz.end_none.few".
struct KeyAndForm {
    std::string_view key, form; // "" where it has none
};
KeyAndForm split_form(std::string_view key);

} // namespace kiosk::content
