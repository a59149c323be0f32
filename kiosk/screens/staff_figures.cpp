// What staff see: figures at a glance, one subject as a chart, and the way to take the figures along.
#include "screens/button_rows.h"
#include "screens/parts.h"
#include "screens/staff_charts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using visit::ExportStage;
using visit::Span;
using visit::Subject;

ui::TextBlock line(std::string id, std::string text, ui::Ink ink = ui::Ink::text)
{
    return {std::move(id), std::move(text), ui::TextStep::reading, ui::Face::regular, ink, ui::Role::text, 1.35F};
}

// What is wrong with the kiosk, above everything else. Takes its height from the area.
void draw_notices(Frame& frame, Rect& area)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const& view = frame.staff();
    std::vector<ui::TextBlock> notices;
    if (view.state == FiguresState::read && !view.figures.clock_trusted)
        notices.push_back(line("staff.clock", frame.staff_words("clock.wrong"), ui::Ink::on_alarm));
    if (!view.fault.empty())
        notices.push_back(line("staff.fault", frame.staff_words("fault", {{"fault", view.fault}}), ui::Ink::on_alarm));
    if (!view.put_aside.empty())
        notices.push_back(
            line("staff.put-aside", frame.staff_words("put_aside", {{"folder", view.put_aside}}), ui::Ink::on_alarm));
    for (auto const& notice : notices) {
        auto const pad = layout.px(18);
        auto const icon = std::round(layout.text(ui::TextStep::reading) * 1.3F);
        auto const width = area.width - 3 * pad - icon;
        auto const height = ui::text_height(canvas, width, notice);
        auto const band = cut_top(area, height + 2 * pad, layout.gap());
        canvas.fill(band, canvas.color(ui::Ink::alarm), layout.px(12));
        canvas.icon({band.x + pad, band.y + pad, icon, icon}, "info", canvas.color(ui::Ink::on_alarm));
        ui::text_block(canvas, {band.x + 2 * pad + icon, band.y + pad, width, height + 1}, notice);
    }
}

ButtonRows span_tabs(Frame& frame, Span chosen)
{
    std::vector<RowButton> tabs;
    auto const add = [&](char const* id, Span span) {
        tabs.push_back(
            {staff_tab(frame, std::string("staff.") + id, frame.staff_words(std::string("span.") + id), span == chosen),
             visit::ChooseSpan{span}});
    };
    add("today", Span::today);
    if (!frame.staff().figures.fair.first.empty()) add("fair", Span::fair);
    add("month", Span::month);
    return {frame, std::move(tabs), frame.layout().target()};
}

ButtonRows subject_tabs(Frame& frame, Subject chosen)
{
    std::vector<RowButton> tabs;
    auto const add = [&](char const* id, Subject subject) {
        tabs.push_back({staff_tab(frame, std::string("staff.") + id, frame.staff_words(std::string("subject.") + id),
                                  subject == chosen),
                        visit::ChooseSubject{subject}});
    };
    add("visits", Subject::visits);
    add("languages", Subject::languages);
    add("quiz", Subject::quiz);
    add("reporting", Subject::reporting);
    return {frame, std::move(tabs), frame.layout().target()};
}

struct Glance {
    char const* id;
    std::int64_t count;
};

std::vector<Glance> glances_of(SpanFigures const& span)
{
    return {{"visits", span.visits}, {"finished", span.quizzes_finished}, {"learned", span.learning.learned}};
}

ui::TextStyle glance_number(Frame const& frame)
{
    return {ui::Face::statement, frame.layout().text(ui::TextStep::title), 1.15F};
}

ui::TextStyle glance_label(Frame const& frame)
{
    return {ui::Face::regular, frame.layout().text(ui::TextStep::small), 1.2F};
}

float glance_height(Frame& frame, float width, SpanFigures const& span)
{
    auto& canvas = frame.canvas();
    auto const room = cell({0, 0, width, 1}, 0, 3, frame.layout().gap()).width;
    float labels = 0;
    for (auto const& glance : glances_of(span))
        labels = std::max(labels, canvas.text()
                                      .shape(frame.staff_words(std::string("glance.") + glance.id), frame.language(),
                                             glance_label(frame), room)
                                      .size.height);
    auto const number = glance_number(frame);
    return std::ceil(number.size * number.line_height + labels);
}

// Three numbers with what each is.
void draw_glances(Frame& frame, Rect const& rect, SpanFigures const& span)
{
    auto& canvas = frame.canvas();
    auto const glances = glances_of(span);
    for (int i = 0; i < static_cast<int>(glances.size()); ++i) {
        auto const& glance = glances[static_cast<std::size_t>(i)];
        auto const place = cell(rect, i, static_cast<int>(glances.size()), frame.layout().gap());
        auto const number = number_text(frame, glance.count);
        auto const label = frame.staff_words(std::string("glance.") + glance.id);
        auto const& digits = canvas.text().shape(number, frame.language(), glance_number(frame), place.width);
        canvas.glyphs(digits, {place.x, place.y}, canvas.color(ui::Ink::text));
        auto const& words = canvas.text().shape(label, frame.language(), glance_label(frame), place.width);
        if (words.word_broken || digits.lines > 1) canvas.misfit();
        canvas.glyphs(words, {place.x, place.y + digits.size.height}, canvas.color(ui::Ink::quiet));
        canvas.add({ui::Role::figure, std::string("glance.") + glance.id,
                    frame.staff_words("said", {{"label", label}, {"value", number}}), number, "", place});
    }
}

std::vector<ui::TextBlock> export_words(Frame const& frame, visit::Staff const& staff)
{
    auto const& view = frame.staff();
    auto const& last = view.figures.last_export;
    std::vector<ui::TextBlock> blocks;
    auto const add = [&](char const* id, std::string text, ui::Ink ink) {
        blocks.push_back(line(std::string("export.") + id, std::move(text), ink));
    };
    switch (staff.exporting) {
    case ExportStage::working: add("working", frame.staff_words("export.working"), ui::Ink::text); break;
    case ExportStage::done:
        add("done", frame.staff_words("export.done", {{"folder", staff.export_words}}), ui::Ink::right);
        break;
    case ExportStage::failed:
        add("failed", frame.staff_words("export.failed", {{"fault", staff.export_words}}), ui::Ink::reconsider);
        break;
    case ExportStage::idle: add("how", frame.staff_words("export.how"), ui::Ink::text); break;
    }
    if (view.releases == ReleaseRule::with_an_export && staff.exporting != ExportStage::done)
        add("closes", frame.staff_words("export.closes"), ui::Ink::quiet);
    if (view.state == FiguresState::read && staff.exporting != ExportStage::done)
        add("last",
            last.empty() ? frame.staff_words("export.never")
                         : frame.staff_words("export.last", {{"day", date_text(frame, last)}}),
            ui::Ink::quiet);
    return blocks;
}

float export_pad(ui::Layout const& layout) { return layout.px(layout.low() ? 18 : 28); }

float export_height(Frame& frame, float width, visit::Staff const& staff)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const inside = width - 2 * export_pad(layout);
    auto height = 2 * export_pad(layout) + layout.text(ui::TextStep::lead) * 1.25F;
    for (auto const& block : export_words(frame, staff))
        height += layout.px(14) + ui::text_height(canvas, inside, block);
    if (staff.exporting != ExportStage::working) height += layout.gap() + layout.main_target();
    return std::ceil(height);
}

void draw_export(Frame& frame, Rect const& rect, visit::Staff const& staff)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    ui::plate(canvas, rect, ui::Ink::ground);
    auto area = rect.inset(export_pad(layout));
    if (staff.exporting != ExportStage::working) {
        auto const again = staff.exporting != ExportStage::idle;
        if (ui::button(canvas, cut_bottom(area, layout.main_target(), layout.gap()),
                       {"staff.export", frame.staff_words(again ? "export.again" : "export.start"), "", "", "",
                        again ? ui::ButtonStyle::onward : ui::ButtonStyle::action, ui::TextStep::reading, ""}))
            frame.emit(visit::ExportFigures{});
    }
    auto const used = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.4F}, "export.title",
                                  frame.staff_words("export.title"), ui::TextStep::lead);
    cut_top(area, used, layout.px(14));
    ui::text_column(canvas, area, export_words(frame, staff), layout.px(14));
}

void draw_figures(Frame& frame, Rect const& rect, visit::Staff const& staff)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    ui::plate(canvas, rect, ui::Ink::ground);
    auto const inside = rect.inset(export_pad(layout));
    if (frame.staff().state == FiguresState::awaited)
        ui::text_block(canvas, inside, line("figures.awaited", frame.staff_words("awaited"), ui::Ink::quiet));
    else
        draw_staff_chart(frame, inside, staff);
}

// Tabs and numbers above the chart; takes their height from the area.
void draw_head(Frame& frame, Rect& area, visit::Staff const& staff)
{
    auto const& layout = frame.layout();
    auto const& span = span_of(frame.staff().figures, staff.span);
    bool const read = frame.staff().state == FiguresState::read;
    auto const spans = span_tabs(frame, staff.span);
    if (area.width >= layout.px(1100)) {
        auto row =
            cut_top(area, std::max(layout.target(), glance_height(frame, area.width * 0.46F, span)), layout.gap());
        auto const numbers = cut_right(row, std::round(area.width * 0.46F), layout.px(40));
        spans.draw({row.x, row.y, row.width, spans.height(row.width)});
        if (read) draw_glances(frame, numbers, span);
    } else {
        spans.draw(cut_top(area, spans.height(area.width), layout.gap()));
        auto const height = glance_height(frame, area.width, span);
        auto const numbers = cut_top(area, height, layout.gap());
        if (read) draw_glances(frame, numbers, span);
    }
    auto const subjects = subject_tabs(frame, staff.subject);
    subjects.draw(cut_top(area, subjects.height(area.width), layout.gap()));
}

} // namespace

void draw_staff_figures(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto const& staff = state.staff;
    auto area = frame.content();
    draw_notices(frame, area);
    if (!layout.portrait() && area.width >= layout.px(1300)) {
        auto const side = cut_right(area, std::round(area.width * 0.29F), layout.px(32));
        draw_head(frame, area, staff);
        draw_figures(frame, area, staff);
        auto const height = std::max(std::min(side.height, layout.px(720)), export_height(frame, side.width, staff));
        draw_export(frame, {side.x, side.y, side.width, std::min(height, side.height)}, staff);
        return;
    }
    draw_head(frame, area, staff);
    auto const foot = cut_bottom(area, export_height(frame, area.width, staff), layout.gap());
    // Less is no chart: the page then scrolls.
    if (area.height < layout.px(420)) frame.canvas().misfit();
    draw_figures(frame, area, staff);
    draw_export(frame, foot, staff);
}

} // namespace kiosk::screens
