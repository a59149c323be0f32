#include "staff/pin_lock.h"
#include "base/files.h"
#include "base/log.h"
#include "staff/pin.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>

namespace kiosk::staff {

namespace {

constexpr char const* kPinMark = "kiosk-pin 1";

bool is_shutting(int wrong) { return wrong >= kShutAfter && (wrong - kShutAfter) % kOpensAgainFor == 0; }

} // namespace

PinLock::PinLock(PinLockOptions options, Instant now) : options_(std::move(options)), began_(now), wait_from_(now)
{
    hash_ = options_.configured_hash;
    read();
}

// A file that cannot be understood gives nobody ten fresh guesses, and locks nobody out.
void PinLock::read()
{
    std::error_code ignored;
    if (!std::filesystem::exists(file(), ignored)) return;
    auto const bytes = read_file(file());
    std::istringstream lines(bytes ? bytes.value() : std::string());
    std::string line;
    bool const known = std::getline(lines, line) && line == kPinMark;
    bool whole = false;
    while (known && std::getline(lines, line)) {
        auto const space = line.find(' ');
        auto const key = line.substr(0, space);
        auto const value = space == std::string::npos ? std::string() : line.substr(space + 1);
        if (key == "hash") hash_ = value;
        if (key == "wrong") wrong_ = std::clamp(std::atoi(value.c_str()), 0, kShutForGood);
        if (key == "serial") serial_ = std::max(0L, std::atol(value.c_str()));
        if (key == "shut") shut_in_ = value;
        whole = whole || key == "end";
    }
    if (whole) return;
    hash_ = options_.configured_hash;
    wrong_ = kShutAfter - kOpensAgainFor;
    shut_in_.clear();
    log(LogLevel::warning, file().string() +
                               ": cannot be understood; the PIN of the configuration stands in, if there is "
                               "one (set a new one in staff mode)");
}

Result<> PinLock::write() const
{
    KIOSK_TRY(make_folder(options_.folder));
    return write_file_atomically(file(), fmt::format("{}\nhash {}\nwrong {}\nserial {}\nshut {}\nend\n", kPinMark,
                                                     hash_, wrong_, serial_, shut_in_));
}

Duration PinLock::wait_after(int wrong) const
{
    if (wrong < kFreeAttempts) return Duration(0);
    auto const doublings = std::min(wrong - kFreeAttempts, 6); // 32 minutes at most
    return kShortestWait * (1 << doublings);
}

LockStatus PinLock::status(Instant now) const
{
    if (hash_.empty()) return {LockState::unset};
    if (wrong_ >= kShutForGood) return {LockState::shut_for_good};
    int const until =
        wrong_ < kShutAfter ? kShutAfter - wrong_ : kOpensAgainFor - (wrong_ - kShutAfter) % kOpensAgainFor;
    if (!shut_in_.empty()) {
        // The machine was not off since, or cannot say so.
        if (options_.machine_start.empty() || shut_in_ == options_.machine_start) return {LockState::shut};
        auto const left = kShutTime - (now - began_);
        return left > Duration(0) ? LockStatus{LockState::shut, left} : LockStatus{LockState::open, Duration(0), until};
    }
    // A start in between says nothing of how long ago the last attempt was: it waits anew.
    auto const left = wait_after(wrong_) - (now - wait_from_);
    if (left > Duration(0)) return {LockState::waiting, left, until};
    return {LockState::open, Duration(0), wrong_ == 0 ? 0 : until};
}

Result<Attempt> PinLock::attempt(Secret const& pin, Instant now)
{
    if (status(now).state != LockState::open) return Attempt::refused;
    ++wrong_;
    shut_in_ = is_shutting(wrong_) ? options_.machine_start + (options_.machine_start.empty() ? "?" : "") : "";
    wait_from_ = now;
    if (auto const written = write(); !written) {
        // A disk that takes nothing must not keep staff out who come to see to it, and must not give guesses for
        // nothing.
        if (++unwritten_ > kUnwrittenAttempts) return written.error();
    }
    auto const match = matches(pin, hash_);
    if (!match) return match.error();
    if (match.value() == PinMatch::no) return Attempt::wrong;
    wrong_ = unwritten_ = 0;
    shut_in_.clear();
    (void)write(); // else the next start asks for a little patience, and no more
    return Attempt::right;
}

Result<> PinLock::set(Secret const& pin)
{
    auto hash = hash_pin(pin);
    if (!hash) return hash.error();
    auto const before = *this;
    hash_ = hash.take();
    wrong_ = unwritten_ = 0;
    shut_in_.clear();
    auto const written = write();
    if (!written) *this = before;
    return written;
}

Result<> PinLock::recovered(long serial)
{
    auto const before = serial_;
    serial_ = serial;
    auto const written = write();
    if (!written) serial_ = before;
    return written;
}

std::string this_machine_start(std::filesystem::path const& file)
{
    auto const* told = std::getenv("KIOSK_MACHINE_START");
    auto const bytes = told && *told ? Result<std::string>(std::string(told)) : read_file(file);
    if (!bytes) return {};
    auto text = bytes.value();
    text.erase(std::remove_if(text.begin(), text.end(), [](unsigned char letter) { return letter <= ' '; }),
               text.end());
    return text;
}

} // namespace kiosk::staff
