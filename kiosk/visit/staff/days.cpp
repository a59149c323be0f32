// Remarks of staff on a day: chosen from a list, never typed. A second touch removes one.
#include "base/calendar.h"
#include "visit/staff/session_context.h"

namespace kiosk::visit {

namespace {

bool can_remark(SessionContext const& context)
{
    return context.screen == Screen::staff_days && context.session.remarking != RemarkStage::keeping;
}

} // namespace

void choose_day(SessionContext& context, std::string const& day)
{
    if (!can_remark(context) || !calendar_day(day)) return;
    auto& session = context.session;
    session.day = day;
    session.remark = {};
    session.remarking = RemarkStage::idle;
    session.remark_words.clear();
}

void remark_on_day(SessionContext& context, RemarkOnDay const& action)
{
    if (!can_remark(context) || !calendar_day(action.remark.day) || !is_day_remark(action.remark.text)) return;
    auto& session = context.session;
    session.remark = action.remark;
    session.remark_change = action.change;
    session.remarking = RemarkStage::keeping;
    session.remark_words.clear();
    context.commands.emplace_back(staff::KeepRemark{action.remark, action.change});
}

void handle_reply(SessionContext& context, staff::RemarkKept const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_days || session.remarking != RemarkStage::keeping) return;
    auto const kept = session.remark_change == RemarkChange::note ? RemarkStage::noted : RemarkStage::taken_back;
    session.remarking = reply.outcome == staff::Outcome::done ? kept : RemarkStage::failed;
    session.remark_words = reply.words;
    context.commands.emplace_back(staff::ReadView{});
}

} // namespace kiosk::visit
