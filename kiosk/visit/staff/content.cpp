// New content from a stick: found, shown to staff, and only then used.
#include "visit/staff/session_context.h"

#include <utility>

namespace kiosk::visit {

namespace {

using staff::ContentStage;

bool can_change_content(SessionContext const& context)
{
    auto const stage = context.session.content;
    return context.screen == Screen::staff_content && stage != ContentStage::checking &&
           stage != ContentStage::switching;
}

void ask(SessionContext& context, ContentStage stage, staff::Command command)
{
    context.session.content = stage;
    context.session.content_words.clear();
    context.commands.push_back(std::move(command));
}

} // namespace

void find_content(SessionContext& context)
{
    if (can_change_content(context)) ask(context, ContentStage::checking, staff::FindContent{});
}

void handle_reply(SessionContext& context, staff::ContentReplied const& reply)
{
    auto& session = context.session;
    bool const waits = session.content == ContentStage::checking || session.content == ContentStage::switching;
    if (context.screen != Screen::staff_content || !waits) return;
    session.content = reply.stage;
    session.content_words = reply.words;
    context.restart_idle_timer();
    // A switch restarts the kiosk, so that no view is needed any more.
    if (reply.stage != ContentStage::switching) context.commands.emplace_back(staff::ReadView{});
}

void use_content(SessionContext& context)
{
    if (context.screen == Screen::staff_content && context.session.content == ContentStage::ready)
        ask(context, ContentStage::switching, staff::UseContent{});
}

void drop_content(SessionContext& context)
{
    if (context.screen == Screen::staff_content && context.session.content == ContentStage::ready)
        ask(context, ContentStage::idle, staff::DropContent{});
}

void go_back(SessionContext& context)
{
    if (can_change_content(context)) ask(context, ContentStage::switching, staff::GoBack{});
}

} // namespace kiosk::visit
