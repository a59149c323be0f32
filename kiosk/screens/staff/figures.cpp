// What staff see: figures at a glance, one subject as a chart, and the way to take the figures along.
#include "screens/parts/button_rows.h"
#include "screens/parts/parts.h"
#include "screens/staff/charts.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

using visit::Span;
using visit::Subject;

// What is wrong with the kiosk, above everything else. Takes its height from the area.
void draw_notices(Frame& frame, Rect& area)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const& view = frame.staff();
    std::vector<ui::TextBlock> notices;
    if (view.state == staff::FiguresState::read && !view.figures.clock_trusted)
        notices.push_back(staff_line("staff.clock", frame.staff_words("clock.wrong"), ui::Ink::on_alarm));
    if (!view.fault.empty())
        notices.push_back(
            staff_line("staff.fault", frame.staff_words("fault", {{"fault", view.fault}}), ui::Ink::on_alarm));
    if (!view.quarantined.empty())
        notices.push_back(staff_line("staff.put-aside", frame.staff_words("put_aside", {{"folder", view.quarantined}}),
                                     ui::Ink::on_alarm));
    for (auto const& notice : notices) {
        auto const pad = layout.units(18);
        auto const icon = std::round(layout.text(ui::TextStep::reading) * 1.3F);
        auto const width = area.width - 3 * pad - icon;
        auto const height = ui::text_height(canvas, width, notice);
        auto const band = cut_top(area, height + 2 * pad, layout.gap());
        canvas.fill(band, canvas.color(ui::Ink::alarm), layout.units(12));
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

// Where the figures at a glance stand.
enum class Numbers { below_the_spans, at_the_side };

struct Glance {
    char const* id;
    std::int64_t count;
    bool known;
};

std::vector<Glance> glances_of(SpanFigures const& span)
{
    bool const known = !span.first.empty();
    return {{"visits", span.visits, known},
            {"finished", span.quizzes_finished, known},
            {"learned", span.learning.net(), known}};
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

void draw_glance(Frame& frame, Rect const& place, Glance const& glance, Rect const& number_place,
                 Rect const& label_place)
{
    auto& canvas = frame.canvas();
    // Nobody has read them yet, or nobody knows which day it is.
    bool const known = frame.staff().state == staff::FiguresState::read && glance.known;
    auto const number = known ? number_text(frame, glance.count) : std::string("–");
    auto const label = frame.staff_words(std::string("glance.") + glance.id);
    auto const style =
        canvas.text().fit(number, frame.language(), glance_number(frame), {number_place.width, number_place.height},
                          frame.layout().least_text(ui::TextStep::reading));
    auto const& digits = canvas.text().shape(number, frame.language(), style, number_place.width);
    auto const& words = canvas.text().shape(label, frame.language(), glance_label(frame), label_place.width);
    if (words.word_broken || digits.lines > 1) canvas.report_overflow();
    auto const middle = [](Rect const& rect, ui::ShapedText const& text) {
        return std::round(rect.y + (rect.height - text.size.height) / 2);
    };
    canvas.glyphs(digits, {number_place.x, middle(number_place, digits)}, canvas.color(ui::Ink::text));
    canvas.glyphs(words, {label_place.x, middle(label_place, words)}, canvas.color(ui::Ink::quiet));
    canvas.add({ui::Role::figure, std::string("glance.") + glance.id,
                frame.staff_words("said", {{"label", label}, {"value", number}}), number, "", place});
}

// Three numbers with what each is.
void draw_glances(Frame& frame, Rect const& rect, SpanFigures const& span)
{
    auto const glances = glances_of(span);
    auto const number = glance_number(frame);
    for (int i = 0; i < static_cast<int>(glances.size()); ++i) {
        auto const place = cell(rect, i, static_cast<int>(glances.size()), frame.layout().gap());
        auto label = place;
        auto const digits = cut_top(label, std::ceil(number.size * number.line_height));
        draw_glance(frame, place, glances[static_cast<std::size_t>(i)], digits, label);
    }
}

// One below the other, the words beside the numbers.
struct GlanceColumn {
    float number = 0; // width, [px]
    float row = 0;    // height
    float pad = 0;
};

GlanceColumn glance_column(Frame& frame, float width, SpanFigures const& span)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    GlanceColumn column;
    column.pad = layout.units(22);
    auto const shaped = [&](std::string const& text, ui::TextStyle const& style, float room) {
        return canvas.text().shape(text, frame.language(), style, room).size;
    };
    for (auto const& glance : glances_of(span))
        column.number = std::max(
            column.number, std::ceil(shaped(number_text(frame, glance.count), glance_number(frame), width).width));
    auto const room = width - 2 * plate_pad(layout) - column.number - layout.units(20);
    auto const number = glance_number(frame);
    column.row = std::ceil(number.size * number.line_height);
    for (auto const& glance : glances_of(span))
        column.row = std::max(column.row, shaped(frame.staff_words(std::string("glance.") + glance.id),
                                                 glance_label(frame), std::max(1.F, room))
                                              .height);
    return column;
}

float glance_column_height(Frame& frame, float width, SpanFigures const& span)
{
    auto const column = glance_column(frame, width, span);
    return 2 * column.pad + 3 * column.row + 2 * frame.layout().units(8);
}

void draw_glance_column(Frame& frame, Rect const& rect, SpanFigures const& span)
{
    auto const& layout = frame.layout();
    auto const column = glance_column(frame, rect.width, span);
    ui::plate(frame.canvas(), rect, ui::Ink::ground);
    auto area = rect.inset(plate_pad(layout), column.pad);
    for (auto const& glance : glances_of(span)) {
        auto const place = cut_top(area, column.row, layout.units(8));
        auto label = place;
        auto const digits = cut_left(label, column.number, layout.units(20));
        draw_glance(frame, place, glance, digits, label);
    }
}

void draw_figures(Frame& frame, Rect const& rect, visit::StaffSession const& staff)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    ui::plate(canvas, rect, ui::Ink::ground);
    auto inside = rect.inset(plate_pad(layout));
    if (frame.staff().state == staff::FiguresState::awaited) {
        ui::text_block(canvas, inside, staff_line("figures.awaited", frame.staff_words("awaited"), ui::Ink::quiet));
        return;
    }
    if (staff.subject != Subject::visits) {
        draw_staff_chart(frame, inside, staff);
        return;
    }
    // A gap in the visits is what somebody wants to explain.
    auto const foot = cut_bottom(inside, layout.target(), layout.gap());
    draw_staff_chart(frame, inside, staff);
    if (ui::button(canvas, foot,
                   {.id = "staff.days", .label = frame.staff_words("days.open"), .style = ui::ButtonStyle::quiet}))
        frame.emit(visit::ShowStaff{visit::Screen::staff_days});
}

// The tabs above the chart, with the numbers between them where there is no side. Takes its height from the area.
void draw_head(Frame& frame, Rect& area, visit::StaffSession const& staff, Numbers numbers)
{
    auto const& layout = frame.layout();
    auto const spans = span_tabs(frame, staff.span);
    spans.draw(cut_top(area, spans.height(area.width), layout.gap()));
    if (numbers == Numbers::below_the_spans) {
        auto const& span = span_of(frame.staff().figures, staff.span);
        draw_glances(frame, cut_top(area, glance_height(frame, area.width, span), layout.gap()), span);
    }
    auto const subjects = subject_tabs(frame, staff.subject);
    subjects.draw(cut_top(area, subjects.height(area.width), layout.gap()));
}

// The numbers one below the other, and the export.
void draw_side(Frame& frame, Rect side, visit::StaffSession const& staff)
{
    auto const& layout = frame.layout();
    auto const& span = span_of(frame.staff().figures, staff.span);
    auto const height = glance_column_height(frame, side.width, span);
    draw_glance_column(frame, cut_top(side, height, layout.gap()), span);
    if (side.height + 1 < export_height(frame, side.width, staff)) frame.canvas().report_overflow();
    draw_export(frame, side, staff);
}

} // namespace

void draw_staff_figures(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto const& staff = state.staff;
    auto area = frame.content_area();
    draw_notices(frame, area);
    if (!layout.portrait() && area.width >= layout.units(1300)) {
        auto const side = cut_right(area, std::round(area.width * 0.29F), layout.units(32));
        draw_head(frame, area, staff, Numbers::at_the_side);
        draw_figures(frame, area, staff);
        draw_side(frame, side, staff);
        return;
    }
    draw_head(frame, area, staff, Numbers::below_the_spans);
    auto const foot = cut_bottom(area, export_height(frame, area.width, staff), layout.gap());
    // Less is no chart: the page then scrolls.
    if (area.height < layout.units(420)) frame.canvas().report_overflow();
    draw_figures(frame, area, staff);
    draw_export(frame, foot, staff);
}

} // namespace kiosk::screens
