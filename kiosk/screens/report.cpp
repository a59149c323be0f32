// Reporting, first steps: is a child in danger now, and if so whom to call. Sensitive headings stay in title size, so
// that they are not read over a shoulder.
#include "screens/button_rows.h"
#include "screens/parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kiosk::screens {

namespace {

constexpr float kNumber = 1.7F; // of a statement's size: what is dialled is seen first
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
    auto const answer = [&](char const* id, char const* word, ui::ButtonStyle style, visit::DangerAnswer what) {
        return RowButton{{id, frame.words(word), "", "", "chevron-right", style, ui::TextStep::lead, ""},
                         visit::AnswerDanger{what}};
    };
    ButtonRows const answers(
        frame,
        {answer("report.now", "report.danger_yes", ui::ButtonStyle::action, visit::DangerAnswer::now),
         answer("report.not-now", "report.danger_no", ui::ButtonStyle::onward, visit::DangerAnswer::not_now)},
        layout.low() ? layout.main_target() * 1.3F : layout.px(240), layout.portrait() ? 1 : 2);
    area = within_reach(frame, area);
    answers.draw(cut_top(area, answers.height(area.width)));
}

void draw_report_emergency(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto area = frame.content();
    auto const* place = frame.pack().reporting.place(state.report.place);
    draw_sensitive_title(frame, area, "report.emergency.title", frame.words("report.emergency_title"));
    auto const way = [&](char const* id, char const* word, char const* icon, visit::Action action) {
        return RowButton{{id, frame.words(word), "", icon, "", ui::ButtonStyle::calm, ui::TextStep::reading, ""},
                         std::move(action)};
    };
    ButtonRows const ways(frame,
                          {way("report.elsewhere", "report.emergency_other", "globe", visit::FindEmergency{}),
                           way("report.as-well", "report.emergency_report", "chevron-right",
                               visit::AnswerDanger{visit::DangerAnswer::not_now})},
                          layout.main_target());
    ways.draw(cut_bottom(area, ways.height(area.width), layout.gap()));
    auto const tell = ui::TextBlock{"report.emergency.tell", frame.words("report.emergency_tell")};
    auto const tell_height = ui::text_height(canvas, area.width, tell);
    // As high as its words look best, or all there is where letters are large and panels small.
    bool const scarce = layout.low() || layout.narrow() || layout.large_text();
    auto const usual = layout.px(layout.portrait() ? 430 : 330);
    auto const room = std::max(0.F, area.height - tell_height - layout.px(28));
    auto band = cut_top(area, scarce ? room : std::min(room, usual), layout.px(28));
    canvas.fill(band, canvas.color(ui::Ink::alarm), layout.rounding());
    canvas.outline(band, canvas.color(ui::Ink::reconsider), layout.px(3), layout.rounding());
    band = band.inset(layout.px(44), layout.px(28));
    bool const here = !place || place->id == frame.pack().reporting.home;
    auto const block = [&](std::string id, std::string text, ui::TextStep step, ui::Face face, float scale = 1) {
        auto const used = ui::text_block(canvas, band,
                                         {std::move(id), std::move(text), step, face, ui::Ink::on_alarm, ui::Role::text,
                                          1.25F, ui::Wrap::natural, scale});
        cut_top(band, used, layout.px(10));
    };
    if (place && !place->emergency.empty()) {
        auto const where = frame.in_language(place->words).where;
        block("report.emergency.what",
              here ? frame.words("report.emergency_here") : frame.words("report.emergency_place", {{"where", where}}),
              ui::TextStep::reading, ui::Face::regular);
        block("report.emergency.number", fmt::format("{}", fmt::join(place->emergency, " · ")), ui::TextStep::statement,
              ui::Face::statement, kNumber);
    } else {
        block("report.emergency.number", frame.words("report.emergency_local"), ui::TextStep::title,
              ui::Face::semibold);
    }
    ui::text_block(canvas, area, tell);
}

} // namespace kiosk::screens
