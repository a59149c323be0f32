// Reporting, first steps: is a child in danger now, and if so whom to call. Sensitive headings stay in title size, so
// that they are not read over a shoulder.
#include "screens/parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

constexpr auto kTitle = ui::TextStep::title;

void draw_sensitive_title(Frame& frame, Rect& area, std::string const& id, std::string const& text)
{
    auto const height =
        ui::heading(frame.canvas(), {area.x, area.y, area.width, area.height * 0.25F}, id, text, kTitle);
    cut_top(area, height, frame.layout().px(24));
}

} // namespace

void draw_report_danger(Frame& frame, visit::State const&)
{
    auto const& layout = frame.layout();
    auto area = frame.content();
    draw_sensitive_title(frame, area, "report.danger.title", frame.words("report.danger_title"));
    auto const used = ui::text_block(frame.canvas(), area,
                                     {"report.danger.help", frame.words("report.danger_help"), ui::TextStep::reading,
                                      ui::Face::regular, ui::Ink::quiet});
    cut_top(area, used, layout.px(40));
    auto const height = layout.px(200);
    auto const column = Rect{area.x, area.y, area.width, 2 * height + layout.gap()};
    auto const no = layout.portrait() ? cell_down(column, 0, 2, layout.gap())
                                      : cell({area.x, area.y, area.width, height}, 0, 2, layout.gap());
    auto const yes = layout.portrait() ? cell_down(column, 1, 2, layout.gap())
                                       : cell({area.x, area.y, area.width, height}, 1, 2, layout.gap());
    if (ui::button(frame.canvas(), no,
                   {"report.not-now", frame.words("report.danger_no"), "", "", "chevron-right", ui::ButtonStyle::calm,
                    ui::TextStep::lead, ""}))
        frame.emit(visit::AnswerDanger{visit::DangerAnswer::not_now});
    if (ui::button(frame.canvas(), yes,
                   {"report.now", frame.words("report.danger_yes"), "", "phone", "chevron-right", ui::ButtonStyle::calm,
                    ui::TextStep::lead, ""}))
        frame.emit(visit::AnswerDanger{visit::DangerAnswer::now});
}

void draw_report_emergency(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content();
    auto const* place = frame.pack().reporting.place(state.report.place);
    draw_sensitive_title(frame, area, "report.emergency.title", frame.words("report.emergency_title"));
    auto const ways = cut_bottom(area, layout.main_target(), layout.gap());
    auto band = cut_top(area, layout.px(layout.portrait() ? 430 : 330), layout.px(28));
    canvas.fill(band, canvas.color(ui::Ink::alarm), layout.rounding());
    canvas.outline(band, canvas.color(ui::Ink::reconsider), layout.px(3), layout.rounding());
    band = band.inset(layout.px(44), layout.px(28));
    bool const here = !place || place->id == frame.pack().reporting.home;
    auto const block = [&](std::string id, std::string text, ui::TextStep step, ui::Face face) {
        auto const used = ui::text_block(
            canvas, band, {std::move(id), std::move(text), step, face, ui::Ink::on_alarm, ui::Role::text, 1.25F});
        cut_top(band, used, layout.px(10));
    };
    if (place && !place->emergency.empty()) {
        auto const where = frame.in_language(place->words).where;
        block("report.emergency.what",
              here ? frame.words("report.emergency_here") : frame.words("report.emergency_place", {{"where", where}}),
              ui::TextStep::reading, ui::Face::regular);
        block("report.emergency.number", fmt::format("{}", fmt::join(place->emergency, " · ")), ui::TextStep::statement,
              ui::Face::statement);
    } else {
        block("report.emergency.number", frame.words("report.emergency_local"), ui::TextStep::title,
              ui::Face::semibold);
    }
    ui::text_block(canvas, area, {"report.emergency.tell", frame.words("report.emergency_tell")});
    if (ui::button(canvas, cell(ways, 0, 2, layout.gap()),
                   {"report.elsewhere", frame.words("report.emergency_other"), "", "globe", "", ui::ButtonStyle::calm,
                    ui::TextStep::reading, ""}))
        frame.emit(visit::FindEmergency{});
    if (ui::button(canvas, cell(ways, 1, 2, layout.gap()),
                   {"report.as-well", frame.words("report.emergency_report"), "", "chevron-right", "",
                    ui::ButtonStyle::calm, ui::TextStep::reading, ""}))
        frame.emit(visit::AnswerDanger{visit::DangerAnswer::not_now});
}

} // namespace kiosk::screens
