// What staff say of a day: chosen from a list, never typed. Touched once more, it is taken back.
#include "base/calendar.h"
#include "visit/staff_rules.h"

namespace kiosk::visit {

namespace {

bool can_speak(State const& state)
{
    return state.screen == Screen::staff_days && state.staff.remarking != RemarkStage::keeping;
}

} // namespace

void choose_day(Turn& turn, std::string const& day)
{
    if (!can_speak(turn.state) || !calendar_day(day)) return;
    auto& staff = turn.state.staff;
    staff.day = day;
    staff.remark = {};
    staff.remarking = RemarkStage::idle;
    staff.remark_words.clear();
}

void say_of_day(Turn& turn, SayOfDay const& action)
{
    if (!can_speak(turn.state) || !calendar_day(action.remark.day) || !is_day_remark(action.remark.text)) return;
    auto& staff = turn.state.staff;
    staff.remark = action.remark;
    staff.remark_change = action.change;
    staff.remarking = RemarkStage::keeping;
    staff.remark_words.clear();
    turn.effects.staff =
        action.change == RemarkChange::note ? StaffRequest::note_remark : StaffRequest::take_back_remark;
    turn.effects.remark = action.remark;
}

void hear_remark(Turn& turn, RemarkKept const& action)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_days || staff.remarking != RemarkStage::keeping) return;
    auto const kept = staff.remark_change == RemarkChange::note ? RemarkStage::noted : RemarkStage::taken_back;
    staff.remarking = action.outcome == SaveOutcome::saved ? kept : RemarkStage::failed;
    staff.remark_words = action.words;
    turn.effects.staff = StaffRequest::look;
}

} // namespace kiosk::visit
