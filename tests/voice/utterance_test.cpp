#include "support/staffed.h"
#include "voice/utterance.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::voice;
using test::Kiosk;

namespace {

Utterance said(Kiosk const& kiosk, std::string const& id)
{
    auto const* node = kiosk.scene().find(id);
    REQUIRE(node);
    return voice::Speaker(test::shipped_content(), kiosk.state().language).utterance(kiosk.scene(), *node);
}

} // namespace

TEST_CASE("a node is said with its words, its state, its place among its neighbours and what it is")
{
    Kiosk kiosk;
    kiosk.begin("en");
    CHECK(said(kiosk, "home.title").text().ends_with(", heading"));
    CHECK(said(kiosk, "home.title").parts.front().pause_after == kHeadingPause);
    CHECK(said(kiosk, "home.take").text().find(", 1 of 7, button") != std::string::npos);
    kiosk.tap("home.quiz");
    auto const& answers = kiosk.scene().targets();
    auto const answer = std::find_if(answers.begin(), answers.end(),
                                     [](ui::Node const* node) { return node->role == ui::Role::choice; });
    REQUIRE(answer != answers.end());
    CHECK(said(kiosk, (*answer)->id).text().ends_with(", 1 of 3, answer"));
    CHECK(said(kiosk, "bar.leave").text() == "Leave, button");
}

TEST_CASE("the code is the same address for a phone, and an address is said beside it")
{
    for (auto const& [language, code] : {std::pair{"en", "The same address as a code, for a phone"},
                                         std::pair{"de", "Dieselbe Adresse als Code, für ein Telefon"}}) {
        Kiosk kiosk;
        kiosk.begin(language);
        kiosk.tap("bar.report");
        CHECK(said(kiosk, "report.code").text() == code);
        CHECK(said(kiosk, "report.channel.address").text().find('.') == std::string::npos);
        CHECK(said(kiosk, "report.call.phone").text().find("1 1 6, 0 0 0") != std::string::npos);
        CHECK(said(kiosk, "report.now").text().find("1 1 2, 1 0 1") != std::string::npos);
    }
}

TEST_CASE("how far one is is said in words")
{
    Kiosk kiosk;
    kiosk.begin("de");
    kiosk.tap("home.quiz");
    CHECK(said(kiosk, "progress").text() == "0 von 6");
}

TEST_CASE("what reporting says is for a headset, other pages are for all")
{
    Kiosk kiosk;
    kiosk.begin("en");
    CHECK(said(kiosk, "home.title").audience == Audience::all);
    kiosk.tap("bar.report");
    CHECK(said(kiosk, "report.channel.address").audience == Audience::headset);
}

TEST_CASE("no digit of a PIN is ever said, neither the pad's nor one that was typed")
{
    test::Staffed staffed;
    staffed.hold_corner(std::chrono::seconds(3));
    auto const heard = [&] {
        std::string all;
        for (auto const* node : staffed.kiosk.scene().readable()) {
            auto const one = said(staffed.kiosk, node->id);
            CHECK((one.audience == Audience::headset || !node->id.starts_with("pin.")));
            if (node->id != "pin.digits" && node->id.starts_with("pin.")) all += one.text() + "\n";
        }
        return all;
    };
    CHECK(heard().find_first_of("0123456789") == std::string::npos);
    for (auto const* digit : {"2", "4", "6"}) staffed.kiosk.key(digit);
    CHECK(heard().find_first_of("0123456789") == std::string::npos);
    CHECK(said(staffed.kiosk, "pin.digits").text().find("3") != std::string::npos); // how many were typed
}
