// Remarks of staff on a day, without a screen: actions, commands and replies.
#include "support/commands.h"
#include "support/kiosk.h"
#include "visit/update.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;
using test::asked;

namespace {

// Somebody of the staff at the page of days.
struct Speaker {
    content::Content const& content = test::shipped_content();
    State state = fresh_state(content, Instant{std::chrono::seconds(1)});
    Effects last;

    Speaker() { state.screen = Screen::staff_days; }
    Speaker& go(Action const& action)
    {
        last = update(state, content, action, {Instant{std::chrono::seconds(2)}, 7});
        CHECK(last.counts.empty());
        return *this;
    }
    Speaker& hear(staff::Reply reply) { return go(Replied{std::move(reply)}); }
};

DayRemark const kOff{"2026-11-21", "off"};

} // namespace

TEST_CASE("a remark goes out with its day, and what came of it is heard and the figures asked for anew")
{
    Speaker speaker;
    speaker.go(ChooseDay{"2026-11-21"}).go(RemarkOnDay{kOff, RemarkChange::note});
    CHECK(asked<staff::KeepRemark>(speaker.last.commands));
    CHECK(asked<staff::KeepRemark>(speaker.last.commands)->remark == kOff);
    CHECK(asked<staff::KeepRemark>(speaker.last.commands)->change == RemarkChange::note);
    CHECK(speaker.state.staff.remarking == RemarkStage::keeping);
    speaker.hear(staff::RemarkKept{staff::Outcome::done, ""});
    CHECK(speaker.state.staff.remarking == RemarkStage::noted);
    CHECK(asked<staff::ReadView>(speaker.last.commands));
    speaker.go(RemarkOnDay{kOff, RemarkChange::take_back});
    CHECK(asked<staff::KeepRemark>(speaker.last.commands));
    speaker.hear(staff::RemarkKept{staff::Outcome::done, ""});
    CHECK(speaker.state.staff.remarking == RemarkStage::taken_back);
    speaker.go(RemarkOnDay{kOff, RemarkChange::note})
        .hear(staff::RemarkKept{staff::Outcome::failed, "the disk is full"});
    CHECK(speaker.state.staff.remarking == RemarkStage::failed);
    CHECK(speaker.state.staff.remark_words == "the disk is full");
}

TEST_CASE("nothing but a word of the list is ever handed on, and only of a day of the calendar")
{
    for (auto const& remark : {DayRemark{"2026-11-21", "a man in a red coat stood here"}, DayRemark{"2026-11-21", ""},
                               DayRemark{"2026-02-30", "off"}, DayRemark{"", "off"}}) {
        Speaker speaker;
        speaker.go(RemarkOnDay{remark, RemarkChange::note});
        CHECK(speaker.last.commands.empty());
        CHECK(speaker.state.staff.remarking == RemarkStage::idle);
    }
    Speaker speaker;
    speaker.go(ChooseDay{"no day"});
    CHECK(speaker.state.staff.day.empty());
}

TEST_CASE("while a remark is being kept no other is touched, nor another day; elsewhere there is none at all")
{
    Speaker speaker;
    speaker.go(RemarkOnDay{kOff, RemarkChange::note}).go(RemarkOnDay{{"2026-11-22", "fault"}, RemarkChange::note});
    CHECK(speaker.last.commands.empty());
    speaker.go(ChooseDay{"2026-11-22"});
    CHECK(speaker.state.staff.day.empty());
    CHECK(speaker.state.staff.remark == kOff);
    for (auto const screen : {Screen::staff_figures, Screen::staff_pin, Screen::home, Screen::attract}) {
        Speaker elsewhere;
        elsewhere.state.screen = screen;
        elsewhere.go(ChooseDay{"2026-11-21"}).go(RemarkOnDay{kOff, RemarkChange::note});
        CHECK(elsewhere.last.commands.empty());
        CHECK(elsewhere.state.staff.remark == DayRemark{});
    }
    // Another day begins anew: what was said of the one before is no answer to it.
    speaker.hear(staff::RemarkKept{staff::Outcome::done, ""}).go(ChooseDay{"2026-11-22"});
    CHECK(speaker.state.staff.remarking == RemarkStage::idle);
}
