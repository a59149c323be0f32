// The PIN lock and recovery sticks in staff mode. Every call may take long (a PIN is hashed, a stick is read) and is
// made on the worker of StaffServices, its owner.
#pragma once
#include "lock/pin_lock.h"
#include "lock/recovery.h"
#include "staff/reply.h"
#include "system/system_requests.h"

#include <functional>

namespace kiosk::services {

struct LockServiceOptions {
    lock::PinLockOptions lock;
    lock::PublicKeys keys; // that sign recovery sticks
    // Called on the worker:
    std::function<std::string()> kiosk;                               // the name that a recovery stick must have
    std::function<std::vector<std::filesystem::path>()> mount_points; // mount points of sticks
    std::function<bool()> only_a_foreign_stick; // whether the only stick has a form that is not mounted
};

class LockService {
public:
    LockService(LockServiceOptions options, SystemRequests const& system, Clock const& clock)
        : options_(std::move(options)),
          system_(system),
          clock_(clock),
          lock_(options_.lock, clock.now())
    {
    }

    staff::LockStatus status() const { return lock_.status(clock_.now()); }
    staff::PinChecked check(Secret pin);
    staff::PinSet set(Secret const& pin);
    staff::RecoveryChecked find_recovery();

private:
    LockServiceOptions options_;
    SystemRequests const& system_;
    Clock const& clock_;
    lock::PinLock lock_;
};

} // namespace kiosk::services
