// The figures: which days, which subject, and an export.
#include "visit/staff/rules.h"

#include <algorithm>

namespace kiosk::visit {

namespace {

bool sees_figures(SessionContext const& context) { return context.screen == Screen::staff_figures; }

void read_anew(SessionContext& context)
{
    context.session.list_page = 0;
    context.commands.emplace_back(staff::ReadView{});
}

} // namespace

void choose_span(SessionContext& context, Span span)
{
    if (!sees_figures(context)) return;
    context.session.span = span;
    read_anew(context);
}

void choose_subject(SessionContext& context, Subject subject)
{
    if (!sees_figures(context)) return;
    context.session.subject = subject;
    read_anew(context);
}

void turn_figures(SessionContext& context, int page)
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

void hear(SessionContext& context, staff::FiguresExported const& reply)
{
    auto& session = context.session;
    if (!sees_figures(context) || session.exporting != Progress::working) return;
    session.exporting = reply.outcome == staff::Outcome::done ? Progress::done : Progress::failed;
    session.export_words = reply.words;
    context.answered();
    context.commands.emplace_back(staff::ReadView{});
}

// The screen shows the figures from staff::View; the session does not store them.
void hear(SessionContext&, staff::FiguresRead const&) {}

} // namespace kiosk::visit
