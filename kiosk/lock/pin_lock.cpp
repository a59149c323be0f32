#include "lock/pin_lock.h"
#include "files/files.h"
#include "lock/pin.h"
#include "system/log.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk::lock {

namespace {

bool is_shutting(int wrong) { return wrong >= kShutAfter && (wrong - kShutAfter) % kOpensAgainFor == 0; }

} // namespace

PinLock::PinLock(PinLockOptions options, Instant now) : options_(std::move(options)), started_(now), wait_from_(now)
{
    auto read = read_pin_file(options_.folder, options_.configured_hash);
    stored_ = std::move(read.file);
    if (!read.remark.empty()) log(LogLevel::warning, read.remark);
    if (read.change == PinFileChange::unchanged) {
        // Cutting the power after each guess on a full disk must not give free ones.
        if (reserve_space(options_.folder, stored_) == PinFileSpace::none) unwritten_since_ = now;
        return;
    }
    // Wrong attempts at the replaced PIN do not count for the new one. But on a full disk they stay, or each start
    // would forget them.
    auto forgotten = stored_;
    forgotten.wrong = 0;
    forgotten.shut_in.clear();
    if (write_pin_file(options_.folder, forgotten))
        stored_ = std::move(forgotten);
    else
        unwritten_since_ = now;
}

Duration PinLock::wait_after(int wrong) const
{
    if (wrong < kFirstToWait) return Duration(0);
    auto const doublings = std::min(wrong - kFirstToWait, 6); // 32 minutes at most
    return kShortestWait * (1 << doublings);
}

LockStatus PinLock::status(Instant now) const
{
    if (hash().empty()) return {LockState::unset};
    if (stored_.wrong >= kShutForGood) return {LockState::shut_for_good};
    int const until = stored_.wrong < kShutAfter ? kShutAfter - stored_.wrong
                                                 : kOpensAgainFor - (stored_.wrong - kShutAfter) % kOpensAgainFor;
    if (!stored_.shut_in.empty()) {
        // The machine was not switched off since, or this is not known.
        if (options_.boot_id.empty() || stored_.shut_in == options_.boot_id) return {LockState::shut};
        auto const left = kShutTime - (now - started_);
        return left > Duration(0) ? LockStatus{LockState::shut, left} : LockStatus{LockState::open, Duration(0), until};
    }
    // How long ago an attempt before this start was is not known: the wait begins anew with each start.
    auto left = wait_after(stored_.wrong) - (now - wait_from_);
    if (unwritten_since_) left = std::max(left, kShutTime - (now - *unwritten_since_));
    if (left > Duration(0)) return {LockState::waiting, left, until};
    return {LockState::open, Duration(0), stored_.wrong == 0 ? 0 : until};
}

Result<Attempt> PinLock::attempt(Secret const& pin, Instant now)
{
    if (status(now).state != LockState::open) return Attempt::refused;
    ++stored_.wrong;
    stored_.shut_in = is_shutting(stored_.wrong) ? options_.boot_id + (options_.boot_id.empty() ? "?" : "") : "";
    wait_from_ = now;
    auto const written = write();
    unwritten_since_ = written ? std::nullopt : std::optional(now);
    if (!written) {
        // A full disk must not keep out the staff who come to fix it, and must not give free guesses.
        if (++unwritten_attempts_ > kUnwrittenAttempts) return written.error();
    }
    auto const match = matches(pin, hash());
    if (!match) return match.error();
    if (match.value() == PinMatch::no) return Attempt::wrong;
    stored_.wrong = unwritten_attempts_ = 0;
    unwritten_since_.reset();
    stored_.shut_in.clear();
    (void)write(); // if it fails, the next start only makes staff wait longer than needed
    return Attempt::right;
}

// Changes stored_ only after the disk was written: a PIN that is not on the disk does not hold.
Result<> PinLock::set(Secret const& pin)
{
    auto hash = hash_pin(pin);
    if (!hash) return hash.error();
    PinFile changed{hash.take(), digest_of(options_.configured_hash), 0, stored_.serial, ""};
    KIOSK_TRY(write_pin_file(options_.folder, changed));
    stored_ = std::move(changed);
    unwritten_attempts_ = 0;
    unwritten_since_.reset();
    return success();
}

Result<> PinLock::record_recovery(long serial)
{
    auto changed = stored_;
    changed.serial = serial;
    KIOSK_TRY(write_pin_file(options_.folder, changed));
    stored_.serial = serial;
    return success();
}

std::string current_boot_id(std::filesystem::path const& file)
{
    auto const* from_service = std::getenv("KIOSK_MACHINE_START");
    auto const bytes =
        from_service && *from_service ? Result<std::string>(std::string(from_service)) : read_kernel_file(file);
    if (!bytes) return {};
    auto text = bytes.value();
    text.erase(std::remove_if(text.begin(), text.end(), [](unsigned char letter) { return letter <= ' '; }),
               text.end());
    return text;
}

} // namespace kiosk::lock
