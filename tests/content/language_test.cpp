#include "content/countries.h"
#include "content/keys/folded.h"
#include "content/keys/language.h"
#include "content/keys/plural.h"

#include <doctest/doctest.h>

using namespace kiosk::content;

TEST_CASE("codes of languages and countries are those of ISO, as they are written")
{
    for (auto const* code : {"en", "fr", "nl", "de", "ar", "uk", "tr"}) CHECK(is_language(code));
    for (auto const* code : {"FR", "sp", "xx", "es-ES", "esp", "", "f", "german"}) CHECK_FALSE(is_language(code));
    for (auto const* code : {"BE", "GB", "UA", "GM"}) CHECK(is_country(code));
    for (auto const* code : {"be", "UK", "XX", "BEL", "*", ""}) CHECK_FALSE(is_country(code));
    CHECK(is_written_right_to_left("ar"));
    CHECK_FALSE(is_written_right_to_left("nl"));
}

TEST_CASE("each language has the forms that whole numbers take in it")
{
    using Forms = std::vector<std::string>;
    CHECK(plural_forms("en") == Forms{"one", "other"});
    CHECK(plural_forms("fr") == Forms{"one", "other"});
    CHECK(plural_forms("pl") == Forms{"one", "few", "many"});
    CHECK(plural_forms("ar") == Forms{"zero", "one", "two", "few", "many", "other"});
    CHECK(plural_form("fr", 0) == "one");
    CHECK(plural_form("de", 0) == "other");
    CHECK(plural_form("pl", 2) == "few");
    CHECK(plural_form("pl", 5) == "many");
    CHECK(plural_form("uk", 21) == "one");
}

TEST_CASE("a term is the same to a reader however it is spelt")
{
    auto const term = folded("tourisme sexuel");
    for (auto const* spelt :
         {"Tourisme Sexuel", "tourisme\u00A0sexuel", "*tourisme* sexuel", "touris\u00ADme sexuel", "tourisme-sexuel",
          "tourisme\u2011sexuel", "tour\u200Bisme sexuel", "tourismesexuel", "ｔｏｕｒｉｓｍｅ sexuel"})
        CHECK(folded(spelt) == term);
    CHECK(folded("PÉDOPHILE") == folded("pe\u0301dophile"));
    CHECK(folded("pædophile") == folded("paedophile"));
    CHECK(folded("tourisme et sexualité") != term);
}
