// Texts as a voice has to get them. What is read aloud as one number on a screen has to be written down digit by digit:
// "116 000" becomes "1 1 6, 0 0 0", which voices of every language say as six digits (tried with espeak-ng 1.51: "116
// 000" is said as a hundred and sixteen, and "112" as a number). Addresses get words for their dots. Pure.
#pragma once
#include "content/content.h"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::voice {

// Which numbers of a text are said digit by digit: telephone numbers in any text; numbers of one or two digits, such as
// 17 for the police of France, only where a text is about reporting, and cannot mean an age or an hour.
enum class ShortNumbers { as_numbers, digit_by_digit };

class SpokenTexts {
public:
    // The content outlives it.
    explicit SpokenTexts(content::Content const& content);

    std::string spoken(std::string_view text, content::Language const& language,
                       ShortNumbers short_numbers = ShortNumbers::as_numbers) const;
    // An address letter by letter, for whoever writes it down: "i, s, a, y, dot, c, o, m".
    std::string spelled(std::string_view address, content::Language const& language) const;

private:
    std::string word_of(char sign, content::Language const& language) const;
    std::string numbers_by_digit(std::u32string const& text, content::Language const& language,
                                 ShortNumbers short_numbers) const;
    std::string addresses_in_words(std::string_view text, content::Language const& language) const;

    content::Content const& content_;
    std::vector<std::u32string> numbers_; // digits and plus alone; the longest first
};

} // namespace kiosk::voice
