#include "support/commands.h"
#include "support/kiosk.h"
#include "visit/model/input_lockout.h"
#include "visit/update.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using test::asked;
using test::right;
using test::wrong;
using namespace std::chrono_literals;

namespace {

// A member of staff without a screen: actions in, State, counts and commands out.
struct Shift {
    content::Content const& content = test::shipped_content();
    Instant now{1s};
    State state = fresh_state(content, now);
    std::vector<Count> counts;
    Effects last;

    // Whoever does something has seen the screen, and is heard.
    Shift& go(Action const& action)
    {
        if (is_user_input(action)) now = std::max(now, state.input_blocked_until);
        return at_once(action);
    }
    Shift& hear(staff::Reply reply) { return go(Replied{std::move(reply)}); }
    Shift& at_once(Action const& action)
    {
        last = update(state, content, action, {now, 7});
        counts.insert(counts.end(), last.counts.begin(), last.counts.end());
        return *this;
    }
    Shift& type(std::string_view digits)
    {
        for (char const digit : digits) go(TypeDigit{digit});
        return *this;
    }
    Shift& wait(Duration duration)
    {
        now = now + duration;
        return go(Tick{});
    }
    // Past the PIN.
    Shift& enter() { return go(OpenStaff{}).type("246810").go(SubmitPin{}).hear(right()); }
};

} // namespace

TEST_CASE("staff mode opens from the attract loop only")
{
    CHECK(Shift{}.go(OpenStaff{}).state.screen == Screen::staff_pin);
    for (auto const& screen_name : screen_names()) {
        auto const screen = *screen_named(screen_name);
        if (screen == Screen::attract || is_staff(screen)) continue;
        Shift shift;
        shift.state.screen = screen;
        shift.go(OpenStaff{});
        CAPTURE(screen_name);
        CHECK(shift.state.screen == screen);
    }
}

TEST_CASE("a PIN goes out to be checked and is gone from the State at once")
{
    auto shift = Shift{}.go(OpenStaff{}).type("24681").go(SubmitPin{});
    CHECK(shift.last.commands.empty()); // too short to be one
    CHECK(shift.state.staff.digits.size() == 5);
    shift.type("07").go(EraseDigit{}).go(SubmitPin{});
    CHECK(asked<staff::CheckPin>(shift.last.commands));
    CHECK(asked<staff::CheckPin>(shift.last.commands)->pin.digits() == "246810");
    CHECK(shift.state.staff.digits.empty());
    CHECK(shift.state.staff.pin == PinStage::asked);
    // While it is checked nothing is typed.
    shift.type("1").go(SubmitPin{});
    CHECK(shift.state.staff.digits.empty());
    CHECK(shift.last.commands.empty());
}

TEST_CASE("the right PIN opens the figures and asks for them, a wrong one counts and can be typed again")
{
    auto shift = Shift{}.go(OpenStaff{}).type("111111").go(SubmitPin{}).hear(wrong(9));
    CHECK(shift.state.screen == Screen::staff_pin);
    CHECK(shift.state.staff.pin == PinStage::wrong);
    CHECK(shift.state.staff.lock.attempts == 9);
    shift.type("246810").go(SubmitPin{}).hear(right());
    CHECK(shift.state.screen == Screen::staff_figures);
    CHECK(asked<staff::OpenSticks>(shift.last.commands));
    CHECK(shift.state.staff == StaffSession{});
}

TEST_CASE("a reply that nobody waits for opens nothing")
{
    CHECK(Shift{}.hear(right()).state.screen == Screen::attract);
    CHECK(Shift{}.go(OpenStaff{}).hear(right()).state.screen == Screen::staff_pin);
    CHECK(Shift{}.go(OpenStaff{}).type("246810").hear(right()).state.screen == Screen::staff_pin);
    auto visitor = Shift{}.go(ChooseLanguage{"fr"}).hear(right());
    CHECK(visitor.state.screen == Screen::home);
    CHECK_FALSE(Shift{}.enter().hear(staff::FiguresExported{staff::Outcome::done, "x"}).state.staff.exporting ==
                Progress::done);
}

TEST_CASE("nothing a member of staff does is counted, ever")
{
    std::vector<Action> const everything{Touched{},
                                         UsedKeyboard{},
                                         Begin{},
                                         ChooseLanguage{"de"},
                                         Navigate{Screen::home},
                                         Navigate{Screen::report_danger},
                                         OpenSeries{"dont-look-away", ""},
                                         TurnPage{1},
                                         ShowSources{true},
                                         StartQuiz{},
                                         ChooseAnswer{"a"},
                                         ConfirmAnswer{},
                                         NextQuestion{},
                                         ShowEmergency{},
                                         FilterPlaces{},
                                         ShowListPage{1},
                                         ChoosePlace{"KE"},
                                         AskPlace{PlaceQuestion::where_the_danger_is},
                                         ChooseChannel{"be-form"},
                                         SetTextSize{TextSize::large},
                                         SetTheme{ThemeChoice::contrast},
                                         SetMovement{Movement::less},
                                         OpenStaff{},
                                         TypeDigit{'1'},
                                         EraseDigit{},
                                         SubmitPin{},
                                         Replied{wrong()},
                                         ChooseSpan{Span::month},
                                         ChooseSubject{Subject::quiz},
                                         ShowFiguresPage{1},
                                         ExportFigures{},
                                         Replied{staff::FiguresExported{staff::Outcome::failed, "no stick"}},
                                         Tick{}};
    for (auto const screen : {Screen::staff_pin, Screen::staff_figures}) {
        auto shift = screen == Screen::staff_pin ? Shift{}.go(OpenStaff{}) : Shift{}.enter();
        for (auto const& action : everything) {
            shift.go(action);
            CHECK(shift.state.screen == screen);
            CHECK(shift.last.visit == VisitChange::none);
        }
        CHECK(shift.counts.empty());
        CHECK(shift.state.counted.empty());
        CHECK(shift.state.comfort == Comfort{});
        CHECK(shift.wait(10min).counts.empty());
        CHECK(shift.state.screen == Screen::attract);
    }
    CHECK(Shift{}.enter().go(Leave{}).counts.empty());
    CHECK(Shift{}.enter().go(Stop{}).counts.empty());
}

TEST_CASE("a second tap of the hand that left begins no visit")
{
    auto shift = Shift{}.enter().go(Leave{});
    CHECK(shift.state.screen == Screen::attract);
    shift.now = shift.now + 300ms;
    shift.at_once(Begin{}).at_once(ChooseLanguage{"fr"});
    CHECK(shift.state.screen == Screen::attract);
    CHECK(shift.counts.empty());
    shift.now = shift.now + 300ms;
    CHECK(shift.at_once(Begin{}).state.screen == Screen::language);
}

TEST_CASE("untouched for a minute staff mode ends, and State equals a fresh start")
{
    for (bool const inside : {false, true}) {
        auto shift = inside ? Shift{}.enter() : Shift{}.go(OpenStaff{}).type("2468");
        shift.go(ChooseLanguage{"de"})
            .go(ChooseSpan{Span::month})
            .go(ChooseSubject{Subject::quiz})
            .go(ShowFiguresPage{1});
        shift.wait(40s).go(Touched{});
        CHECK(is_staff(shift.wait(59s).state.screen));
        CHECK(next_deadline(shift.state, shift.content) == shift.now + 1s);
        shift.wait(1s);
        CHECK(shift.state == fresh_state(shift.content, shift.now));
    }
}

TEST_CASE("State after leaving equals a fresh start, deaf for a moment as every new screen")
{
    auto shift = Shift{}.enter().go(ChooseLanguage{"de"}).go(ExportFigures{}).go(Leave{});
    CHECK(shift.state == fresh_state(shift.content, shift.now));
    CHECK(shift.state.input_blocked_until == shift.now + 500ms);
    auto const stopped = Shift{}.enter().go(Stop{});
    CHECK(stopped.state == fresh_state(stopped.content, stopped.now));
}

TEST_CASE("an export is asked for once, and whoever waited has a minute to read what came of it")
{
    auto shift = Shift{}.enter().go(ExportFigures{});
    CHECK(asked<staff::ExportFigures>(shift.last.commands));
    CHECK(shift.state.staff.exporting == Progress::working);
    CHECK(shift.go(ExportFigures{}).last.commands.empty());
    shift.wait(5min);
    CHECK(shift.state.screen == Screen::staff_figures);
    shift.hear(staff::FiguresExported{staff::Outcome::done, "brussels-1-3"});
    CHECK(asked<staff::ReadView>(shift.last.commands));
    CHECK(shift.state.staff.export_words == "brussels-1-3");
    CHECK(shift.wait(59s).state.screen == Screen::staff_figures);
    CHECK(shift.wait(1s).state.screen == Screen::attract);
    // A service that never replies does not hold the kiosk for good.
    CHECK(Shift{}.enter().go(ExportFigures{}).wait(10min).state.screen == Screen::attract);
    auto failed = Shift{}.enter().go(ExportFigures{}).hear(staff::FiguresExported{staff::Outcome::failed, "no stick"});
    CHECK(failed.state.staff.exporting == Progress::failed);
    CHECK(asked<staff::ExportFigures>(failed.go(ExportFigures{}).last.commands));
}

TEST_CASE("the staff's language changes on the spot and is forgotten with the rest")
{
    auto shift = Shift{}.enter().go(ChooseLanguage{"fr"});
    CHECK(shift.state.language == "fr");
    CHECK(shift.state.screen == Screen::staff_figures);
    CHECK(shift.go(ChooseLanguage{"tlh"}).state.language == "fr");
    CHECK(shift.go(Leave{}).state.language == shift.content.languages.front());
}
