// The lock before staff mode: whether a PIN may be tried now, and whether it is the right one. Every attempt is written
// to the disk before it is looked at, so that a power cut gives no free guesses. Three wrong ones are
// free, then each waits longer; after ten the lock is shut until the machine was switched off and on and has run for 15
// minutes, and then opens for three more at a time; after a hundred (NIST SP 800-63B, 5.2.2) only a recovery stick
// opens it. The public part of the kiosk knows nothing of it. Owner: the staff's service; one thread at a time, and not
// the drawing one: checking takes a tenth of a second. What it keeps, and which PIN holds where both the configuration
// and the kiosk have one, is pin_file.h's.
#pragma once
#include "base/clock.h"
#include "base/secret.h"
#include "lock/pin_file.h"
#include "staff/lock.h"

#include <optional>

namespace kiosk::lock {

constexpr int kFreeAttempts = 3;                             // wrong ones without a wait
constexpr int kUnwrittenAttempts = 3;                        // in one run, while they cannot be written down
constexpr Duration kShortestWait = std::chrono::seconds(30); // doubles with each wrong one
constexpr Duration kShutTime = std::chrono::minutes(15);     // and between attempts that cannot be written down

struct PinLockOptions {
    std::filesystem::path folder;
    std::string configured_hash; // "" for none; read anew at each start, and never kept
    std::string machine_start;   // differs from one start of the machine to the next
};

using staff::Attempt;
using staff::LockState;
using staff::LockStatus;

class PinLock {
public:
    // Reads what is kept, and makes room for what will be. Where the configuration has a newer word, what it replaces
    // is forgotten on the disk, too.
    PinLock(PinLockOptions options, Instant now);

    LockStatus status(Instant now) const;
    // An Error when it could not be found out whether it is right; that counts as no attempt more than was written.
    Result<Attempt> attempt(Secret const& pin, Instant now);
    // A new PIN; wrong attempts are forgotten. Its rules are for the caller (pin.h).
    Result<> set(Secret const& pin);
    // The number of the recovery stick used last; the next must have a higher one.
    long recovery_serial() const { return kept_.serial; }
    // Remembers a stick, and opens the lock once for whoever sets a new PIN now.
    Result<> recovered(long serial);

    // Of the PIN that holds; "" without any.
    std::string const& hash() const { return kept_.hash.empty() ? options_.configured_hash : kept_.hash; }

private:
    Result<> write() const { return write_pin_file(options_.folder, kept_); }
    Duration wait_after(int wrong) const;

    PinLockOptions options_;
    PinFile kept_;
    Instant began_, wait_from_;
    int unwritten_ = 0;
    std::optional<Instant> unkept_since_; // what was tried then is written nowhere, or could not be
};

// The kernel's own name for this start of the machine, as the service tells it or as the file says; "" where neither
// does.
std::string this_machine_start(std::filesystem::path const& file = "/proc/sys/kernel/random/boot_id");

} // namespace kiosk::lock
