// Closing the kiosk down at the end of a stand, after a confirmation.
#include "visit/staff/session_context.h"

#include <utility>

namespace kiosk::visit {

namespace {

bool can_close_down(SessionContext const& context)
{
    auto const stage = context.session.closing_down;
    return context.screen == Screen::staff_close_down && stage != CloseDownStage::working &&
           stage != CloseDownStage::off;
}

void begin(SessionContext& context, staff::Command command)
{
    auto& session = context.session;
    if (!can_close_down(context) || session.closing_down == CloseDownStage::idle) return;
    session.closing_down = CloseDownStage::working;
    session.closing_words.clear();
    context.commands.push_back(std::move(command));
}

} // namespace

void close_down(SessionContext& context)
{
    if (can_close_down(context)) context.session.closing_down = CloseDownStage::asked;
}

void confirm_close_down(SessionContext& context) { begin(context, staff::ExportAndSwitchOff{}); }

void switch_off(SessionContext& context) { begin(context, staff::SwitchOff{}); }

void handle_reply(SessionContext& context, staff::ClosedDown const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_close_down || session.closing_down != CloseDownStage::working) return;
    session.closing_down = reply.outcome == staff::Outcome::done ? CloseDownStage::off : CloseDownStage::failed;
    session.closing_words = reply.words;
    context.restart_idle_timer();
}

} // namespace kiosk::visit
