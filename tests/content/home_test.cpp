// The cards of the first screen are content: each opens something that is there.
#include "support/edited_content.h"

#include <doctest/doctest.h>

using namespace test;

namespace {

void expect_told(char const* from, char const* to, char const* message)
{
    EditedContent content;
    content.replace("kiosk.toml", from, to);
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(errors.find("content/kiosk.toml:") == 0);
    CHECK(errors.find(message) != std::string::npos);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
}

} // namespace

TEST_CASE("a card that opens what is not there is told, with what is meant")
{
    expect_told("page = \"dont-look-away/notice\"", "page = \"dont-look-away/notise\"", "did you mean 'notice'?");
    expect_told("page = \"dont-look-away/notice\"", "page = \"dont-look-awai/notice\"",
                "did you mean 'dont-look-away'?");
    expect_told("page = \"dont-look-away/notice\"", "page = \"notice\"", "is no page of a campaign or a guide");
    expect_told("\nquiz = \"travellers\"\npicture", "\nquiz = \"travelers\"\npicture", "there is no quiz 'travelers'");
    expect_told("\nscenes = \"travellers\"\npicture", "\nscenes = \"travelers\"\npicture",
                "there is no set of scenes 'travelers'");
}

TEST_CASE("a card with the words of another, or without words, is told at its place")
{
    expect_told("id = \"after_report\"\npage", "id = \"see\"\npage",
                "card 'see' has no words: every language has them under 'after_report'");
    EditedContent content;
    content.replace("kiosk.toml", "id = \"after_report\"\npage", "id = \"notice_signs\"\npage");
    CHECK(content.errors().find("card 'notice_signs' is there twice") != std::string::npos);
}

TEST_CASE("no two cards of the first screen have one picture")
{
    expect_told("picture = \"street-cafe\"", "picture = \"lighthouse\"", "have the picture 'lighthouse'");
}
