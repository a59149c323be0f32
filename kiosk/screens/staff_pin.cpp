// The way in for staff: digits that are typed and never shown.
#include "screens/parts.h"
#include "screens/staff_parts.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace kiosk::screens {

namespace {

using visit::PinStage;

constexpr int kColumns = 3;
constexpr int kRows = 4;

// One disc a digit, and no more.
void draw_digits(Frame& frame, Rect const& rect, std::size_t typed)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    canvas.fill(rect, canvas.color(ui::Ink::ground), layout.px(12));
    canvas.outline(rect, canvas.color(ui::Ink::line), layout.hairline(), layout.px(12));
    auto const step = rect.width / static_cast<float>(visit::kMostPinDigits + 1);
    auto const radius = std::min(layout.px(12), step * 0.3F);
    for (std::size_t i = 0; i < typed; ++i)
        canvas.disc({rect.x + step * static_cast<float>(i + 1), rect.centre().y}, radius, canvas.color(ui::Ink::text));
    canvas.add({ui::Role::progress, "pin.digits", frame.staff_words("pin.typed"), std::to_string(typed), "", rect});
}

std::string message_of(Frame const& frame, PinStage stage)
{
    switch (stage) {
    case PinStage::asked: return frame.staff_words("pin.asked");
    case PinStage::wrong: return frame.staff_words("pin.wrong");
    case PinStage::typing: break;
    }
    return frame.staff_words("pin.help");
}

ui::TextBlock message_block(Frame const& frame, PinStage stage)
{
    return {"pin.message",
            message_of(frame, stage),
            ui::TextStep::reading,
            ui::Face::regular,
            stage == PinStage::wrong ? ui::Ink::reconsider : ui::Ink::quiet,
            ui::Role::text,
            1.4F};
}

ui::TextBlock title_block(Frame const& frame)
{
    return {"pin.title",
            frame.staff_words("pin.title"),
            ui::TextStep::title,
            ui::Face::statement,
            ui::Ink::text,
            ui::Role::heading,
            1.25F,
            ui::Wrap::balanced};
}

float words_height(Frame& frame, float width, visit::Staff const& staff)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    return ui::text_height(canvas, width, title_block(frame)) + layout.px(24) + layout.target() + layout.px(20) +
           ui::text_height(canvas, width, message_block(frame, staff.pin)) + 1;
}

void draw_words(Frame& frame, Rect area, visit::Staff const& staff)
{
    auto const& layout = frame.layout();
    auto const used = ui::text_block(frame.canvas(), area, title_block(frame));
    cut_top(area, used, layout.px(24));
    auto const field = cut_top(area, layout.target(), layout.px(20));
    draw_digits(frame, {field.x, field.y, std::min(field.width, layout.px(640)), field.height}, staff.digits.size());
    ui::text_block(frame.canvas(), area, message_block(frame, staff.pin));
}

void draw_key(Frame& frame, Rect const& rect, ui::Button const& button, visit::Action const& action)
{
    if (ui::button(frame.canvas(), rect, button)) frame.emit(action);
}

void draw_keypad(Frame& frame, Rect const& area, visit::Staff const& staff)
{
    auto const gap = frame.layout().gap();
    auto const at = [&](int index) {
        return cell(cell_down(area, index / kColumns, kRows, gap), index % kColumns, kColumns, gap);
    };
    auto const digit = [&](int place, int number) {
        draw_key(frame, at(place),
                 {fmt::format("pin.{}", number), std::to_string(number), "", "", "", ui::ButtonStyle::quiet,
                  ui::TextStep::title, ""},
                 visit::TypeDigit{static_cast<char>('0' + number)});
    };
    for (int i = 0; i < 9; ++i) digit(i, i + 1);
    draw_key(
        frame, at(9),
        {"pin.erase", frame.staff_words("pin.erase"), "", "", "", ui::ButtonStyle::quiet, ui::TextStep::reading, ""},
        visit::EraseDigit{});
    digit(10, 0);
    bool const enough = staff.digits.size() >= visit::kFewestPinDigits;
    draw_key(frame, at(11),
             {"pin.submit", frame.staff_words("pin.submit"), "", "", "",
              enough ? ui::ButtonStyle::action : ui::ButtonStyle::quiet, ui::TextStep::reading, ""},
             visit::SubmitPin{});
}

} // namespace

void draw_staff_pin(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content();
    auto const gap = layout.gap();
    auto const keys = [&](float width, float height) {
        return Size{std::min(width, layout.px(280) * kColumns + 2 * gap),
                    std::min(height, layout.px(150) * kRows + 3 * gap)};
    };
    if (layout.portrait() || area.width < layout.px(1000)) {
        auto const size = keys(area.width, std::max(area.height * 0.55F, layout.target() * kRows + 3 * gap));
        auto const foot = cut_bottom(area, size.height + (area.height > 2 * size.height ? layout.px(120) : 0), gap);
        auto const height = words_height(frame, area.width, state.staff);
        if (height > area.height) frame.canvas().misfit();
        // Where the eyes are while the hand types: right above the keys.
        cut_top(area, std::max(0.F, area.height - height - layout.px(20)));
        draw_words(frame, area, state.staff);
        draw_keypad(frame, {foot.x, foot.y, size.width, size.height}, state.staff);
        return;
    }
    auto const right = cut_right(area, std::round(area.width * 0.5F), layout.px(60));
    auto const size = keys(right.width, right.height);
    auto const down = std::floor((right.height - size.height) / 3);
    draw_keypad(frame, {right.right() - size.width, right.y + down, size.width, size.height}, state.staff);
    cut_top(area, down);
    draw_words(frame, area, state.staff);
}

} // namespace kiosk::screens
