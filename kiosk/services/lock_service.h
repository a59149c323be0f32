// The lock and the sticks that open it, for the staff's service. Everything takes time (a PIN is hashed, a stick read)
// and is called on its worker alone. Owner: the staff's service.
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
    // Asked on the worker:
    std::function<std::string()> kiosk;                         // its name, as recovery sticks have it
    std::function<std::vector<std::filesystem::path>()> places; // of sticks
    std::function<bool()> only_a_foreign_stick;                 // in the place of one that is read
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
