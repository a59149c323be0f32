// Mistakes that people made and that reached a screen, each with the place at which it must be said.
#include "base/emphasis.h"
#include "naming/display_names.h"
#include "support/edited_content.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace test;

namespace {

// One error at the line, with these words in it; and nothing else.
void expect_one(EditedContent const& content, std::string const& file, int line, std::string const& words)
{
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
    CHECK(errors.starts_with(fmt::format("content/{}:{}:", file, line)));
    CHECK(errors.find(words) != std::string::npos);
}

constexpr char const* kFrench = "interface/fr.toml";
constexpr char const* kChannels = "reporting/channels.toml";

} // namespace

TEST_CASE("a placeholder that was translated is said, and the number is on the screen all the same")
{
    EditedContent content;
    auto const line = content.replace(kFrench, "{number}\"\nchannel_danger_there", "{numéro}\"\nchannel_danger_there");
    expect_one(content, kFrench, line, "this text has {numéro} in place of {number}");
    auto const read = content.read();
    KioskOptions options;
    options.content = &read.content;
    Kiosk kiosk(options);
    kiosk.begin("fr");
    kiosk.tap("bar.report");
    CHECK(kiosk.scene().says("A child in danger now?"));
    CHECK(kiosk.scene().says("112"));
    CHECK_FALSE(kiosk.scene().says("{"));
}

TEST_CASE("a placeholder that lost a brace in the first language is said, and another language's words stand in")
{
    EditedContent content;
    auto const line =
        content.replace("interface/en.toml", "{number}\"\nchannel_danger_there", "{number .\"\nchannel_danger_there");
    expect_one(content, "interface/en.toml", line, "this text lacks {number}");
    CHECK(content.read().content.sentence("en", "report.channel_danger", {{"number", "112"}}).find("112") !=
          std::string::npos);
}

TEST_CASE("addresses with what nobody sees, or with a comma for a point, are each said at their line")
{
    struct Row {
        char const *from, *to, *said;
    };
    for (auto const& row :
         {Row{"https://isaystop.com/", "https://isaystop.com/\u200B", "not allowed there"},
          Row{"https://jedisstop.be/", "https://jedisstop.be/ ", "holds a blank"},
          Row{"https://ikzegstop.be/", "https://ikzegstop,be/", "a character that no host has"},
          Row{"https://isaystop.com/", "https://isay stop.com/", "holds a blank"},
          Row{"https://isaystop.com/", "https://isaystop", "no name in the internet"},
          Row{"https://isaystop.com/", "https://localhost/", "no name in the internet"},
          Row{"https://isaystop.com/", "https://192.168.1.5/", "no name in the internet"},
          Row{"https://isaystop.com/", "https://https://isaystop.com/", "holds two addresses"},
          Row{"https://isaystop.com/", "https://isaystop.com:8080/", "names a port"},
          Row{"https://isaystop.com/", "https://isaystop.com/.", "ends with a full stop"},
          Row{"https://isaystop.com/", "https://isaystop.com//", "two '/' in a row"},
          Row{"https://isaystop.com/", "<https://isaystop.com/>", "begins with a bracket"},
          Row{"https://isaystop.com/", "https://isaystop.com.", "ends with a full stop"},
          Row{"https://isaystop.com/", "https://isaystop.com/,", "another sign of its sentence"},
          Row{"https://isaystop.com/", "contact@isaystop.com", "is an address of mail"},
          Row{"https://isaystop.com/", "https://eur01.safelinks.protection.outlook.com/?url=https", "is a detour"},
          Row{"https://isaystop.com/", "https://isаystop.com/", "a browser goes to 'xn--"},
          Row{"https://isaystop.com/", "https://bit.ly/3xYz", "is a short link"},
          Row{"https://isaystop.com/", "https://www.bit.ly/3xYz", "is a short link"},
          Row{"https://isaystop.com/", "https://isaystop.com/?utm_source=fair", "carries a parameter"},
          Row{"https://isaystop.com/", "https://me@isaystop.com/", "what stands before the '@' is no host"},
          Row{"https://isaystop.com/", "http://isaystop.com/", "is not an https address"}}) {
        EditedContent content;
        auto const line = content.replace(kChannels, row.from, row.to);
        CAPTURE(row.to);
        expect_one(content, kChannels, line, row.said);
    }
}

TEST_CASE("a day on which a contact was tried is a day, and has come")
{
    for (auto const* day : {"2062-12-31", "yesterday", "2019-2-3", "31/12/2020", "2026-02-30", "2026-11-26"}) {
        EditedContent content;
        content.replace(kChannels, "verified_by = \"\"", "verified_by = \"An editor\"");
        auto const line = content.replace(kChannels, "verified_on = \"\"", fmt::format("verified_on = \"{}\"", day));
        CAPTURE(day);
        expect_one(content, kChannels, line, fmt::format("verified_on = \"{}\"", day));
    }
    for (auto const* day : {"1/12/2026", "2036-01-01", "last week"}) {
        EditedContent content;
        content.replace(
            kFrench, "status = \"draft\"\nreviewed_by = \"\"\nreviewed_on = \"\"",
            fmt::format(
                "status = \"reviewed\"\nreviewed_by = \"An editor\"\nreviewed_on = \"{}\"\nreviewed_mark = \"a\"",
                day));
        auto const errors = content.errors();
        CAPTURE(errors);
        CHECK(errors.starts_with(fmt::format("content/{}:3:1: error: reviewed_on = \"{}\"", kFrench, day)));
    }
}

TEST_CASE("the star of gender stands, and what is to stand out does")
{
    EditedContent content;
    content.replace("campaigns/dont-look-away/de.toml", "title = \"Nicht wegsehen kann ein Kind schützen\"",
                    "title = \"Reiseberater*innen helfen\"");
    CHECK(content.errors().empty());
    auto const read = content.read();
    KioskOptions options;
    options.content = &read.content;
    Kiosk kiosk(options);
    kiosk.begin("de");
    kiosk.tap("home.dont-look-away");
    CHECK(kiosk.scene().says("Reiseberater*innen helfen"));
}

TEST_CASE("avoided words are found however they are spelt, and wherever they stand")
{
    struct Row {
        char const *file, *from, *to;
    };
    constexpr char const* kCampaign = "campaigns/dont-look-away/fr.toml";
    constexpr char const* kTitle = "title = \"Ne pas détourner le regard peut protéger un enfant\"";
    for (auto const& row :
         {Row{kCampaign, "title = \"Don’t Look Away\"", "title = \"Le tourisme sexuel\""},
          Row{kCampaign, "subtitle = \"Ce que", "subtitle = \"Le tourisme sexuel, ce que"},
          Row{kCampaign, kTitle, "title = \"Le tourisme\u00A0sexuel\""},
          Row{kCampaign, kTitle, "title = \"Le tourisme  sexuel\""},
          Row{kCampaign, kTitle, "title = \"Le tourisme-sexuel\""},
          Row{kCampaign, kTitle, "title = \"Le *tourisme* sexuel\""},
          Row{kCampaign, kTitle, "title = \"LE TOURISME SEXUEL\""},
          Row{kCampaign, kTitle, "title = \"Les PÉDOPHILES\""},
          Row{kCampaign, kTitle, "title = \"Les pe\u0301dophiles\""},
          Row{"campaigns/dont-look-away/de.toml", "title = \"Nicht wegsehen kann ein Kind schützen\"",
              "title = \"Die Paedophilen\""},
          Row{"quiz/travellers/fr.toml", "subtitle = \"", "subtitle = \"Tourisme sexuel. "},
          Row{"reporting/fr.toml", "name = \"En mer\"", "name = \"Tourisme sexuel\""},
          Row{"sources.toml", "title = \"Exploitation sexuelle dans le tourisme\"", "title = \"Tourisme sexuel\""},
          Row{"staff/screen/fr.toml", "leave = \"", "leave = \"Tourisme sexuel "}}) {
        EditedContent content;
        auto const line = content.replace(row.file, row.from, row.to);
        CAPTURE(row.to);
        expect_one(content, row.file, line, "uses the avoided term");
    }
    // In what nobody sees there is one fault more.
    for (auto const* hidden : {"\u00AD", "\u200B", "\u2060"}) {
        EditedContent content;
        auto const line = content.replace(kCampaign, kTitle, fmt::format("title = \"Le tou{}risme sexuel\"", hidden));
        auto const errors = content.errors();
        CAPTURE(errors);
        CHECK(errors.find(fmt::format("content/{}:{}:1: error: this text uses the avoided term 'tourisme sexuel'",
                                      kCampaign, line)) != std::string::npos);
    }
    EditedContent content;
    content.replace(kCampaign, kTitle, "title = \"Stop Prostitution Enfantine\"");
    CHECK(content.errors().empty());
}

TEST_CASE("a line's languages are languages that each language has a name for, and its number is one")
{
    for (auto const* code : {"FR", "german", "xx", "sp"}) {
        EditedContent content;
        auto const line = content.replace(kChannels, "languages = [\"nl\", \"fr\"]",
                                          fmt::format("languages = [\"fr\", \"{}\"]", code));
        CAPTURE(code);
        expect_one(content, kChannels, line, fmt::format("'{}' is no code of a language", code));
    }
    EditedContent turkish;
    turkish.replace(kChannels, "languages = [\"nl\", \"fr\"]", "languages = [\"tr\", \"nl\"]");
    auto const errors = turkish.errors();
    CAPTURE(errors);
    CHECK(errors.find("no file says what the language 'tr' is called (write tr = \"…\" below [language_name] in "
                      "interface/en.toml, fr.toml, nl.toml, de.toml)") != std::string::npos);
    EditedContent letters;
    auto const line = letters.replace(kChannels, "phone = \"116\u00A0000\"", "phone = \"116 OOO (ask for Anne)\"");
    auto const said = letters.errors();
    CAPTURE(said);
    CHECK(said.find(fmt::format("content/{}:{}:1: error: channel 'be-116000': '116 OOO (ask for Anne)' is no telephone",
                                kChannels, line)) != std::string::npos);
}

TEST_CASE("letters that no font has are all named, at the file and line of their text")
{
    EditedContent content;
    auto const line =
        content.replace("campaigns/dont-look-away/de.toml", "title = \"Nicht wegsehen kann ein Kind schützen\"",
                        "title = \"Zeichen: 👮 不 🚨\"");
    expect_one(content, "campaigns/dont-look-away/de.toml", line, "'👮' (U+1F46E), '不' (U+4E0D), '🚨' (U+1F6A8)");
    // "[attract] begin" is gone: said in its file, among its neighbours.
    EditedContent missing;
    auto const begin = missing.replace(kFrench, "begin = ", "# begin = ");
    auto const errors = missing.errors();
    CAPTURE(errors);
    CHECK(errors.starts_with(fmt::format("content/{}:", kFrench)));
    CHECK(errors.find("'attract.begin' is missing here") != std::string::npos);
    CHECK(begin > 1);
}

TEST_CASE("a count takes the form of its language")
{
    auto const& content = shipped_content();
    CHECK(content.staff_sentence("en", "screen.pin.wrong_left", {{"n", "1"}}) ==
          "That was not the PIN. 1 try is left before the kiosk locks.");
    CHECK(content.staff_sentence("en", "screen.pin.wrong_left", {{"n", "2"}}) ==
          "That was not the PIN. 2 tries are left before the kiosk locks.");
    CHECK(content.sentence("fr", "quiz.end_some", {{"right", "1"}, {"count", "6"}}).starts_with("Bonne réponse"));
    CHECK(content.staff_sentence("fr", "screen.visits.count", {{"n", "0"}}).find("visites") == std::string::npos);
    CHECK(content.staff_sentence("de", "screen.visits.count", {{"n", "0"}}).find("Besuche") != std::string::npos);
}

TEST_CASE("what a fleet's report remarks on is counted in its language, too")
{
    auto const labels = naming::make_display_names(shipped_content(), "de");
    CHECK(labels.counted("figures.remark_missing_days", 1).find("1 Tag nicht") != std::string::npos);
    CHECK(labels.counted("figures.remark_missing_days", 3).find("3 Tage nicht") != std::string::npos);
    CHECK(labels.counted("figures.remark_renamed", 0) == labels.words("figures.remark_renamed"));
}

TEST_CASE("a text that counts has every form of its language, and no other")
{
    EditedContent one;
    auto const line = one.replace("interface/nl.toml", "end_none.one = ", "# ");
    (void)line;
    auto errors = one.errors();
    CAPTURE(errors);
    CHECK(errors.find("'quiz.end_none.one' is missing here") != std::string::npos);
    EditedContent few;
    few.replace("interface/nl.toml", "end_none.one = ", "end_none.few = ");
    errors = few.errors();
    CHECK(errors.find("nothing on the kiosk asks for 'quiz.end_none.few'") != std::string::npos);
    EditedContent whole;
    whole.replace("interface/nl.toml", "end_none.one = ", "# ");
    auto const at = whole.replace("interface/nl.toml", "end_none.other = ", "end_none = ");
    expect_one(whole, "interface/nl.toml", at, "write end_none.one = … and end_none.other = …");
}

TEST_CASE("an address that is long to type, and whose code is fine, is a warning")
{
    EditedContent content;
    content.replace(kChannels, "https://jedisstop.be/",
                    "https://www.jedisstop.be/fr/signaler/formulaire-de-signalement-en-ligne/exploitation-sexuelle/");
    CHECK(content.errors().empty());
    auto const problems = content.problems();
    CHECK(std::any_of(problems.begin(), problems.end(), [](Problem const& problem) {
        return problem.severity == Severity::warning && problem.line().find("channel 'be-form'") != std::string::npos &&
               problem.suggestion.find("ask whoever runs it for a short address") != std::string::npos;
    }));
}

TEST_CASE("a number that was changed after it was tried is untried again, and so are its address and hours")
{
    for (auto const& [from, to] : {std::pair("phone = \"0800\u00A014\u00A0112\"", "phone = \"0800 14 113\""),
                                   std::pair("https://stopitnow.brussels/", "https://stopitnow.brussels/fr")}) {
        EditedContent content;
        auto const mark = content.read().content.reporting.channel("be-stop-it-now")->mark();
        auto text = content.text(kChannels);
        auto const at = text.find("verified_on", text.find("be-stop-it-now"));
        text.insert(at, fmt::format("verified_mark = \"{}\"\n", mark));
        auto const put = [&](std::string const& what, std::string const& with) {
            text.replace(text.find(what, text.find("be-stop-it-now")), what.size(), with);
        };
        put("verified_on = \"\"", "verified_on = \"2026-11-01\"");
        put("verified_by = \"\"", "verified_by = \"A. Person\"");
        content.put(kChannels, text);
        CHECK(content.read().content.reporting.channel("be-stop-it-now")->verified());
        content.replace(kChannels, from, to);
        CHECK_FALSE(content.read().content.reporting.channel("be-stop-it-now")->verified());
        bool said = false;
        for (auto const& problem : content.problems())
            said = said ||
                   problem.message == "channel 'be-stop-it-now' was changed after A. Person had tried it on 2026-11-01";
        CHECK(said);
    }
}

TEST_CASE("a review is of the words that were read: one word later it is none")
{
    EditedContent content;
    std::string mark;
    for (auto const& file : content.read().content.words_files)
        if (file.folder == "interface" && file.language == "fr") mark = file.mark;
    content.replace(kFrench, "status = \"draft\"\nreviewed_by = \"\"\nreviewed_on = \"\"",
                    fmt::format("status = \"reviewed\"\nreviewed_by = \"A. Reader\"\nreviewed_on = \"2026-11-01\"\n"
                                "reviewed_mark = \"{}\"",
                                mark));
    CHECK(content.errors().empty());
    auto const is_reviewed = [&] {
        for (auto const& file : content.read().content.words_files)
            if (file.folder == "interface" && file.language == "fr") return file.review.reviewed;
        return false;
    };
    CHECK(is_reviewed());
    content.replace(kFrench, "Suivant", "Suite");
    CHECK_FALSE(is_reviewed());
    content.replace("kiosk.toml", "edition = \"demonstration\"", "edition = \"release\"");
    auto const errors = content.errors();
    CAPTURE(errors);
    CHECK(
        errors.find("these words were changed after A. Reader had reviewed them on 2026-11-01 (read it all, then run: "
                    "kiosk-content reviewed content/interface/fr.toml --by NAME)") != std::string::npos);
    CHECK(errors.find("nobody has reviewed these words, and this edition is a release") != std::string::npos);
}
