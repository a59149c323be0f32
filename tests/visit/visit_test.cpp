// A visit from the first touch to its end: what is asked for, what leads where, and what of it is counted.
#include "base/random.h"
#include "visit/walk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using namespace std::chrono_literals;
using test::Walk;

TEST_CASE("touching the attract loop asks for the language; touching a language begins at once")
{
    CHECK(Walk{}.go(Begin{}).state.screen == Screen::language);
    auto const walk = Walk{}.go(ChooseLanguage{"fr"});
    CHECK(walk.state.screen == Screen::home);
    CHECK(walk.state.language == "fr");
    CHECK(walk.of(Measure::visits, "all") == 1);
    CHECK(walk.of(Measure::language_chosen, "fr") == 1);
}

TEST_CASE("a language the pack does not have changes nothing")
{
    Walk walk;
    auto const before = walk.state;
    walk.go(ChooseLanguage{"tlh"});
    CHECK(walk.state == before);
}

TEST_CASE("an untouched visit is asked for after its idle time, and ends twenty seconds later")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    walk.wait(69s);
    CHECK_FALSE(walk.state.warned);
    walk.wait(1s);
    CHECK(walk.state.warned);
    walk.wait(19s);
    CHECK(walk.state.screen == Screen::home);
    walk.wait(1s);
    CHECK(walk.state.screen == Screen::attract);
    CHECK(walk.of(Measure::visit_ended, "idle") == 1);
}

TEST_CASE("one touch goes on, as often as wished")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    for (int i = 0; i < 20; ++i) {
        walk.wait(75s);
        REQUIRE(walk.state.warned);
        walk.go(Touched{});
        CHECK_FALSE(walk.state.warned);
    }
    CHECK(walk.state.screen == Screen::home);
}

TEST_CASE("reporting pages leave by themselves after 45 seconds, in large text after 70")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(Navigate{Screen::report_danger});
    walk.wait(25s);
    CHECK(walk.state.warned);
    walk.wait(20s);
    CHECK(walk.state.screen == Screen::attract);

    auto large = Walk{}.go(ChooseLanguage{"en"}).go(SetTextSize{TextSize::large}).tap(Navigate{Screen::report_danger});
    large.wait(49s);
    CHECK_FALSE(large.state.warned);
    large.wait(1s);
    CHECK(large.state.warned);
}

TEST_CASE("a clock that jumps by a century ends a visit and nothing else")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    walk.wait(std::chrono::hours(24 * 36500));
    CHECK(walk.state.screen == Screen::attract);
    CHECK(walk.of(Measure::visit_ended, "idle") == 1);
    CHECK(walk.of(Measure::visit_length, "under-30s") == 1); // walking away is not reading
}

TEST_CASE("leaving is one action from every screen, and a second tap of the same hand begins nothing")
{
    for (auto const& screen_name : screen_names()) {
        auto const screen = *screen_named(screen_name);
        if (!is_visiting(screen)) continue;
        auto walk = Walk{}.go(ChooseLanguage{"fr"});
        walk.state.screen = screen;
        walk.go(Leave{});
        CAPTURE(screen_name);
        CHECK(walk.state.screen == Screen::neutral);
        walk.now = walk.now + 300ms;
        walk.at_once(Begin{});
        CHECK(walk.state.screen == Screen::neutral);
        walk.now = walk.now + 300ms;
        walk.at_once(Begin{});
        CHECK(walk.state.screen == Screen::attract);
    }
}

TEST_CASE("a visit is engaged by the first touch that neither begins it, chooses its language, nor leaves")
{
    auto const idle = [](Walk walk) {
        walk.wait(1000s);
        CHECK(walk.of(Measure::visit_kind, "engaged") + walk.of(Measure::visit_kind, "only-touched") == 1);
        return walk.of(Measure::visit_kind, "only-touched") == 1;
    };
    CHECK(idle(Walk{}.tap(Begin{})));
    CHECK(idle(Walk{}.tap(ChooseLanguage{"en"})));
    CHECK(idle(Walk{}.tap(Begin{}).go(Touched{}).tap(ChooseLanguage{"en"})));
    CHECK(idle(Walk{}.tap(Begin{}).tap(Navigate{Screen::report_danger}).tap(AskPlace{})));
    CHECK_FALSE(idle(Walk{}.tap(Begin{}).tap(Navigate{Screen::home})));
    CHECK_FALSE(idle(Walk{}.tap(Begin{}).tap(Navigate{Screen::reading}).tap(Navigate{Screen::home})));
    CHECK_FALSE(idle(Walk{}.tap(ChooseLanguage{"en"}).go(Touched{})));
    CHECK_FALSE(idle(Walk{}.tap(ChooseLanguage{"en"}).tap(Navigate{Screen::language}).tap(ChooseLanguage{"fr"})));
    CHECK(Walk{}.tap(ChooseLanguage{"en"}).tap(Leave{}).of(Measure::visit_kind, "only-touched") == 1);
    CHECK(Walk{}.tap(ChooseLanguage{"en"}).tap(StartQuiz{}).tap(Leave{}).of(Measure::visit_kind, "engaged") == 1);
}

TEST_CASE("who is at a step of reporting has come as far as those before it; steps aside count as themselves")
{
    auto const steps = [](Walk const& walk) {
        std::multiset<std::string> items;
        for (auto const& count : walk.counts)
            if (count.measure == Measure::report_step) items.insert(count.item);
        return items;
    };
    auto walk = Walk{}.tap(ChooseLanguage{"en"}).tap(ChoosePlace{"KE"});
    CHECK(steps(walk) == std::multiset<std::string>{"channel", "danger", "where"});
    walk.tap(Navigate{Screen::report_note}).tap(Navigate{Screen::report_channel}).tap(Navigate{Screen::report_note});
    walk.tap(Navigate{Screen::report_danger}).tap(ShowEmergency{});
    walk.tap(AskPlace{PlaceQuestion::where_the_danger_is}).tap(ChoosePlace{"KE"});
    CHECK(steps(walk) == std::multiset<std::string>{"channel", "danger", "emergency", "note", "where"});
    CHECK(walk.of(Measure::report_place, "KE") == 1);
}

TEST_CASE("a place leads to its first channel; an emergency to its number")
{
    auto walk = Walk{}.go(ChooseLanguage{"fr"}).go(Navigate{Screen::report_danger});
    walk.go(AskPlace{}).go(ChoosePlace{"KE"});
    CHECK(walk.state.screen == Screen::report_channel);
    CHECK(walk.state.report.channel == "be-form");
    CHECK(walk.of(Measure::code_shown, "be-form") == 1);
    walk.go(ChooseChannel{"ke-116"}).go(ChooseChannel{"be-form"});
    CHECK(walk.of(Measure::code_shown, "be-form") == 1); // once a visit
    CHECK(walk.of(Measure::code_shown, "ke-116") == 0);  // a telephone has no code
    walk.go(ChooseChannel{"de-portal"});                 // not of this place
    CHECK(walk.state.report.channel == "be-form");

    auto urgent = Walk{}.go(ChooseLanguage{"fr"}).go(Navigate{Screen::report_danger});
    urgent.go(ShowEmergency{});
    CHECK(urgent.state.screen == Screen::report_emergency);
    CHECK(urgent.state.report.place == "BE");
    urgent.go(AskPlace{PlaceQuestion::where_the_danger_is}).go(ChoosePlace{"BR"});
    CHECK(urgent.state.screen == Screen::report_emergency);
    CHECK(urgent.state.report.place == "BR");
}

TEST_CASE("how long somebody hesitates over a report, or reads about support, is not counted")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).go(Navigate{Screen::report_danger});
    walk.now = walk.now + 10s;
    walk.go(AskPlace{}).go(Navigate{Screen::home});
    walk.go(OpenSeries{"support", ""}).go(Navigate{Screen::home}).go(Leave{});
    for (auto const& count : walk.counts) {
        CAPTURE(count.item);
        if (count.measure == Measure::dwell) CHECK(count.item.find("report") == std::string::npos);
        if (count.measure == Measure::screen_seen) CHECK(count.item.find("report") == std::string::npos);
        if (count.measure == Measure::page_seen) CHECK(count.item.find("support") == std::string::npos);
    }
    CHECK(walk.of(Measure::support_seen, "young") == 1);
}

TEST_CASE("time is counted to the last touch; what is not touched any more was seen, not read")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    walk.wait(10s).tap(OpenSeries{"dont-look-away", ""});
    CHECK(walk.of(Measure::dwell, "home/5s-15s") == 1);
    walk.wait(20s).go(Touched{}); // on nothing: still there
    walk.wait(30s).tap(TurnPage{1});
    CHECK(walk.of(Measure::dwell, "page/over-45s") == 1);
    walk.wait(200s);
    CHECK(walk.state.screen == Screen::attract);
    CHECK(walk.of(Measure::dwell, "page/under-5s") == 1);
    CHECK(walk.of(Measure::visit_length, "1min-2min") == 1);
}

TEST_CASE("who looks at reporting and comes back reads on: the page has one dwell, without that time and those touches")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    walk.wait(3s).go(Touched{});
    walk.wait(20s).tap(Navigate{Screen::report_danger}); // the press that led there is no reading
    walk.wait(20s).tap(AskPlace{});
    walk.wait(20s).tap(Navigate{Screen::home});
    CHECK(walk.of(Measure::dwell, "home/15s-45s") + walk.of(Measure::dwell, "home/under-5s") == 0);
    walk.wait(1s).tap(Navigate{Screen::notice});
    CHECK(walk.of(Measure::dwell, "home/15s-45s") == 1); // 3 + 20 + 1
    walk.tap(Navigate{Screen::report_danger}).wait(200s);
    CHECK(walk.of(Measure::dwell, "notice/under-5s") == 1);
    CHECK(walk.of(Measure::visit_length, "under-30s") == 1);
}

TEST_CASE("a language chosen while reporting is spoken and kept for guarded counts, and for no open one")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"}).tap(Navigate{Screen::report_danger}).tap(Navigate{Screen::language});
    walk.tap(Navigate{Screen::reading}).tap(SetTextSize{TextSize::large}).go(Touched{}).go(UsedKeyboard{});
    walk.tap(Navigate{Screen::language}).tap(ChooseLanguage{"nl"});
    CHECK(walk.state.screen == Screen::report_danger);
    CHECK(walk.state.language == "nl");
    CHECK(walk.state.comfort.text_size == TextSize::large);
    auto const reported = walk.tap(AskPlace{}).counts.back();
    CHECK(reported == Count{Measure::report_step, "where", "nl"});
    walk.tap(Navigate{Screen::home}).tap(Navigate{Screen::notice});
    CHECK(walk.counts.back() == Count{Measure::screen_seen, "notice", "en"});
    CHECK(walk.of(Measure::language_chosen, "nl") + walk.of(Measure::comfort, "large-text") +
              walk.of(Measure::comfort, "keyboard") + walk.of(Measure::screen_seen, "language") +
              walk.of(Measure::screen_seen, "reading") ==
          0);
    walk.tap(Navigate{Screen::language}).tap(ChooseLanguage{"nl"});
    CHECK(walk.of(Measure::language_chosen, "nl") == 1);
    CHECK(walk.tap(Leave{}).counts.back().language == "nl");
}

TEST_CASE("a visit that is nothing but reporting counts, openly, as one that began and left")
{
    auto straight = Walk{}.tap(OpenReport{"fr"});
    CHECK(straight.state.screen == Screen::report_danger);
    CHECK(straight.state.language == "fr");
    straight.wait(20s).tap(AskPlace{}).wait(20s).tap(ChoosePlace{"KE"}).wait(100s);
    auto once = Walk{}.tap(Begin{}).wait(200s);
    std::erase_if(straight.counts, [](Count const& count) { return entry(count.measure).guard == Guard::guarded; });
    CHECK(straight.counts == once.counts);
    CHECK(once.of(Measure::visit_ended, "idle") == 1);
}

TEST_CASE("no count of reporting or support is of an open measure")
{
    auto walk = Walk{}.go(ChooseLanguage{"en"});
    auto const before = walk.counts.size();
    walk.go(Navigate{Screen::report_danger}).go(AskPlace{}).go(ChoosePlace{"KE"});
    walk.go(Navigate{Screen::report_note}).go(Navigate{Screen::report_doubts});
    for (auto i = before; i < walk.counts.size(); ++i) {
        auto const& count = walk.counts[i];
        CHECK(entry(count.measure).guard == Guard::guarded);
    }
}

TEST_CASE("chance input of any kind leaves a State that can be drawn and a screen that can be left")
{
    Random random(3);
    Walk walk;
    std::vector<std::string> const words{"a", "b", "KE", "be-form", "dont-look-away", "support", "fr", "", "zebra"};
    for (int i = 0; i < 20000; ++i) {
        auto const& word = words[random.below(words.size())];
        auto const screen = *screen_named(screen_names()[random.below(17)]);
        std::vector<Action> const actions{Touched{},
                                          Tick{},
                                          Begin{},
                                          ChooseLanguage{word},
                                          Navigate{screen},
                                          OpenSeries{word, ""},
                                          TurnPage{1},
                                          TurnPage{-1},
                                          ShowSources{true},
                                          StartQuiz{},
                                          ChooseAnswer{word},
                                          ConfirmAnswer{},
                                          NextQuestion{},
                                          ShowEmergency{},
                                          ChoosePlace{word},
                                          AskPlace{PlaceQuestion::where_the_danger_is},
                                          ChooseChannel{word},
                                          ShowListPage{3},
                                          SetTextSize{TextSize::large},
                                          Leave{},
                                          Stop{}};
        walk.chance = random.next();
        walk.now = walk.now + Duration(static_cast<std::int64_t>(random.below(5'000'000)));
        walk.go(actions[random.below(actions.size())]);
        if (is_visiting(walk.state.screen)) {
            auto copy = walk;
            copy.go(Leave{});
            REQUIRE(copy.state.screen == Screen::neutral);
        }
    }
}
