// Under which letter a name stands in a list, in the languages of this content and in those that nobody has written.
#include "content/index_letters.h"
#include "content/keys/folded.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

TEST_CASE("in the shipped languages every country stands under the plain first letter of its name")
{
    for (auto const& language : shipped_content().languages) {
        auto const& countries = shipped_content().reporting.countries.at(language);
        CHECK(countries.size() > 240);
        for (auto const& country : countries) {
            CAPTURE(country.name);
            auto const plain = content::folded(country.name).substr(0, 1);
            REQUIRE((plain >= "a" && plain <= "z"));
            CHECK(country.letter == std::string(1, static_cast<char>(plain[0] - 'a' + 'A')));
        }
    }
}

TEST_CASE("an accent is taken off where the language takes it for no letter of its own")
{
    struct Row {
        char const *language, *name, *letter;
    };
    constexpr Row kRows[]{
        {"en", "Łódź", "L"},      {"en", "kenya", "K"},         {"en", "Éire", "E"},       {"de", "Österreich", "O"},
        {"fr", "Équateur", "E"},  {"pl", "Łotwa", "Ł"},         {"pl", "Luksemburg", "L"}, {"tr", "İsrail", "İ"},
        {"tr", "israil", "İ"},    {"tr", "Irak", "I"},          {"tr", "ırak", "I"},       {"tr", "Çin", "Ç"},
        {"ro", "Șri Lanka", "Ș"}, {"ro", "Siria", "S"},         {"ro", "Țările", "Ț"},     {"sv", "Österrike", "Ö"},
        {"cs", "Chile", "CH"},    {"cs", "Česko", "Č"},         {"el", "Έλληνες", "Ε"},    {"el", "ελλάδα", "Ε"},
        {"uk", "Україна", "У"},   {"uk", "Ґана", "Ґ"},          {"bg", "България", "Б"},   {"ar", "إثيوبيا", "ا"},
        {"el", "Éire", "E"},      {"en", "Ελλάδα", "Ε"},        {"en", "", "?"},           {"en", "7 islands", "7"},
        {"nowhere", "Éire", "E"}, {"en", "\xFF\xFE", "\uFFFD"},
    };
    for (auto const& row : kRows) {
        CAPTURE(row.language);
        CAPTURE(row.name);
        CHECK(content::IndexLetters(row.language).letter(row.name) == row.letter);
    }
}

TEST_CASE("countries of one letter stand together in the order of their language")
{
    for (auto const* language : {"pl", "tr", "ro", "el", "uk", "cs", "ar", "sv", "hu"}) {
        CAPTURE(language);
        std::vector<std::string> letters;
        for (auto const& country : content::countries_in(language))
            if (letters.empty() || letters.back() != country.letter) letters.push_back(country.letter);
        CHECK(letters.size() > 15);
        for (auto const& letter : letters) {
            CAPTURE(letter);
            CHECK(std::count(letters.begin(), letters.end(), letter) == 1);
        }
    }
}
