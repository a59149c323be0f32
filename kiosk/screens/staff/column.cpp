#include "screens/staff/column.h"
#include "screens/parts/parts.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

Rect StaffColumn::row(float height)
{
    // A pixel of rounding is no want of room.
    if (height > left_.height + 1) frame_.canvas().report_overflow();
    Rect const row{left_.x, left_.y, left_.width, height};
    left_.y += height;
    left_.height = std::max(0.F, left_.height - height);
    return row;
}

void StaffColumn::space(float units) { cut_top(left_, std::min(left_.height, frame_.layout().units(units))); }

void StaffColumn::block(ui::TextBlock const& block, float gap)
{
    auto const height = ui::text_height(frame_.canvas(), left_.width, block);
    ui::text_block(frame_.canvas(), row(height + 1), block);
    space(gap);
}

void StaffColumn::heading(std::string const& id, std::string const& text)
{
    block({id, text, ui::TextStep::lead, ui::Face::semibold, ui::Ink::text, ui::Role::heading, 1.25F}, 12);
}

void StaffColumn::text(std::string const& id, std::string const& text, ui::Ink ink)
{
    block(staff_line(id, text, ink), 14);
}

void StaffColumn::note(std::string const& id, std::string const& text)
{
    auto line = staff_line(id, text, ui::Ink::quiet);
    line.step = ui::TextStep::small;
    block(line, 14);
}

void StaffColumn::button(ui::Button const& button, visit::Action const& action)
{
    auto const& layout = frame_.layout();
    auto const width = std::min(left_.width, layout.units(760));
    auto const height = std::max(layout.target(), ui::button_height(frame_.canvas(), width, button));
    auto place = row(height);
    place.width = width;
    if (ui::button(frame_.canvas(), place, button)) frame_.emit(action);
    cut_top(left_, std::min(left_.height, layout.gap()));
}

void StaffColumn::buttons(std::vector<RowButton> buttons, int most_columns)
{
    ButtonRows const rows(frame_, std::move(buttons), frame_.layout().target(), most_columns);
    rows.draw(row(rows.height(left_.width)));
    cut_top(left_, std::min(left_.height, frame_.layout().gap()));
}

float stepper_height(Frame& frame)
{
    auto const& layout = frame.layout();
    return std::ceil(layout.text(ui::TextStep::small) * 1.35F) + layout.units(8) + layout.target();
}

void draw_stepper(Frame& frame, Rect const& rect, Stepper const& stepper)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto area = rect;
    auto label = staff_line(stepper.id + ".label", stepper.label, ui::Ink::quiet);
    label.step = ui::TextStep::small;
    ui::text_block(canvas, cut_top(area, std::ceil(layout.text(ui::TextStep::small) * 1.35F), layout.units(8)), label);
    auto const side = layout.target();
    auto const less = cut_left(area, side);
    auto const more = cut_right(area, side);
    auto const key = [&](Rect const& place, char const* end, char const* sign, std::string const& said,
                         visit::Action const& action) {
        if (ui::button(canvas, place,
                       {.id = stepper.id + end,
                        .label = sign,
                        .style = ui::ButtonStyle::quiet,
                        .step = ui::TextStep::lead,
                        .state = said}))
            frame.emit(action);
    };
    key(less, ".less", "−", stepper.less, stepper.down);
    key(more, ".more", "+", stepper.more, stepper.up);
    auto style = ui::TextStyle{ui::Face::semibold, layout.text(ui::TextStep::lead), 1.2F};
    auto const& shaped = canvas.text().shape(stepper.value, frame.language(), style, area.width);
    canvas.glyphs(shaped,
                  {std::round(area.x + (area.width - shaped.size.width) / 2),
                   std::round(area.y + (area.height - shaped.size.height) / 2)},
                  canvas.color(ui::Ink::text));
    canvas.add({ui::Role::figure, stepper.id,
                frame.staff_words("said", {{"label", stepper.label}, {"value", stepper.value}}), stepper.value, "",
                area});
}

void draw_steppers(Frame& frame, StaffColumn& column, std::vector<Stepper> const& steppers)
{
    auto const& layout = frame.layout();
    auto const gap = layout.units(40);
    auto const least = 2 * layout.target() + layout.units(130);
    auto const width = column.left().width;
    auto const count = static_cast<int>(steppers.size());
    auto const columns = std::clamp(static_cast<int>((width + gap) / (least + gap)), 1, count);
    for (int begin = 0; begin < count; begin += columns) {
        auto const row = column.row(stepper_height(frame));
        for (int i = begin; i < std::min(count, begin + columns); ++i) {
            auto place = cell(row, i - begin, columns, gap);
            place.width = std::min(place.width, layout.units(420));
            draw_stepper(frame, place, steppers[static_cast<std::size_t>(i)]);
        }
        column.space(std::max(24.F, layout.gap() / layout.units(100) * 100));
    }
}

Halves staff_halves(Frame& frame, float first_share)
{
    auto const& layout = frame.layout();
    ui::plate(frame.canvas(), frame.content_area(), ui::Ink::ground);
    auto area = frame.content_area().inset(plate_pad(layout));
    if (layout.portrait() || area.width < layout.units(1100)) return {area, area, false};
    auto const first = cut_left(area, std::round(area.width * first_share), layout.units(56));
    return {first, area, true};
}

} // namespace kiosk::screens
