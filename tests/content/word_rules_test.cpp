#include "content/keys/placeholders.h"
#include "content/references.h"
#include "content/wording/rules.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk::content;

namespace {

// What is said of a text of visitors in German, or "".
std::string said_of(std::string const& words, std::string const& language = "de")
{
    auto const& content = test::shipped_content();
    WordRules const rules(content.reporting, content.avoided, [](char32_t letter) { return letter < 0x3000; });
    TextToCheck text;
    text.words = words;
    text.language = language;
    std::string said;
    for (auto const& fault : rules.faults_of(text)) said += fault.message + " (" + fault.suggestion + ")\n";
    return said;
}

void expect_said(std::string const& words, std::string const& part)
{
    auto const said = said_of(words);
    CAPTURE(words);
    CAPTURE(said);
    CHECK(said.find(part) != std::string::npos);
}

} // namespace

TEST_CASE("a sound text is let be")
{
    for (std::string const words :
         {"Wählen Sie *jetzt*.", "Mitarbeiter*innen", "z.B. am 3.11.2026", "1 230 Besuche, 4 %", "Hotel & Bar", "3 < 4",
          "1 000 000 Kinder", "2.500.000 Kinder", "am 2026-11-03", "Zeile\nZeile", "Er sagte: „Ja“ – und ging.",
          "2012 bis 2014", "50 °C", "am 17. Mai"}) {
        CAPTURE(words);
        CHECK(said_of(words).empty());
    }
    CHECK(said_of("Il a fini la todo-liste", "es").empty());
}

TEST_CASE("leftovers, markup, and what is not seen are no text")
{
    expect_said("", "this text is empty");
    expect_said(" \u00A0", "this text is empty");
    expect_said("**", "this text is empty");
    expect_said("a\tb", "holds a tab");
    expect_said("a\x01"
                "b",
                "control character (U+0001)");
    expect_said("a\u00ADb", "soft hyphen");
    expect_said("a\u200Bb", "sign that nobody sees (U+200B)");
    expect_said("\uFEFFa", "sign that nobody sees (U+FEFF)");
    expect_said("a\u202Eb", "sign that nobody sees (U+202E)");
    expect_said("\uF0B7 a", "one program's own font (U+F0B7)");
    expect_said("a\uFFFD", "was lost when it was saved");
    expect_said("*a", "a star without its partner");
    expect_said("a * b", "a star without its partner");
    expect_said("<b>a</b>", "'<b>'");
    expect_said("a &nbsp; b", "'&nbsp;'");
    expect_said("l&#8217;a", "'&#8217;'");
    expect_said("[a](b)", "'[…](…)'");
    expect_said("C:\\a", "'\\'");
    expect_said("TODO: a", "not finished: it has 'TODO'");
    expect_said("a (TBD)", "not finished: it has 'TBD'");
    expect_said("Lorem ipsum dolor", "lorem ipsum");
    expect_said("不", "no font of the kiosk can show: '不' (U+4E0D)");
}

TEST_CASE("addresses and numbers come by reference, and the message says by which")
{
    expect_said("Siehe www.nicht-wegsehen.net", "write {channel.de-portal.address} instead");
    expect_said("Siehe https://isaystop.com/", "write {channel.be-form.address} instead");
    expect_said("Rufen Sie 112", "write {emergency.BE.112} instead");
    expect_said("Rufen Sie 0800 200 99", "write {channel.be-seos.phone} instead");
    expect_said("Rufen Sie +32 2 123 45 67", "take it out: addresses and numbers");
    expect_said("Mail an a@b.be", "take it out: addresses and numbers");
    expect_said("Siehe meldkindersekstoerisme.nl", "historic address");
    CHECK(said_of("Rufen Sie {emergency.BE.112}, {channel.be-seos.phone}, {channel.be-form.address}").empty());
    expect_said("{channel.be-fom.phone}",
                "refers to the channel 'be-fom', which reporting/channels.toml does not have");
    expect_said("{channel.be-form.phone}", "refers to the phone of the channel 'be-form', which has none");
    expect_said("{channel.be-form.fax}", "asks the channel 'be-form' for its 'fax'");
    expect_said("{emergency.BE.113}", "refers to the emergency number 113 of 'BE'");
    expect_said("{number}", "has {number}, which nothing fills");
    expect_said("a { b", "a brace without its partner");
}

TEST_CASE("a reference stands for what the record has, whole where the text runs from right to left")
{
    auto const& reporting = test::shipped_content().reporting;
    CHECK(fill_references("Appelez {channel.be-seos.phone}.", reporting, "fr") == "Appelez 0800\u00A0200\u00A099.");
    CHECK(fill_references("{channel.be-form.address}", reporting, "fr") == "jedisstop.be");
    CHECK(fill_references("{channel.be-form.address}", reporting, "de") == "isaystop.com");
    CHECK(fill_references("{channel.lu-form.host}", reporting, "de") == "childprotection.lu");
    CHECK(fill_references("{channel.be-seos.phone}", reporting, "ar") == "\u20660800\u00A0200\u00A099\u2069");
}

TEST_CASE("placeholders are what stands between braces, and a brace alone is told")
{
    auto const found = placeholders_in("a {b} c {d.e} {b}");
    CHECK(found.names == std::vector<std::string_view>{"b", "d.e", "b"});
    CHECK_FALSE(found.broken);
    for (auto const* text : {"{", "}", "{a", "a}", "{}", "{{a}}"}) CHECK(placeholders_in(text).broken);
}
