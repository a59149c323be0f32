// Reporting, as a person needs it: how many touches it takes, what stands there, and what is counted of it.
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

std::string code_of(Kiosk const& kiosk, std::string const& node)
{
    auto const* found = kiosk.scene().find(node);
    return found ? found->label : std::string();
}

std::string label_of(Kiosk const& kiosk, std::string const& node)
{
    auto const* found = kiosk.scene().find(node);
    REQUIRE(found);
    return found->label;
}

// A country by its letter, turning pages as a visitor would.
void choose(Kiosk& kiosk, std::string const& letter, std::string const& country)
{
    kiosk.tap("report.letter." + letter);
    for (int i = 0; i < 4 && !kiosk.has("report.place." + country); ++i) kiosk.tap("report.more");
    kiosk.tap("report.place." + country);
}

constexpr char const* kLanguages[] = {"en", "fr", "nl", "de"};

} // namespace

TEST_CASE("from the attract loop to a code it is one touch, in the language that is read there, and two by a language")
{
    auto const& channel = *shipped_content().reporting.channel("be-form");
    for (auto const& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}})
        for (int i = 0; i < 4; ++i) {
            KioskOptions options;
            options.width = width;
            options.height = height;
            Kiosk kiosk(options);
            kiosk.wait(1s + i * 12s);
            kiosk.tap("attract.report");
            CHECK(kiosk.state().language == kLanguages[i]);
            CHECK(code_of(kiosk, "report.code") == channel.address(kLanguages[i]));
            Kiosk other(options);
            other.tap("attract.language." + std::string(kLanguages[i]));
            other.tap("bar.report");
            CHECK(code_of(other, "report.code") == channel.address(kLanguages[i]));
        }
}

TEST_CASE("no number that is called in danger looks like more than the one before it, in any language and size")
{
    for (auto const* language : kLanguages)
        for (auto const large : {false, true}) {
            CAPTURE(language);
            CAPTURE(large);
            Kiosk kiosk;
            kiosk.tap("attract.language." + std::string(language));
            if (large) {
                kiosk.tap("bar.reading");
                kiosk.tap("reading.large");
            }
            kiosk.tap("bar.report");
            kiosk.tap("report.now");
            auto const* first = kiosk.scene().find("report.emergency.112");
            auto const* second = kiosk.scene().find("report.emergency.101");
            REQUIRE(first);
            REQUIRE(second);
            CHECK(first->rect.height == second->rect.height);
        }
}

TEST_CASE("the first page has the number in danger, the code, a number to call, and both ways to say \"elsewhere\"")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    CHECK(label_of(kiosk, "report.now").find("112") != std::string::npos);
    CHECK(label_of(kiosk, "report.call.phone").find("116\u00a0000") != std::string::npos);
    CHECK(label_of(kiosk, "report.call.conditions").find("Belgium") != std::string::npos);
    CHECK(kiosk.has("report.happened"));
    CHECK(kiosk.has("report.lives"));
    // As it is read aloud: danger, then the code and its words, then what leads on.
    auto const& nodes = kiosk.scene().nodes();
    auto const at = [&](std::string const& id) {
        return std::find_if(nodes.begin(), nodes.end(), [&](auto const& node) { return node.id == id; });
    };
    CHECK(at("demonstration") < at("report.now"));
    CHECK(at("report.now") < at("report.code"));
    CHECK(at("report.code") < at("report.channel.be-116000"));
    CHECK(at("report.channel.be-116000") < at("report.note"));
    // Said once, and not under the code.
    CHECK(kiosk.has("demonstration"));
    long said = 0;
    for (auto const& node : kiosk.scene().nodes())
        if (node.label == shipped_content().words("en", "report.demonstration")) ++said;
    CHECK(said == 1);
}

TEST_CASE("after the quiz, and on the last page of each campaign, the code is there without a touch")
{
    for (auto const* language : kLanguages) {
        Kiosk kiosk;
        kiosk.begin(language);
        auto const address = shipped_content().reporting.channel("be-form")->address(language);
        kiosk.tap("home.quiz");
        for (int i = 0; i < 12 && kiosk.screen() == Screen::quiz; ++i) kiosk.answer_any();
        REQUIRE(kiosk.screen() == Screen::quiz_end);
        CHECK(code_of(kiosk, "quiz.end.code") == address);
        for (auto const& campaign : shipped_content().campaigns) {
            kiosk.tap("bar.home");
            kiosk.tap("home." + campaign.id);
            for (std::size_t i = 1; i < campaign.pages.size(); ++i) {
                CHECK_FALSE(kiosk.has("page.take.code"));
                kiosk.tap("page.next");
            }
            CHECK(code_of(kiosk, "page.take.code") == address);
        }
        // It is no step of reporting, and no code that somebody was led to.
        kiosk.app().stop();
        for (auto const& count : kiosk.counts().all) CHECK(entry(count.measure).guard == Guard::open);
    }
}

TEST_CASE("the address is taken along without having seen anything, with one for whoever lives elsewhere")
{
    Kiosk kiosk;
    kiosk.begin("fr");
    kiosk.tap("home.take");
    CHECK(code_of(kiosk, "report.take.here.code") == "https://jedisstop.be/");
    CHECK(code_of(kiosk, "report.take.elsewhere.code") == "https://dontlookaway.report/");
    kiosk.app().stop();
    CHECK(kiosk.counts().of(Measure::report_step, "take") == 1);
    CHECK(kiosk.counts().of(Measure::report_step, "danger") == 0);
    CHECK(kiosk.counts().of(Measure::screen_seen, "report-take") == 0);
}

TEST_CASE("a Pole who saw something in Senegal meets the Polish form in six touches; where he lives is not counted")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    kiosk.tap("report.happened");
    choose(kiosk, "S", "SN");
    kiosk.tap("report.lives");
    CHECK_FALSE(kiosk.has("report.place.online"));
    choose(kiosk, "P", "PL");
    CHECK(code_of(kiosk, "report.code") == "https://www.stopseksturystyce.fdds.pl/");
    CHECK(label_of(kiosk, "report.happened").find("Senegal") != std::string::npos);
    CHECK(label_of(kiosk, "report.lives").find("Poland") != std::string::npos);
    CHECK(label_of(kiosk, "report.channel.why").find("Poland") != std::string::npos);
    kiosk.app().stop();
    CHECK(kiosk.counts().of(Measure::report_place, "SN") == 1);
    CHECK(kiosk.counts().of(Measure::report_place) == 1);
}

TEST_CASE("a country without a service of its own is counted as elsewhere, as all of its kind")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    kiosk.tap("report.happened");
    choose(kiosk, "J", "JP");
    CHECK(label_of(kiosk, "report.happened").find("Japan") != std::string::npos);
    kiosk.app().stop();
    CHECK(kiosk.counts().of(Measure::report_place, "elsewhere") == 1);
}

TEST_CASE(
    "the list begins with this country, \"I don't know\", online, at sea and in the air; then the world by letters")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    kiosk.tap("report.happened");
    std::vector<std::string> first;
    for (auto const* node : kiosk.scene().targets())
        if (node->id.starts_with("report.place.") && first.size() < 6) first.push_back(node->id.substr(13));
    CHECK(first == std::vector<std::string>{"BE", "unknown", "online", "at-sea", "in-the-air", "AF"});
    kiosk.tap("report.letter.K");
    CHECK(kiosk.has("report.place.KE"));
    CHECK(kiosk.has("report.place.XK"));
    CHECK_FALSE(kiosk.has("report.place.AF"));
}

TEST_CASE("in danger each number has a label of its own, here and there; at sea and in the air whoever is in charge")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    kiosk.tap("report.now");
    CHECK(label_of(kiosk, "report.emergency.112") == "112");
    CHECK(label_of(kiosk, "report.emergency.112.answers") == shipped_content().words("en", "report.answers_all"));
    CHECK(label_of(kiosk, "report.emergency.101.answers") == shipped_content().words("en", "report.answers_police"));
    kiosk.tap("report.elsewhere");
    choose(kiosk, "B", "BR");
    CHECK(label_of(kiosk, "report.emergency.190.where").find("not from here") != std::string::npos);
    // What somebody does who is here.
    CHECK(label_of(kiosk, "report.emergency.tell").find("101") != std::string::npos);
    kiosk.tap("report.elsewhere");
    choose(kiosk, "K", "KE");
    CHECK(kiosk.has("report.emergency.local"));
    for (auto const* place : {"at-sea", "in-the-air"}) {
        kiosk.tap("report.elsewhere");
        kiosk.tap("report.place." + std::string(place));
        auto const said = label_of(kiosk, "report.emergency.local") + label_of(kiosk, "report.emergency.tell");
        CAPTURE(said);
        CHECK(said.find("crew") != std::string::npos);
        CHECK(said.find("hotel") == std::string::npos);
        CHECK(said.find("local police") == std::string::npos);
    }
    kiosk.tap("report.as-well");
    CHECK(kiosk.screen() == Screen::report_channel);
    CHECK(label_of(kiosk, "report.now").find("crew") != std::string::npos);
}

TEST_CASE("a number that works in its country only says so by the country's name; one can write where one cannot speak")
{
    Kiosk kiosk;
    kiosk.tap("attract.report");
    kiosk.tap("report.happened");
    choose(kiosk, "B", "BR");
    kiosk.tap("report.channel.br-100");
    CHECK(label_of(kiosk, "report.channel.conditions").find("not from here: Brazil") != std::string::npos);
    CHECK(label_of(kiosk, "report.channel.text.whatsapp").find("+55 61 99611 0100") != std::string::npos);
}

TEST_CASE("pages of support draw a contact as reporting does, with its conditions, languages and tip")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap("home.support");
    CHECK(label_of(kiosk, "page.contact.be-116000.phone").find("116\u00a0000") != std::string::npos);
    CHECK(label_of(kiosk, "page.contact.be-116000.conditions").find("day and night") != std::string::npos);
    CHECK(kiosk.has("page.contact.be-116000.tip"));
    CHECK(kiosk.has("page.contact.be-116000.languages"));
    kiosk.tap("page.next");
    // The German line cannot be called from here, and says so; of the French one the number that can.
    CHECK(label_of(kiosk, "page.contact.de-hilfetelefon.conditions").find("not from here") != std::string::npos);
    CHECK(kiosk.has("page.contact.fr-119-abroad.phone"));
}

TEST_CASE("the page about one's own thoughts has an entrance of its own, and follows no other page")
{
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap("home.support");
    kiosk.tap("page.next");
    CHECK(kiosk.scene().find("page.position")->label == "Page 2 of 2");
    kiosk.tap("page.next");
    CHECK(kiosk.screen() == Screen::home);
    kiosk.tap("home.worried");
    CHECK(kiosk.has("page.contact.be-stop-it-now.phone"));
    CHECK(kiosk.has("page.contact.be-seos.text.chat"));
    CHECK_FALSE(kiosk.has("page.back"));
    kiosk.tap("page.next");
    CHECK(kiosk.screen() == Screen::home);
}

TEST_CASE("before the first question the quiz says what it is about, and can be skipped")
{
    for (auto const* language : kLanguages) {
        Kiosk kiosk;
        kiosk.begin(language);
        kiosk.tap("home.quiz");
        auto const& nodes = kiosk.scene().nodes();
        auto const at = [&](std::string const& id) {
            return std::find_if(nodes.begin(), nodes.end(), [&](auto const& node) { return node.id == id; });
        };
        REQUIRE(at("quiz.note") != nodes.end());
        CHECK(at("quiz.note") < at("quiz.question")); // as it is read aloud
        kiosk.tap("quiz.skip");
        CHECK(kiosk.screen() == Screen::home);
        kiosk.tap("home.quiz");
        kiosk.tap("quiz.answer.a");
        CHECK_FALSE(kiosk.has("quiz.skip"));
        CHECK_FALSE(kiosk.has("quiz.note"));
    }
}
