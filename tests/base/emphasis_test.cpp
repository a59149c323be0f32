#include "base/emphasis.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

// "m" for a mark, "s" for a sign, "a" for one alone, "." for what is no star.
std::string roles_of(std::u32string const& text)
{
    std::string roles;
    for (auto const star : classify_stars(text)) roles += ".msa"[static_cast<int>(star)];
    return roles;
}

} // namespace

TEST_CASE("stars mark emphasis in pairs, around words, numbers and values")
{
    CHECK(without_emphasis("Call *112* now") == "Call 112 now");
    CHECK(without_emphasis("*Don’t Look Away* asks") == "Don’t Look Away asks");
    CHECK(without_emphasis("(*a*, *b*.)") == "(a, b.)");
    CHECK(without_emphasis("More than *{count}* visits") == "More than {count} visits");
    CHECK(roles_of(U"*a* *b*") == "m.m.m.m");
}

TEST_CASE("a star inside a word, or before what one dials, stands as it is")
{
    for (auto const* text : {"Mitarbeiter*innen", "*100#", "Am Ort: *100# wählen", "Freund*innen und Kolleg*innen"})
        CHECK(without_emphasis(text) == text);
    CHECK(without_emphasis("*Mitarbeiter*innen* helfen") == "Mitarbeiter*innen helfen");
    CHECK(roles_of(U"a*b") == ".s.");
    CHECK(roles_of(U"*100#") == "s....");
}

TEST_CASE("a star without its partner is told from both, and is drawn")
{
    CHECK(roles_of(U"*a b") == "a...");
    CHECK(roles_of(U"a b*") == "...a");
    CHECK(roles_of(U"a * b") == "..a..");
    CHECK(roles_of(U"*a* b*") == "m.m..a");
    CHECK(without_emphasis("a *b c") == "a *b c");
}
