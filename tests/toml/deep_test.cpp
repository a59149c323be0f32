// Trees that would take the whole stack of whoever walks them, made by one line of a file.
#include "toml/toml.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::toml;

namespace {

std::string times(std::size_t count, std::string const& part)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
}

std::string said(std::string const& text)
{
    Problems problems;
    CHECK_FALSE(parse_toml(text, "x.toml", problems));
    REQUIRE(problems.size() == 1);
    return problems.front().line();
}

} // namespace

TEST_CASE("a key, a heading or an inline table of 20,000 parts is told with its line, and takes no stack")
{
    auto const deep = times(20'000, ".a");
    CHECK(said("[x]\na" + deep + " = 1\n").starts_with("x.toml:2:1: error: there are more than 100 dots"));
    CHECK(said("\n\n[a" + deep + "]\n").starts_with("x.toml:3:1:"));
    CHECK(said("[[a" + deep + "]]\n").starts_with("x.toml:1:1:"));
    CHECK(said("x = {a" + deep + " = 1}\n").starts_with("x.toml:1:1:"));
    CHECK(said("x = [\"\"\"\n#'\"\"\", {\"a\"" + times(20'000, ".\"a\"") + " = 1}]\n").starts_with("x.toml:2:1:"));
}

TEST_CASE("the deepest tree that is read can be walked: tables in lists in tables, each with the most dots")
{
    auto const dots = times(90, ".a");
    std::string text = "x = ";
    for (int i = 0; i < 15; ++i) text += "{a" + dots + " = [\n";
    text += "1";
    for (int i = 0; i < 15; ++i) text += "]}";
    Problems problems;
    auto const tree = parse_toml(text, "x.toml", problems);
    if (tree) CHECK(tree->members.size() == 1);
    // And what is nested deeper is refused.
    CHECK_FALSE(parse_toml("x = " + times(40, "[") + times(40, "]"), "x.toml", problems));
}

TEST_CASE("a text with as many dots as texts have is read")
{
    Problems problems;
    CHECK(parse_toml("x = \"" + times(90, "a.") + "\"\n", "x.toml", problems));
    CHECK(problems.empty());
}
