// The way in for staff: digits that are typed and never shown; and a new PIN, typed twice.
#include "base/random.h"
#include "screens/parts/parts.h"
#include "screens/staff/parts.h"
#include "screens/staff/staff.h"

#include <algorithm>
#include <array>
#include <chrono>
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
    canvas.fill(rect, canvas.color(ui::Ink::ground), layout.units(12));
    canvas.outline(rect, canvas.color(ui::Ink::line), layout.hairline(), layout.units(12));
    auto const step = rect.width / static_cast<float>(visit::kMostPinDigits + 1);
    auto const radius = std::min(layout.units(12), step * 0.3F);
    for (std::size_t i = 0; i < typed; ++i)
        canvas.disc({rect.x + step * static_cast<float>(i + 1), rect.centre().y}, radius, canvas.color(ui::Ink::text));
    canvas.add({ui::Role::progress, "pin.digits", frame.staff_words("pin.typed"), std::to_string(typed), "", rect});
}

bool is_new(visit::State const& state) { return state.screen == visit::Screen::staff_new_pin; }

std::string new_pin_message(Frame const& frame, visit::NewPinStage stage)
{
    switch (stage) {
    case visit::NewPinStage::again: return frame.staff_words("new_pin.again");
    case visit::NewPinStage::different: return frame.staff_words("new_pin.different");
    case visit::NewPinStage::too_simple: return frame.staff_words("new_pin.too_simple");
    case visit::NewPinStage::saving: return frame.staff_words("pin.asked");
    case visit::NewPinStage::failed: return frame.staff_words("new_pin.failed");
    case visit::NewPinStage::first: break;
    }
    return frame.staff_words("new_pin.first");
}

std::string recovery_message(Frame const& frame, visit::StaffSession const& session)
{
    using staff::RecoveryFault;
    if (session.recovery == visit::RecoveryStage::asked) return frame.staff_words("pin.asked");
    switch (session.recovery_fault) {
    case RecoveryFault::no_stick: return frame.staff_words("recovery.no_stick");
    case RecoveryFault::foreign_stick: return frame.staff_words("recovery.foreign");
    case RecoveryFault::not_signed: return frame.staff_words("recovery.not_signed");
    case RecoveryFault::other_kiosk: return frame.staff_words("recovery.other_kiosk");
    case RecoveryFault::used_before: return frame.staff_words("recovery.used_before");
    case RecoveryFault::too_far: return frame.staff_words("recovery.too_far");
    case RecoveryFault::none:
    case RecoveryFault::unknown: break;
    }
    return frame.staff_words("recovery.unknown");
}

// In whole minutes, the begun one too.
std::string minutes_of(Duration wait)
{
    auto const minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    return std::to_string(std::max<std::int64_t>(1, minutes));
}

std::string refusal(Frame const& frame, staff::LockStatus const& lock, Values const& values)
{
    using staff::LockState;
    switch (lock.state) {
    case LockState::waiting: return frame.staff_words("pin.waiting", values);
    case LockState::shut: return frame.staff_words(lock.wait > Duration(0) ? "pin.shut_minutes" : "pin.shut", values);
    case LockState::shut_for_good: return frame.staff_words("pin.shut_for_good");
    case LockState::unset: return frame.staff_words("pin.unset");
    case LockState::open:
    case LockState::unknown: break;
    }
    return frame.staff_words("pin.unknown");
}

std::string message_of(Frame const& frame, visit::State const& state)
{
    auto const& session = state.staff;
    if (is_new(state)) return new_pin_message(frame, session.new_pin);
    if (session.recovery != visit::RecoveryStage::none) return recovery_message(frame, session);
    auto const& lock = session.lock;
    Values const values{{"minutes", minutes_of(lock.wait)}, {"n", std::to_string(lock.attempts)}};
    switch (session.pin) {
    case PinStage::asked: return frame.staff_words("pin.asked");
    case PinStage::wrong: return frame.staff_words(lock.attempts > 0 ? "pin.wrong_left" : "pin.wrong", values);
    case PinStage::refused: return refusal(frame, lock, values);
    case PinStage::typing: break;
    }
    return frame.staff_words("pin.help");
}

bool is_refusal(visit::State const& state)
{
    auto const& staff = state.staff;
    if (is_new(state))
        return staff.new_pin == visit::NewPinStage::different || staff.new_pin == visit::NewPinStage::too_simple ||
               staff.new_pin == visit::NewPinStage::failed;
    if (staff.recovery != visit::RecoveryStage::none) return staff.recovery != visit::RecoveryStage::asked;
    return staff.pin != PinStage::typing && staff.pin != PinStage::asked;
}

// A recovery stick is offered after a PIN was refused.
bool offers_recovery(visit::State const& state)
{
    auto const& staff = state.staff;
    return !is_new(state) && staff.recovery != visit::RecoveryStage::asked && is_refusal(state);
}

ui::TextBlock message_block(Frame const& frame, visit::State const& state)
{
    return {"pin.message",
            message_of(frame, state),
            ui::TextStep::reading,
            ui::Face::regular,
            is_refusal(state) ? ui::Ink::reconsider : ui::Ink::quiet,
            ui::Role::text,
            1.4F};
}

ui::TextBlock title_block(Frame const& frame, visit::State const& state)
{
    return {"pin.title",
            frame.staff_words(is_new(state) ? "new_pin.title" : "pin.title"),
            ui::TextStep::title,
            ui::Face::statement,
            ui::Ink::text,
            ui::Role::heading,
            1.25F,
            ui::Wrap::balanced};
}

ui::Button forgotten_button(Frame const& frame)
{
    return {.id = "pin.forgotten", .label = frame.staff_words("recovery.look"), .style = ui::ButtonStyle::quiet};
}

float words_height(Frame& frame, float width, visit::State const& state)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const recovery =
        offers_recovery(state) ? layout.gap() + ui::button_height(canvas, width, forgotten_button(frame)) : 0;
    return ui::text_height(canvas, width, title_block(frame, state)) + layout.units(24) + layout.target() +
           layout.units(20) + ui::text_height(canvas, width, message_block(frame, state)) + recovery + 1;
}

void draw_words(Frame& frame, Rect area, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const used = ui::text_block(canvas, area, title_block(frame, state));
    cut_top(area, used, layout.units(24));
    auto const field = cut_top(area, layout.target(), layout.units(20));
    draw_digits(frame, {field.x, field.y, std::min(field.width, layout.units(640)), field.height},
                state.staff.digits.size());
    auto const message = message_block(frame, state);
    cut_top(area, ui::text_block(canvas, area, message), layout.gap());
    if (!offers_recovery(state)) return;
    auto const button = forgotten_button(frame);
    auto const width = std::min(area.width, layout.units(640));
    auto place = cut_top(area, ui::button_height(canvas, width, button));
    place.width = width;
    if (ui::button(canvas, place, button)) frame.emit(visit::UseRecoveryStick{});
}

// The digits of the keypad: in their order, or shuffled each time, so that neither an onlooker nor a smear on the glass
// reveals the PIN.
std::array<int, 10> order_of(std::uint64_t shuffle)
{
    std::array<int, 10> digits{1, 2, 3, 4, 5, 6, 7, 8, 9, 0};
    if (shuffle == 0) return digits;
    Random random(shuffle);
    for (std::size_t i = digits.size() - 1; i > 0; --i)
        std::swap(digits[i], digits[static_cast<std::size_t>(random.below(static_cast<std::uint64_t>(i) + 1))]);
    return digits;
}

void draw_key(Frame& frame, Rect const& rect, ui::Button const& button, visit::Action const& action)
{
    if (ui::button(frame.canvas(), rect, button)) frame.emit(action);
}

void draw_keypad(Frame& frame, Rect const& area, visit::StaffSession const& staff)
{
    auto const gap = frame.layout().gap();
    auto const at = [&](int index) {
        return cell(cell_down(area, index / kColumns, kRows, gap), index % kColumns, kColumns, gap);
    };
    auto const digit = [&](int place, int number) {
        draw_key(frame, at(place),
                 {.id = fmt::format("pin.{}", number),
                  .label = std::to_string(number),
                  .style = ui::ButtonStyle::quiet,
                  .step = ui::TextStep::title},
                 visit::TypeDigit{static_cast<char>('0' + number)});
    };
    auto const order = order_of(staff.shuffle);
    for (int i = 0; i < 9; ++i) digit(i, order[static_cast<std::size_t>(i)]);
    draw_key(frame, at(9),
             {.id = "pin.erase", .label = frame.staff_words("pin.erase"), .style = ui::ButtonStyle::quiet},
             visit::EraseDigit{});
    digit(10, order.back());
    bool const enough = staff.digits.size() >= visit::kFewestPinDigits;
    draw_key(frame, at(11),
             {.id = "pin.submit",
              .label = frame.staff_words("pin.submit"),
              .style = enough ? ui::ButtonStyle::action : ui::ButtonStyle::quiet},
             visit::SubmitPin{});
}

} // namespace

void draw_staff_pin(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    auto const gap = layout.gap();
    auto const keys = [&](float width, float height) {
        return Size{std::min(width, layout.units(280) * kColumns + 2 * gap),
                    std::min(height, layout.units(150) * kRows + 3 * gap)};
    };
    if (layout.portrait() || area.width < layout.units(1000)) {
        auto const size = keys(area.width, std::max(area.height * 0.55F, layout.target() * kRows + 3 * gap));
        auto const foot = cut_bottom(area, size.height + (area.height > 2 * size.height ? layout.units(120) : 0), gap);
        auto const height = words_height(frame, area.width, state);
        if (height > area.height) frame.canvas().report_overflow();
        // Where the eyes are while the hand types: right above the keys.
        cut_top(area, std::max(0.F, area.height - height - layout.units(20)));
        draw_words(frame, area, state);
        draw_keypad(frame, {foot.x, foot.y, size.width, size.height}, state.staff);
        return;
    }
    auto const right = cut_right(area, std::round(area.width * 0.5F), layout.units(60));
    auto const size = keys(right.width, right.height);
    auto const down = std::floor((right.height - size.height) / 3);
    draw_keypad(frame, {right.right() - size.width, right.y + down, size.width, size.height}, state.staff);
    cut_top(area, down);
    draw_words(frame, area, state);
}

void draw_staff_new_pin(Frame& frame, visit::State const& state) { draw_staff_pin(frame, state); }

} // namespace kiosk::screens
