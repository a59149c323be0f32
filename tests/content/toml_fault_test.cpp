// What an editor is told of a file that is no TOML.
#include "content/toml.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::content;

namespace {

std::string said(std::string_view text)
{
    Problems problems;
    CHECK_FALSE(parse_toml(text, "x.toml", problems));
    REQUIRE(problems.size() == 1);
    return problems.front().line();
}

bool begins(std::string const& line, std::string const& with)
{
    INFO(line);
    return line.starts_with(with);
}

} // namespace

TEST_CASE("what word processors and other keyboards put into a file is told by its name, in its line")
{
    CHECK(begins(said("a = 1\nb = “fr”\n"), "x.toml:2:1: error: “ is a typographic quote (put a straight one"));
    CHECK(begins(said("a = „fr“\n"), "x.toml:1:1: error: „ is a typographic quote"));
    CHECK(begins(said("a = «fr»\n"), "x.toml:1:1: error: « is a typographic quote"));
    CHECK(begins(said("a = \"fr”\nb = 1\n"), "x.toml:1:1: error: ” does not close a quote"));
    CHECK(begins(said("a = \"fr\nb = 1\n"), "x.toml:1:1: error: a quote is opened here and not closed"));
    CHECK(begins(said("a = 1\nb\u00A0= 2\n"), "x.toml:2:1: error: there is a space that is none of the keyboard's"));
    CHECK(begins(said("a = fr # a word\n"), "x.toml:1:1: error: 'fr' has no quotes"));
    CHECK(begins(said("a = /etc/kiosk\n"), "x.toml:1:1: error: '/etc/kiosk' has no quotes"));
    CHECK(begins(said("a =\nb = 1\n"), "x.toml:1:1: error: there is nothing behind the '='"));
    CHECK(begins(said("a = \"1\"\nb = \"\xe9t\xe9\"\n"), "x.toml:2:1: error: holds a letter that is not UTF-8"));
    CHECK(begins(said("a = [1, 2\n"), "x.toml:"));
}

TEST_CASE("signs that look wrong stand where they may: in a text, and in a comment")
{
    Problems problems;
    CHECK(parse_toml("a = \"“Bonjour”, dit-il : «\u00A0oui\u00A0»\" # ‘so’\n", "x.toml", problems));
    CHECK(problems.empty());
    // And they are not what is told of a line that has another fault.
    CHECK(begins(said("a = \"“Bonjour”\" b\n"), "x.toml:1:"));
    CHECK(said("a = \"“Bonjour”\" b\n").find("typographic") == std::string::npos);
}

TEST_CASE("what stands above a fault can be read, also where the fault goes over several lines")
{
    auto const above = parse_above("name = \"a\"\ndata = \"b\"\nkeys = [\n\"x\",\n“y”]\nlast = 1\n", "x.toml", 5);
    REQUIRE(above);
    CHECK(above->find("data")->text == "b");
    CHECK_FALSE(above->find("keys"));
    CHECK_FALSE(above->find("last"));
}
