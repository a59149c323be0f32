// What staff say of a day: chosen, asked for, heard; without a screen.
#include "support/kiosk.h"
#include "visit/update.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

// Somebody of the staff at the page of days.
struct Speaker {
    content::Pack const& pack = test::shipped_pack();
    State state = fresh_state(pack, Instant{std::chrono::seconds(1)});
    Effects last;

    Speaker() { state.screen = Screen::staff_days; }
    Speaker& go(Action const& action)
    {
        last = update(state, pack, action, {Instant{std::chrono::seconds(2)}, 7});
        CHECK(last.counts.empty());
        return *this;
    }
};

DayRemark const kOff{"2026-11-21", "off"};

} // namespace

TEST_CASE("a remark goes out with its day, and what came of it is heard and the figures asked for anew")
{
    Speaker speaker;
    speaker.go(ChooseDay{"2026-11-21"}).go(SayOfDay{kOff, RemarkChange::note});
    CHECK(speaker.last.staff == StaffRequest::note_remark);
    CHECK(speaker.last.remark == kOff);
    CHECK(speaker.state.staff.remarking == RemarkStage::keeping);
    speaker.go(RemarkKept{SaveOutcome::saved, ""});
    CHECK(speaker.state.staff.remarking == RemarkStage::noted);
    CHECK(speaker.last.staff == StaffRequest::look);
    speaker.go(SayOfDay{kOff, RemarkChange::take_back});
    CHECK(speaker.last.staff == StaffRequest::take_back_remark);
    speaker.go(RemarkKept{SaveOutcome::saved, ""});
    CHECK(speaker.state.staff.remarking == RemarkStage::taken_back);
    speaker.go(SayOfDay{kOff, RemarkChange::note}).go(RemarkKept{SaveOutcome::failed, "the disk is full"});
    CHECK(speaker.state.staff.remarking == RemarkStage::failed);
    CHECK(speaker.state.staff.remark_words == "the disk is full");
}

TEST_CASE("nothing but a word of the list is ever handed on, and only of a day of the calendar")
{
    for (auto const& remark : {DayRemark{"2026-11-21", "a man in a red coat stood here"}, DayRemark{"2026-11-21", ""},
                               DayRemark{"2026-02-30", "off"}, DayRemark{"", "off"}}) {
        Speaker speaker;
        speaker.go(SayOfDay{remark, RemarkChange::note});
        CHECK(speaker.last.staff == StaffRequest::none);
        CHECK(speaker.state.staff.remarking == RemarkStage::idle);
    }
    Speaker speaker;
    speaker.go(ChooseDay{"no day"});
    CHECK(speaker.state.staff.day.empty());
}

TEST_CASE("while a remark is being kept no other is touched, nor another day; elsewhere there is none at all")
{
    Speaker speaker;
    speaker.go(SayOfDay{kOff, RemarkChange::note}).go(SayOfDay{{"2026-11-22", "fault"}, RemarkChange::note});
    CHECK(speaker.last.staff == StaffRequest::none);
    speaker.go(ChooseDay{"2026-11-22"});
    CHECK(speaker.state.staff.day.empty());
    CHECK(speaker.state.staff.remark == kOff);
    for (auto const screen : {Screen::staff_figures, Screen::staff_pin, Screen::home, Screen::attract}) {
        Speaker elsewhere;
        elsewhere.state.screen = screen;
        elsewhere.go(ChooseDay{"2026-11-21"}).go(SayOfDay{kOff, RemarkChange::note});
        CHECK(elsewhere.last.staff == StaffRequest::none);
        CHECK(elsewhere.state.staff.remark == DayRemark{});
    }
    // Another day begins anew: what was said of the one before is no answer to it.
    speaker.go(RemarkKept{SaveOutcome::saved, ""}).go(ChooseDay{"2026-11-22"});
    CHECK(speaker.state.staff.remarking == RemarkStage::idle);
}
