// The touch test: four corners, the whole panel. A panel whose touch is turned, mirrored or dead at an edge shows it
// here. And the end of a stand: the figures onto a stick, and off.
#include "screens/parts/parts.h"
#include "screens/staff/column.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::CloseDownStage;

void draw_corner(Frame& frame, int corner, visit::StaffSession const& staff)
{
    auto const& layout = frame.layout();
    auto const screen = layout.screen();
    auto const side = layout.millimetres(ui::kMainTargetMillimetres);
    auto const gap = layout.gap();
    bool const right = corner == 1 || corner == 2;
    bool const low = corner == 2 || corner == 3;
    Rect const place{right ? screen.right() - gap - side : gap, low ? screen.bottom() - gap - side : gap, side, side};
    bool const touched = staff.corners.contains(corner);
    // The next one stands out; any order is taken.
    int next = 0;
    while (staff.corners.contains(next)) ++next;
    if (ui::button(frame.canvas(), place,
                   {.id = fmt::format("touch.corner.{}", corner + 1),
                    .label = std::to_string(corner + 1),
                    .icon = touched ? "check" : "",
                    .style = touched          ? ui::ButtonStyle::onward
                             : corner == next ? ui::ButtonStyle::action
                                              : ui::ButtonStyle::quiet,
                    .step = ui::TextStep::lead,
                    .state = touched ? frame.staff_words("touch.felt") : ""}))
        frame.emit(visit::TouchCorner{corner});
}

} // namespace

void draw_staff_touch(Frame& frame, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const screen = layout.screen();
    canvas.fill(screen, canvas.color(ui::Ink::raised));
    for (int corner = 0; corner < visit::kTouchCorners; ++corner) draw_corner(frame, corner, state.staff);
    auto const side = layout.millimetres(ui::kMainTargetMillimetres) + 2 * layout.gap();
    auto const width = std::min(screen.width - 2 * layout.gap(), layout.units(1000));
    auto const inside = layout.portrait() ? width : std::min(width, screen.width - 2 * side);
    // Between the corners of a wide panel, or between the upper ones and the lower ones of a high one.
    auto const top = layout.portrait() ? side : layout.gap();
    StaffColumn column(frame, {std::round((screen.width - inside) / 2), top, inside, screen.height - 2 * top});
    if (!layout.low()) column.space(layout.portrait() ? 200 : 260);
    column.heading("touch.title", frame.staff_words("touch.title"));
    bool const all = state.staff.corners.size() == static_cast<std::size_t>(visit::kTouchCorners);
    column.text("touch.how", frame.staff_words(all ? "touch.works" : "touch.how"),
                all ? ui::Ink::right : ui::Ink::text);
    if (!all) column.note("touch.else", frame.staff_words("touch.otherwise"));
    column.button({.id = "touch.back", .label = frame.staff_words("touch.back"), .style = ui::ButtonStyle::quiet},
                  visit::ShowStaff{visit::Screen::staff_health});
}

void draw_staff_close_down(Frame& frame, visit::State const& state)
{
    auto const& staff = state.staff;
    auto const halves = staff_halves(frame, 0.62F);
    StaffColumn column(frame, halves.first);
    column.heading("pack.title", frame.staff_words("pack.title"));
    auto const off = [&](ui::ButtonStyle style) {
        column.button({.id = "pack.off", .label = frame.staff_words("pack.off"), .style = style}, visit::SwitchOff{});
    };
    switch (staff.closing_down) {
    case CloseDownStage::idle:
        column.text("pack.how", frame.staff_words("pack.how"));
        column.button({.id = "pack.begin", .label = frame.staff_words("pack.begin"), .style = ui::ButtonStyle::action},
                      visit::CloseDown{});
        break;
    case CloseDownStage::asked:
        column.text("pack.sure", frame.staff_words("pack.sure"));
        column.button(
            {.id = "pack.confirm", .label = frame.staff_words("pack.confirm"), .style = ui::ButtonStyle::action},
            visit::ConfirmCloseDown{});
        off(ui::ButtonStyle::quiet);
        break;
    case CloseDownStage::working: column.text("pack.working", frame.staff_words("pack.working")); break;
    case CloseDownStage::failed:
        column.text("pack.failed",
                    staff.closing_words.empty() ? frame.staff_words("export.no_stick")
                                                : frame.staff_words("export.fault." + staff.closing_words),
                    ui::Ink::reconsider);
        column.button(
            {.id = "pack.confirm", .label = frame.staff_words("pack.again"), .style = ui::ButtonStyle::action},
            visit::ConfirmCloseDown{});
        off(ui::ButtonStyle::quiet);
        break;
    case CloseDownStage::off: column.text("pack.ending", frame.staff_words("pack.ending"), ui::Ink::right); break;
    }
}

} // namespace kiosk::screens
