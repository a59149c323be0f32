// The lock before staff mode: whether a PIN may be tried now, and whether it is right. Every attempt is written to the
// disk before the PIN is checked, so that a power cut gives no free guesses. Two wrong attempts cost nothing, the third
// half a minute, and each that follows twice as much, up to 32 minutes. After ten the lock is shut until the machine
// was switched off and on and has run for 15 minutes; then it opens for three more at a time. After a hundred (NIST SP
// 800-63B, 5.2.2) only a recovery stick helps. What is stored, and which PIN holds, is in pin_file.h. Owner:
// services/lock_service.h; one thread at a time, never the drawing one: checking takes 0.1 s.
#pragma once
#include "base/clock.h"
#include "base/secret.h"
#include "lock/pin_file.h"
#include "staff/lock.h"

#include <optional>

namespace kiosk::lock {

constexpr int kFirstToWait = 3;                              // the wrong one that makes one wait first
constexpr int kUnwrittenAttempts = 3;                        // in one run, while the disk cannot be written
constexpr Duration kShortestWait = std::chrono::seconds(30); // doubles with each wrong one
constexpr Duration kShutTime = std::chrono::minutes(15);     // also the wait between attempts that cannot be stored

struct PinLockOptions {
    std::filesystem::path folder;
    std::string configured_hash; // [staff] pin_hash; "" for none
    std::string boot_id;         // current_boot_id(): differs from boot to boot
};

using staff::Attempt;
using staff::LockState;
using staff::LockStatus;

class PinLock {
public:
    // Reads the stored state, and reserves room for the next. Where the configuration has a new PIN, the state that it
    // replaces is overwritten.
    PinLock(PinLockOptions options, Instant now);

    LockStatus status(Instant now) const;
    // An Error where the PIN could not be checked, or the attempt could not be written too often in this run.
    Result<Attempt> attempt(Secret const& pin, Instant now);
    // Sets a new PIN and forgets wrong attempts. The caller checks the PIN's rules first (pin.h).
    Result<> set(Secret const& pin);
    // The number of the recovery stick used last; the next one must be higher.
    long recovery_serial() const { return stored_.serial; }
    // Stores the number of a recovery stick, so that it cannot be used again. The lock itself stays as it is: the
    // caller lets staff set() a new PIN, which opens it.
    Result<> record_recovery(long serial);

    // Of the PIN that holds; "" where there is none.
    std::string const& hash() const { return stored_.hash.empty() ? options_.configured_hash : stored_.hash; }

private:
    Result<> write() const { return write_pin_file(options_.folder, stored_); }
    Duration wait_after(int wrong) const;

    PinLockOptions options_;
    PinFile stored_;
    Instant started_, wait_from_;
    int unwritten_attempts_ = 0;
    std::optional<Instant> unwritten_since_; // since when attempts could not be stored; nothing while they can
};

// The kernel's id of this boot, from the environment (KIOSK_MACHINE_START), else from the file; "" where there is
// neither.
std::string current_boot_id(std::filesystem::path const& file = "/proc/sys/kernel/random/boot_id");

} // namespace kiosk::lock
