// How staff get in: by a PIN, or by a recovery stick and a new PIN.
#include "visit/staff/session_context.h"

namespace kiosk::visit {

namespace {

bool takes_digits(SessionContext const& context)
{
    auto const& session = context.session;
    if (context.screen == Screen::staff_new_pin) return session.new_pin != NewPinStage::saving;
    if (context.screen != Screen::staff_pin || session.recovery == RecoveryStage::asked) return false;
    auto const state = session.lock.state;
    bool const refused =
        session.pin == PinStage::refused && state != staff::LockState::waiting && state != staff::LockState::unknown;
    return session.pin != PinStage::asked && !refused;
}

// Typed twice before it is taken.
void submit_new_pin(SessionContext& context)
{
    auto& session = context.session;
    if (session.new_pin != NewPinStage::again) {
        session.first = session.digits;
        session.new_pin = NewPinStage::again;
    } else if (session.first == session.digits) {
        context.commands.emplace_back(staff::SetPin{session.digits});
        session.first.wipe();
        session.new_pin = NewPinStage::saving;
    } else {
        session.first.wipe();
        session.new_pin = NewPinStage::different;
    }
    session.digits.wipe();
}

} // namespace

void begin_pin(SessionContext& context, KeypadOrder pad)
{
    context.screen = Screen::staff_pin;
    context.session.shuffle = pad == KeypadOrder::shuffled ? context.moment.chance : 0;
    context.commands.emplace_back(staff::ReadLock{});
}

void type_digit(SessionContext& context, char digit)
{
    auto& session = context.session;
    if (!takes_digits(context) || digit < '0' || digit > '9') return;
    if (context.screen == Screen::staff_pin) session.pin = PinStage::typing;
    session.digits.push(digit);
}

void erase_digit(SessionContext& context)
{
    if (takes_digits(context)) context.session.digits.pop();
}

void submit_pin(SessionContext& context)
{
    auto& session = context.session;
    if (!takes_digits(context) || session.digits.size() < kFewestPinDigits) return;
    if (context.screen == Screen::staff_new_pin) {
        submit_new_pin(context);
        return;
    }
    context.commands.emplace_back(staff::CheckPin{session.digits});
    session.digits.wipe();
    session.pin = PinStage::asked;
}

// The state of the lock, read without an attempt: digits that are being typed stay, unless the lock refuses.
void handle_reply(SessionContext& context, staff::LockRead const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_pin || session.pin == PinStage::asked) return;
    session.lock = reply.lock;
    session.pin = reply.lock.state == staff::LockState::open ? PinStage::typing : PinStage::refused;
    if (session.pin == PinStage::refused) session.digits.wipe();
}

void handle_reply(SessionContext& context, staff::PinChecked const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_pin || session.pin != PinStage::asked) return;
    if (reply.attempt == staff::Attempt::right) {
        enter_staff(context, Screen::staff_figures, EnteredFrom::through_the_lock);
        return;
    }
    session.lock = reply.lock;
    session.pin = reply.lock.state == staff::LockState::open ? PinStage::wrong : PinStage::refused;
    session.digits.wipe();
}

void use_recovery_stick(SessionContext& context)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_pin || session.pin == PinStage::asked ||
        session.recovery == RecoveryStage::asked)
        return;
    session.digits.wipe();
    session.recovery = RecoveryStage::asked;
    context.commands.emplace_back(staff::FindRecovery{});
}

void handle_reply(SessionContext& context, staff::RecoveryChecked const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_pin || session.recovery != RecoveryStage::asked) return;
    context.restart_idle_timer();
    if (reply.fault != staff::RecoveryFault::none) {
        session.recovery = RecoveryStage::refused;
        session.recovery_fault = reply.fault;
        return;
    }
    auto const shuffle = session.shuffle;
    session = {};
    session.shuffle = shuffle;
    context.enter(Screen::staff_new_pin);
}

void change_pin(SessionContext& context)
{
    if (context.screen != Screen::staff_settings) return;
    context.session = {};
    context.enter(Screen::staff_new_pin);
}

void handle_reply(SessionContext& context, staff::PinSet const& reply)
{
    auto& session = context.session;
    if (context.screen != Screen::staff_new_pin || session.new_pin != NewPinStage::saving) return;
    if (reply.result == staff::NewPinResult::saved)
        enter_staff(context, Screen::staff_figures, EnteredFrom::through_the_lock);
    else
        session.new_pin =
            reply.result == staff::NewPinResult::too_simple ? NewPinStage::too_simple : NewPinStage::failed;
}

} // namespace kiosk::visit
