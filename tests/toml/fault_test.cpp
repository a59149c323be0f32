// What an editor is told of a file that is no TOML.
#include "support/edited_content.h"
#include "toml/fault.h"
#include "toml/scan.h"
#include "toml/toml.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::toml;

namespace {

std::string fault_in(std::string_view text)
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
    CHECK(begins(fault_in("a = 1\nb = “fr”\n"), "x.toml:2:1: error: “ is a curly quote of Word (put a straight one"));
    CHECK(begins(fault_in("a = „fr“\n"), "x.toml:1:1: error: „ is a curly quote of Word"));
    CHECK(begins(fault_in("a = «fr»\n"), "x.toml:1:1: error: « is a curly quote of Word"));
    CHECK(begins(fault_in("a = \"fr”\nb = 1\n"),
                 "x.toml:1:1: error: the text ends with ”, a curly quote of Word (put \" in"));
    CHECK(
        begins(fault_in("a = \"Don’t Look Away”\nb = 1\n"), "x.toml:1:1: error: the text ends with ”, a curly quote"));
    CHECK(begins(fault_in("a = “fr”\nb = 1\nc = \"x”\n"),
                 "x.toml:1:1: error: 2 lines of this file have Word's curly "
                 "quotes: 1, 3 (put straight ones in their place: \"; the rest"));
    CHECK(
        begins(fault_in("a = 1\nb\u00A0= 2\n"), "x.toml:2:1: error: there is a space that is none of the keyboard's"));
    CHECK(begins(fault_in("a = \"1\"\nb = \"\xe9t\xe9\"\n"),
                 "x.toml:2:1: error: a letter of this line is saved in another encoding than the kiosk reads (open it "
                 "in Notepad, choose Save as, and there Encoding: UTF-8"));
    CHECK(begins(fault_in(std::string_view("\xff\xfe a\0", 5)), "x.toml:1:1: error: is saved in another encoding"));
    CHECK(begins(fault_in("PK\x03\x04 word/document.xml"),
                 "x.toml:1:1: error: is a document of Word or another program"));
    CHECK(begins(fault_in("a = \"one\x0Btwo\"\n"),
                 "x.toml:1:1: error: a line break of Word (Shift and Enter) stands in"));
}

namespace {

struct TomlSlip {
    char const* text;
    int line;
    char const* words; // of the message or the way out
};

// One slip each, as people make them in Notepad and Word.
constexpr TomlSlip kTomlSlips[] = {
    // brackets of sections
    {"[one]\na = 1\n[[two]\nb = 1\n", 3, "write [two]"},
    {"[[one]]\na = 1\n[one]]\na = 1\n", 3, "write [[one]]"},
    {"[one]\na = 1\n(two)\nb = 1\n", 3, "write [two]"},
    // quotes
    {"a = \"fr\nb = 1\n", 1, "this line has one \" only"},
    {"a = fr\"\nb = 1\n", 1, "the \" at the beginning of the text is missing"},
    {"[x]\na = \"one\ntwo\"\nb = \"c\"\n", 2, "join it with line 3"},
    {"a = \"one\"\ntwo three\nb = 1\n", 2, "'two three' is neither a title nor a text (put # before a note"},
    {"a = \"one\"\n\"two\"\n", 2, "a text stands here alone"},
    {"a = 'Don't'\n", 1, "use \" and not '"},
    {"a = 'one\n", 1, "use \" and not '"},
    {"a = \"Das ist \"gut\" so\"\n", 1, "the text ends at the \" before 'gut'"},
    {"a = [\"Das ist \"gut\" so\", \"b\"]\n", 1, "inside a text write “ ” and not \""},
    {"a = \"one\"\"\n", 1, "the text has its \" already"},
    {"a = \"one\"”\n", 1, "” stands behind the text (take it out"},
    {"a = ‘one’\n", 1, "‘ is a curly quote of Word"},
    {"a = [“one”, \"two\"]\n", 1, "“ is a curly quote of Word"},
    {"a = [\"one”, \"two\"]\n", 1, "the text ends with ”, a curly quote of Word (put \" in its place"},
    {"a = [\"one\", \"two”]\n", 1, "the text ends with ”"},
    {"[“x”]\n", 1, "“ is a curly quote of Word"},
    {"“a” = 1\n", 1, "“ is a curly quote of Word"},
    // lists
    {"a = [\"one\", \"two\"\nb = 1\n", 1, "the list that begins in this line has no ] at its end"},
    {"x = 1\na = [\n\"one\",\n\"two\"\n\n[next]\nb = 1\n", 2, "the list that begins in this line has no ] at its end"},
    {"a = [\"one\"", 1, "has no ] at its end"},
    {"a = [\"one\" \"two\"]\n", 1, "a comma is missing between two texts"},
    {"a = [\n\"one\"\n\"two\"]\n", 2, "a comma is missing between two texts"},
    {"a = [\"one\",, \"two\"]\n", 1, "a comma stands here with nothing before it"},
    {"a = \"one\", \"two\"]\n", 1, "the [ at the beginning of the list is missing"},
    {"a = [\"one\"]]\n", 1, "there is one ] too many"},
    {"a = [\"one\"}\n", 1, "a } stands where ] belongs"},
    {"a = [one, two]\n", 1, "'one' has no quotes"},
    // sections
    {"[law\na = 1\n", 1, "a ] is missing here (write [law]"},
    {"[[law]\na = 1\n", 1, "a ] is missing here (write [[law]]"},
    {"[law]]\na = 1\n", 1, "there is one ] too many (write [law]"},
    {"[law]\na = 1\n[law]\nb = 1\n", 3, "the section [law] is there twice: lines 1 and 3"},
    {"[[c]]\na = 1\n[c]\na = 2\n", 3, "[c] has one bracket on each side; in line 1 it has two (write [[c]]"},
    {"[c]\na = 1\n[[c]]\na = 2\n", 1, "[c] has one bracket on each side; in line 3 it has two (write [[c]]"},
    {"[la loi]\na = 1\n", 1, "this is no name of a section"},
    {"[]\na = 1\n", 1, "this is no name of a section"},
    {"[law] title = \"x\"\n", 1, "put it on a line of its own"},
    {"]\n", 1, "there is a ] that belongs to nothing"},
    // names and what follows them
    {"[h]\ntitle = \"x\"\ntitle = \"y\"\n", 3, "'title' is there twice below [h]: lines 2 and 3"},
    {"title: \"x\"\n", 1, "a ':' stands where a '=' belongs (write title = …"},
    {"title == \"x\"\n", 1, "there are two '='"},
    {"title \"x\"\n", 1, "the '=' behind 'title' is missing (write title = \"x\""},
    {"draw 6\n", 1, "the '=' behind 'draw' is missing (write draw = 6"},
    {"= \"x\"\n", 1, "there is no name before the '='"},
    {"titré = \"x\"\n", 1, "'titré' is no name"},
    {"my title = \"x\"\n", 1, "'my title' is no name"},
    {"a =\nb = 1\n", 1, "there is nothing behind the '='"},
    {"This is a note.\na = 1\n", 1, "put # before a note"},
    {"// a note\na = 1\n", 1, "put # before a note"},
    {"* a\n", 1, "put # before a note"},
    // values
    {"a = fr # a word\n", 1, "'fr' has no quotes (put it in straight double quotes: a = \"fr\""},
    {"a = /etc/kiosk\n", 1, "'/etc/kiosk' has no quotes"},
    {"phone = 0808 800 5000\n", 1, "a telephone number or a day stands in quotes: phone = \"0808 800 5000\""},
    {"phone = 0800\n", 1, "'0800' has no quotes"},
    {"phone = +32 2 522 63 23\n", 1, "phone = \"+32 2 522 63 23\""},
    {"day = 25/11/2026\n", 1, "day = \"25/11/2026\""},
    {"url = https://ecpat.be\n", 1, "an address stands in quotes: url = \"https://ecpat.be\""},
    {"idle = 70,5\n", 1, "'70,5' has a comma (write a point: idle = 70.5"},
    {"draw = six\n", 1, "'six' is a number in letters (write it in digits"},
    {"apart = True\n", 1, "'True' has capitals (write apart = true"},
    {"a = \"one\",\n", 1, "a ',' stands behind the value (take it out"},
    {"a = \"one\";\n", 1, "a ';' stands behind the value (take it out"},
    {"a = \"one\" two\n", 1, "'two' stands behind the text"},
    {"a = 6 seconds\n", 1, "'6 seconds' is no number (write the digits alone: a = 6;"},
    {"a = \"D:\\Users\\x\"\n", 1, "a \\ stands in this text (write / in its place, or \\\\"},
    {"a = \"end\\\"\n", 1, "a \\ stands before the last \" of this line"},
    {"a = { fr = \"x\", nl = \"y\"\n", 1, "the } at the end of this line is missing"},
    {"a = { fr = \"x\" nl = \"y\" }\n", 1, "a comma is missing"},
    {"a = { fr: \"x\" }\n", 1, "a ':' stands where a '=' belongs"},
    {"a = { fr = \"x\", }\n", 1, "there is a comma too many"},
    {"a = { \"x\" }\n", 1, "a = { fr = \"…\""},
    // yes and no, and numbers as people say them
    {"apart = oui\n", 1, "where it says yes or no write apart = true"},
    {"apart = non\n", 1, "write apart = false; a text stands in quotes: apart = \"non\""},
    {"idle = 70 s\n", 1, "'70 s' is no number (write the digits alone: idle = 70;"},
    {"idle = 7O\n", 1, "write the digits alone: idle = 70;"},
    {"idle = soixante-dix\n", 1, "'soixante-dix' is a number in letters (write it in digits: idle = 70;"},
    {"rotation = 90°\n", 1, "write the digits alone: rotation = 90;"},
    {"inches = 22\"  # 7 to 120; else what the screen says\n", 1, "take it out: inches = 22; a text"},
    {"threshold = dix\n", 1, "write it in digits: threshold = 10;"},
    {"draw = douze\n", 1, "write it in digits: draw = 12;"},
    {"phone = 112 (urgence)\n", 1, "a text stands in quotes: phone = \"112 (urgence)\""},
    // sections
    {"name = \"k\"\n# [fair]   # which\nname = \"x\"\n", 2,
     "'name' in line 3 belongs below [fair], and this line begins"},
    {"[[c]]\nid = \"a\"\nb = 1\n\nid = \"c\"\n", 5, "write [[c]] above line 5"},
    {"[[c]]\nid = \"a\"\nid = \"c\"\n", 3, "write [[c]] above line 3"},
    {"[x]\nb = 1\nq = \"a\"\n\nw = 1\nq = \"b\"\n", 6, "a [section] may be missing above line 5: put it back"},
    {"[c,be-form]\na = 1\n", 1, "write [c.be-form]"},
    {"[c.be form]\na = 1\n", 1, "write [c.be-form]"},
    {"[c.a]\nx = 1\n[c be‑form]\na = 1\n", 3, "write [c.be-form]"},
    {"reading]\na = 1\n", 1, "a [ is missing at the beginning of this line (write [reading]"},
    {"c]]\na = 1\n", 1, "write [[c]]"},
    {"reading_screen\na = 1\n", 1, "where a section begins write [reading_screen]"},
    {"next – \"x\"\n", 1, "a '–' stands where a '=' belongs (write next = …"},
    {"next - \"x\"\n", 1, "a '-' stands where a '=' belongs"},
    // lists
    {"a = [\"x\"; \"y\"]\n", 1, "a ';' stands between two texts of a list (write a comma there"},
    {"a = [\"x\". \"y\"]\n", 1, "a '.' stands between two texts of a list"},
    {"a = (\"x\", \"y\")\n", 1, "a ( stands where a \" or a [ belongs"},
    {"a = [(\"x\", \"y\"]\n", 1, "a ( stands before a text of this list (take it out"},
    {"a = \"x\", \"y\"\n", 1, "put [ before the first and ] behind the last: a = [\"…\", \"…\"]"},
    {"a = [\"one, \"two\", \"three\"]\n", 1, "the \" behind 'one' is missing (put it before the comma"},
    {"a = [\n\"one,\n\"two\"\n]\n", 2, "the \" behind 'one' is missing (put it before the comma"},
    // what was pasted
    {"De : Anne\n", 1, "'De: Anne' is neither a title nor a text (put # before a note, or take the line out"},
    {"Langue\tFrançais\n", 1, "'Langue Français' is neither a title nor a text, and has a tab in it"},
    {"a = \"one\ntwo\n\nthree\"\nb = 1\n", 1, "join it with line 2 and those below it: a text stands on one line"},
};

// Words of a parser and of programmers, which are in no message.
constexpr char const* kForeignWords[] = {"parsing", "expected", "redefine", "TOML",  "toml++",    "unicode",
                                         "scalar",  "token",    "table",    "array", "character", "key",
                                         "inline",  "escape",   "EOF",      "null"};

} // namespace

TEST_CASE("each slip is told in the words of whoever made it, at the line where it was made")
{
    CHECK(std::size(kTomlSlips) >= 60);
    for (auto const& slip : kTomlSlips) {
        auto const line = fault_in(slip.text);
        CAPTURE(slip.text);
        CAPTURE(line);
        CHECK(line.starts_with("x.toml:" + std::to_string(slip.line) + ":1: error: "));
        CHECK(line.find(slip.words) != std::string::npos);
        CHECK(line.find("the rest of this file is looked at once this is mended") != std::string::npos);
        for (auto const* foreign : kForeignWords) {
            CAPTURE(foreign);
            CHECK(line.find(foreign, line.find("error: ")) == std::string::npos);
        }
    }
}

TEST_CASE("a \\ that made a sign which nobody typed is told as the \\, and only in what visitors read")
{
    for (auto const& [text, line] :
         {std::pair("a = \"C:\\textes\\nouveau\"\n", 1), std::pair("a = [\n\"x\",\n\"C:\\bof\"]\n", 3)}) {
        Problems problems;
        CHECK_FALSE(parse_content(text, "x.toml", problems));
        REQUIRE(problems.size() == 1);
        CHECK(begins(problems.front().line(),
                     "x.toml:" + std::to_string(line) + ":1: error: a \\ stands in this text (write / in its place"));
        CHECK(parse_toml(text, "x.toml", problems));
    }
    Problems none;
    CHECK(parse_content("a = \"tab\tand \\u00e9 \\\" \\\\\"\n", "x.toml", none));
}

TEST_CASE("a file that was made to break its reader is refused like any other")
{
    for (auto const& text :
         {"a = " + std::string(100'000, '['), "a = " + std::string(100'000, '{'), "a = x" + std::string(1'000'000, '7'),
          "a = 7 " + std::string(1'000'000, '7'), std::string(1'000'000, 'a'), "[" + std::string(1'000'000, 'a'),
          "a = \"" + std::string(1'000'000, 'a')}) {
        auto const line = fault_in(text);
        CHECK(line.starts_with("x.toml:1:1: error: "));
        CHECK(line.size() < 500);
    }
}

TEST_CASE("what can be read has no fault for whoever looks for one, in every file of the content")
{
    for (auto const* text :
         {"a = \"“Bonjour”\" # ‘so’\n", "a = [1,\n 2]\n[b]\n\"c d\" = 1\n", "[ a ]\nb = +1_000.5e3\n",
          "a = \"\"\"\none \"two\"\n\"\"\"\nb = '''x'''\n", "a = [ # none\n]\n", "a = { b = { c = 1 } }\n",
          "[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 1\n", "a = 'one' # two\nb = [ 'x', 'y', ]\n",
          "a = 2026-11-26\nb = 07:32:00\nc = -inf\n", "\xEF\xBB\xBF#\na = 1\r\nb = \"x\"\r\n", "a.b = 1\na.c = 2\n",
          "a = \"tab\tand \\u00e9 \\\" \\\\\"\n", "- = 1\n", "a = \"\"\nb = []\nc = {}\n"}) {
        CAPTURE(text);
        Problems problems;
        CHECK(parse_toml(text, "x.toml", problems));
        CHECK_FALSE(scan_toml(text));
    }
    test::EditedContent const content;
    for (auto const& file : content.files()) {
        CAPTURE(file);
        CHECK_FALSE(scan_toml(content.text(file)));
    }
}

TEST_CASE("signs that look wrong stand where they may: in a text, and in a comment")
{
    Problems problems;
    CHECK(parse_toml("a = \"“Bonjour”, dit-il : «\u00A0oui\u00A0»\" # ‘so’\n", "x.toml", problems));
    CHECK(problems.empty());
    // And they are not what is told of a line that has another fault.
    CHECK(begins(fault_in("a = \"“Bonjour”\" b\n"), "x.toml:1:"));
    CHECK(fault_in("a = \"“Bonjour”\" b\n").find("curly") == std::string::npos);
}

TEST_CASE("what stands above a fault can be read, also where the fault goes over several lines")
{
    auto const above = parse_up_to_fault("name = \"a\"\ndata = \"b\"\nkeys = [\n\"x\",\n“y”]\nlast = 1\n", "x.toml", 5);
    REQUIRE(above);
    CHECK(above->find("data")->text == "b");
    CHECK_FALSE(above->find("keys"));
    CHECK_FALSE(above->find("last"));
}
