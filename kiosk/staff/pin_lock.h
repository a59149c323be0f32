// The lock before staff mode: whether a PIN may be tried now, and whether it is the right one. Every attempt is written
// to the disk before it is looked at, so that a power cut gives no free guesses (standards.md P1). Three wrong ones are
// free, then each waits longer; after ten the lock is shut until the machine was switched off and on and has run for 15
// minutes, and then opens for three more at a time; after a hundred (NIST SP 800-63B, 5.2.2) only a recovery stick
// opens it. The public part of the kiosk knows nothing of it. Owner: the staff desk; one thread at a time, and not the
// drawing one: checking takes a tenth of a second. Kept in <folder>/pin: the hash, the number of wrong attempts in a
// row, and in which start of the machine it was shut.
#pragma once
#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"

#include <filesystem>
#include <string>

namespace kiosk::staff {

constexpr int kFreeAttempts = 3;                             // wrong ones without a wait
constexpr int kShutAfter = 10;                               // standards.md P3
constexpr int kOpensAgainFor = 3;                            // attempts, after being shut
constexpr int kShutForGood = 100;                            // standards.md P2
constexpr int kUnwrittenAttempts = 3;                        // in one run, while they cannot be written down
constexpr Duration kShortestWait = std::chrono::seconds(30); // doubles with each wrong one
constexpr Duration kShutTime = std::chrono::minutes(15);

struct PinLockOptions {
    std::filesystem::path folder;
    std::string configured_hash; // "" for none; a PIN set at the kiosk stands over it
    std::string machine_start;   // differs from one start of the machine to the next
};

// unset: nobody has chosen a PIN. shut: until the machine was off and on, and then some. shut_for_good: a stick only.
enum class LockState { unset, open, waiting, shut, shut_for_good };

struct LockStatus {
    LockState state = LockState::unset;
    Duration wait{0}; // until the next attempt, where that is known
    int attempts = 0; // left before the next shutting, once some were wrong
    bool operator==(LockStatus const&) const = default;
};

enum class Attempt { right, wrong, refused }; // refused: it was not even looked at

class PinLock {
public:
    PinLock(PinLockOptions options, Instant now);

    LockStatus status(Instant now) const;
    // An Error when it could not be found out whether it is right; that counts as no attempt more than was written.
    Result<Attempt> attempt(Secret const& pin, Instant now);
    // A new PIN; wrong attempts are forgotten. Its rules are for the caller (pin.h).
    Result<> set(Secret const& pin);
    // The number of the recovery stick used last; the next must have a higher one.
    long recovery_serial() const { return serial_; }
    // Remembers a stick, and opens the lock once for whoever sets a new PIN now.
    Result<> recovered(long serial);

    // "" without any.
    std::string const& hash() const { return hash_; }

private:
    std::filesystem::path file() const { return options_.folder / "pin"; }
    void read();
    Result<> write() const;
    Duration wait_after(int wrong) const;

    PinLockOptions options_;
    std::string hash_;
    int wrong_ = 0;
    long serial_ = 0;
    std::string shut_in_; // the start of the machine in which it was shut; "" while it is not
    Instant began_, wait_from_;
    int unwritten_ = 0;
};

// The kernel's own name for this start of the machine, as the service tells it or as the file says; "" where neither
// does.
std::string this_machine_start(std::filesystem::path const& file = "/proc/sys/kernel/random/boot_id");

} // namespace kiosk::staff
