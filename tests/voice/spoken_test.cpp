#include "support/kiosk.h"
#include "voice/spoken.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::voice;

namespace {

std::string spoken(std::string const& text, char const* language = "en",
                   ShortNumbers short_numbers = ShortNumbers::as_numbers)
{
    return SpokenTexts(test::shipped_content()).spoken(text, language, short_numbers);
}

// Digits of a text, whatever stands between them.
std::string digits(std::string_view text)
{
    std::string digits;
    for (char const letter : text)
        if ((letter >= '0' && letter <= '9') || letter == '+') digits += letter;
    return digits;
}

bool has_two_digits_together(std::string_view text)
{
    auto const is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    for (std::size_t i = 1; i < text.size(); ++i)
        if (is_digit(text[i - 1]) && is_digit(text[i])) return true;
    return false;
}

} // namespace

TEST_CASE("a telephone number is said digit by digit, with a pause where it has a space")
{
    CHECK(spoken("Telephone: 116 000") == "Telephone: 1 1 6, 0 0 0");
    CHECK(spoken("Telephone: 116\u00a0000") == "Telephone: 1 1 6, 0 0 0");
    CHECK(spoken("Call 112.") == "Call 1 1 2.");
    CHECK(spoken("112\u00a0·\u00a0101 (Polizei)", "de") == "1 1 2, 1 0 1 (Polizei)");
    CHECK(spoken("+33 1 53 06 38 94", "fr") == "plus 3 3, 1, 5 3, 0 6, 3 8, 9 4");
}

TEST_CASE("a year, an age and a number within another are no telephone numbers")
{
    CHECK(spoken("Since 1995, under 18, of 1120 and 2112") == "Since 1995, under 18, of 1120 and 2112");
    CHECK(spoken("17 people") == "17 people");
    CHECK(spoken("17 (police)", "fr", ShortNumbers::digit_by_digit) == "1 7 (police)"); // France's
}

TEST_CASE("an address is said with its dots, without what no browser needs, and spelled on request")
{
    CHECK(spoken("isaystop.com", "de") == "isaystop Punkt com");
    CHECK(spoken("Report it: https://dontlookaway.report/.") == "Report it: dontlookaway dot report.");
    CHECK(spoken("E-mail: contact@seos.be", "fr") == "E-mail: contact arobase seos point be");
    CHECK(spoken("The end. Another sentence, e.g. this one.") == "The end. Another sentence, e.g. this one.");
    CHECK(SpokenTexts(test::shipped_content()).spelled("https://seos.be/", "nl") == "s, e, o, s, punt, b, e");
}

TEST_CASE("every number of every channel and every number for danger is said digit by digit, in every language")
{
    auto const& content = test::shipped_content();
    SpokenTexts const texts(content);
    int said = 0;
    auto const check = [&](std::string const& number) {
        if (number.empty()) return;
        for (auto const& language : content.languages) {
            CAPTURE(number);
            auto const words = texts.spoken("A " + number + " b", language, ShortNumbers::digit_by_digit);
            CAPTURE(words);
            CHECK_FALSE(has_two_digits_together(words));
            std::string expected;
            for (char const digit : digits(number))
                if (digit != '+') expected += digit;
            CHECK(digits(words) == expected);
            ++said;
        }
    };
    for (auto const& channel : content.reporting.channels) check(channel.phone);
    for (auto const& number : content.reporting.emergency) check(number.number);
    CHECK(said > 100);
}
