// The figures: which days, which subject, and an export.
#include "visit/staff/session_context.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

bool sees_figures(SessionContext const& context) { return context.screen == Screen::staff_figures; }

void request_view(SessionContext& context)
{
    context.session.list_page = 0;
    context.commands.emplace_back(staff::ReadView{});
}

} // namespace

void choose_span(SessionContext& context, Span span)
{
    if (!sees_figures(context)) return;
    context.session.span = span;
    request_view(context);
}

void choose_subject(SessionContext& context, Subject subject)
{
    if (!sees_figures(context)) return;
    context.session.subject = subject;
    request_view(context);
}

void show_figures_page(SessionContext& context, int page)
{
    if (sees_figures(context)) context.session.list_page = std::max(0, page);
}

void export_figures(SessionContext& context)
{
    auto& session = context.session;
    if (!sees_figures(context) || session.exporting == Progress::working) return;
    session.exporting = Progress::working;
    session.export_words.clear();
    context.commands.emplace_back(staff::ExportFigures{});
}

void handle_reply(SessionContext& context, staff::FiguresExported const& reply)
{
    auto& session = context.session;
    if (!sees_figures(context) || session.exporting != Progress::working) return;
    session.exporting = reply.outcome == staff::Outcome::done ? Progress::done : Progress::failed;
    session.export_words = reply.words;
    context.restart_idle_timer();
    context.commands.emplace_back(staff::ReadView{});
}

// The screen shows the figures from staff::View; the session does not store them.
void handle_reply(SessionContext&, staff::FiguresRead const&) {}

} // namespace kiosk::visit
