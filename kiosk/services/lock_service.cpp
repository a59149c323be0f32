#include "services/lock_service.h"
#include "lock/pin.h"

namespace kiosk::services {

using staff::RecoveryFault;

staff::PinChecked LockService::check(Secret pin)
{
    auto const attempt = lock_.attempt(pin, clock_.now());
    pin.wipe();
    auto after = status();
    if (!attempt) after.state = staff::LockState::unknown;
    return {attempt ? attempt.value() : staff::Attempt::refused, after};
}

staff::PinSet LockService::set(Secret const& pin)
{
    if (lock::fault_of(pin.digits()) != lock::PinFault::none) return {staff::NewPinResult::too_simple};
    return {lock_.set(pin) ? staff::NewPinResult::saved : staff::NewPinResult::failed};
}

staff::RecoveryChecked LockService::find_recovery()
{
    // Without keys no stick can be valid, and none is mounted for a passer-by.
    if (options_.keys.empty()) return {RecoveryFault::not_signed};
    system_.open_sticks();
    auto const found =
        lock::find_recovery(options_.mount_points(), options_.kiosk(), lock_.recovery_serial(), options_.keys);
    if (found.fault == RecoveryFault::no_stick && options_.only_a_foreign_stick())
        return {RecoveryFault::foreign_stick};
    // The stick's serial is recorded as used before it opens anything.
    if (found.fault == RecoveryFault::none && !lock_.record_recovery(found.serial)) return {RecoveryFault::unknown};
    return {found.fault};
}

} // namespace kiosk::services
