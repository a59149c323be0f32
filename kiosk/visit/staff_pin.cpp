// The way in for staff: a PIN, a stick where it is forgotten, and a new PIN.
#include "visit/staff_rules.h"

namespace kiosk::visit {

namespace {

bool takes_digits(State const& state)
{
    auto const& staff = state.staff;
    if (state.screen == Screen::staff_new_pin) return staff.new_pin != NewPinStage::saving;
    if (state.screen != Screen::staff_pin || staff.recovery == RecoveryStage::asked) return false;
    return staff.pin == PinStage::typing || staff.pin == PinStage::wrong || staff.pin == PinStage::waiting ||
           staff.pin == PinStage::unknown;
}

PinStage stage_of(PinVerdict verdict)
{
    switch (verdict) {
    case PinVerdict::open:
    case PinVerdict::right: return PinStage::typing;
    case PinVerdict::wrong: return PinStage::wrong;
    case PinVerdict::waiting: return PinStage::waiting;
    case PinVerdict::shut: return PinStage::shut;
    case PinVerdict::shut_for_good: return PinStage::shut_for_good;
    case PinVerdict::unset: return PinStage::unset;
    case PinVerdict::unknown: break;
    }
    return PinStage::unknown;
}

// Typed twice before it is taken.
void submit_new_pin(Turn& turn)
{
    auto& staff = turn.state.staff;
    if (staff.new_pin != NewPinStage::again) {
        staff.first = staff.digits;
        staff.new_pin = NewPinStage::again;
    } else if (staff.first == staff.digits) {
        turn.effects.staff = StaffRequest::set_pin;
        turn.effects.pin = staff.digits;
        staff.first.wipe();
        staff.new_pin = NewPinStage::saving;
    } else {
        staff.first.wipe();
        staff.new_pin = NewPinStage::different;
    }
    staff.digits.wipe();
}

} // namespace

void begin_pin(Turn& turn, PadOrder pad)
{
    turn.state.screen = Screen::staff_pin;
    turn.state.staff.shuffle = pad == PadOrder::shuffled ? turn.moment.chance : 0;
    turn.effects.staff = StaffRequest::look_at_lock;
}

void type_digit(Turn& turn, char digit)
{
    auto& staff = turn.state.staff;
    if (!takes_digits(turn.state) || digit < '0' || digit > '9') return;
    if (turn.state.screen == Screen::staff_pin) staff.pin = PinStage::typing;
    staff.digits.push(digit);
}

void erase_digit(Turn& turn)
{
    if (takes_digits(turn.state)) turn.state.staff.digits.pop();
}

void submit_pin(Turn& turn)
{
    auto& staff = turn.state.staff;
    if (!takes_digits(turn.state) || staff.digits.size() < kFewestPinDigits) return;
    if (turn.state.screen == Screen::staff_new_pin) {
        submit_new_pin(turn);
        return;
    }
    turn.effects.staff = StaffRequest::check_pin;
    turn.effects.pin = staff.digits;
    staff.digits.wipe();
    staff.pin = PinStage::asked;
}

void hear_verdict(Turn& turn, PinChecked const& action)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_pin) return;
    // What the lock says when nobody tried leaves alone what is being typed.
    bool const tried = staff.pin == PinStage::asked;
    if (!tried && (action.verdict == PinVerdict::right || action.verdict == PinVerdict::wrong)) return;
    if (action.verdict == PinVerdict::right) {
        enter_staff(turn, Screen::staff_figures);
        turn.effects.staff = StaffRequest::entered;
        return;
    }
    staff.pin = stage_of(action.verdict);
    staff.pin_wait = action.wait;
    staff.attempts = action.attempts;
    if (staff.pin != PinStage::typing) staff.digits.wipe();
}

void ask_recovery(Turn& turn)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_pin || staff.pin == PinStage::asked ||
        staff.recovery == RecoveryStage::asked)
        return;
    staff.digits.wipe();
    staff.recovery = RecoveryStage::asked;
    turn.effects.staff = StaffRequest::find_recovery;
}

void hear_recovery(Turn& turn, RecoveryStage found)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_pin || staff.recovery != RecoveryStage::asked) return;
    turn.state.last_touch = turn.moment.now;
    staff.recovery = found;
    if (found != RecoveryStage::none) return;
    auto const shuffle = staff.shuffle;
    staff = {};
    staff.shuffle = shuffle;
    turn.enter(Screen::staff_new_pin);
}

void change_pin(Turn& turn)
{
    if (turn.state.screen != Screen::staff_settings) return;
    turn.state.staff = {};
    turn.enter(Screen::staff_new_pin);
}

void hear_saved_pin(Turn& turn, NewPinVerdict verdict)
{
    auto& staff = turn.state.staff;
    if (turn.state.screen != Screen::staff_new_pin || staff.new_pin != NewPinStage::saving) return;
    if (verdict == NewPinVerdict::saved) {
        enter_staff(turn, Screen::staff_figures);
        turn.effects.staff = StaffRequest::entered;
    } else {
        staff.new_pin = verdict == NewPinVerdict::too_simple ? NewPinStage::too_simple : NewPinStage::failed;
    }
}

} // namespace kiosk::visit
