// The way to take the figures along: what to do, what is being done, what came of it.
#include "screens/staff/parts.h"

#include <cmath>

namespace kiosk::screens {

namespace {

using visit::Progress;

// "Salon des Vacances, 4 – 7 February 2027; March 2027"
std::string closing_words(Frame const& frame)
{
    std::string words;
    for (auto const& closing : frame.staff().figures.closing) {
        auto const when = closing.first.empty() ? frame.staff_words("export.unknown_day")
                                                : period_text(frame, closing.first, closing.last);
        words += (words.empty() ? "" : "; ") + closing.name + ", " + when;
    }
    return words;
}

std::vector<ui::TextBlock> export_words(Frame const& frame, visit::StaffSession const& staff)
{
    auto const& view = frame.staff();
    auto const& last = view.figures.last_export;
    std::vector<ui::TextBlock> blocks;
    auto const add = [&](char const* id, std::string text, ui::Ink ink) {
        blocks.push_back(staff_line(std::string("export.") + id, std::move(text), ink));
        if (ink == ui::Ink::quiet) blocks.back().step = ui::TextStep::small;
    };
    switch (staff.exporting) {
    case Progress::working: add("working", frame.staff_words("export.working"), ui::Ink::text); break;
    case Progress::done:
        add("done", frame.staff_words("export.done", {{"folder", staff.export_words}}), ui::Ink::right);
        break;
    case Progress::failed:
        // Without words nothing failed but that there is no stick.
        add("failed",
            staff.export_words.empty() ? frame.staff_words("export.no_stick")
                                       : frame.staff_words("export.fault." + staff.export_words),
            ui::Ink::reconsider);
        break;
    case Progress::idle: add("how", frame.staff_words("export.how"), ui::Ink::text); break;
    }
    if (!view.figures.closing.empty() && staff.exporting != Progress::done)
        add("closes", frame.staff_words("export.closes", {{"what", closing_words(frame)}}), ui::Ink::quiet);
    if (view.state == staff::FiguresState::read && staff.exporting != Progress::done)
        add("last",
            last.empty() ? frame.staff_words("export.never")
                         : frame.staff_words("export.last", {{"day", date_text(frame, last)}}),
            ui::Ink::quiet);
    return blocks;
}

} // namespace

float export_height(Frame& frame, float width, visit::StaffSession const& staff)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const inside = width - 2 * plate_pad(layout);
    auto height = 2 * plate_pad(layout) + layout.text(ui::TextStep::lead) * 1.25F;
    for (auto const& block : export_words(frame, staff))
        height += layout.units(14) + ui::text_height(canvas, inside, block);
    if (staff.exporting != Progress::working) height += layout.gap() + layout.main_target();
    return std::ceil(height);
}

void draw_export(Frame& frame, Rect const& rect, visit::StaffSession const& staff)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    ui::plate(canvas, rect, ui::Ink::ground);
    auto area = rect.inset(plate_pad(layout));
    if (staff.exporting != Progress::working) {
        auto const again = staff.exporting != Progress::idle;
        if (ui::button(canvas, cut_bottom(area, layout.main_target(), layout.gap()),
                       {.id = "staff.export",
                        .label = frame.staff_words(again ? "export.again" : "export.start"),
                        .style = again ? ui::ButtonStyle::onward : ui::ButtonStyle::action}))
            frame.emit(visit::ExportFigures{});
    }
    auto const used = ui::heading(canvas, {area.x, area.y, area.width, area.height * 0.4F}, "export.title",
                                  frame.staff_words("export.title"), ui::TextStep::lead);
    cut_top(area, used, layout.units(14));
    ui::text_column(canvas, area, export_words(frame, staff), layout.units(14));
}

} // namespace kiosk::screens
