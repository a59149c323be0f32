// What a PIN must be, and how it is kept: never as it is, but as an Argon2id hash in libsodium's own text form, which
// carries its salt and its cost. A hash is no defence for six digits by whoever has the disk; the lock's counter is
// what protects the PIN at the panel (pin_lock.h). Pure but for the hashing, which takes about a tenth of a second and
// 64 MiB: never on the drawing thread.
#pragma once
#include "base/result.h"
#include "base/secret.h"

#include <string>
#include <string_view>

namespace kiosk::lock {

// Six at least, digits allowed: draft of NIST SP 800-63B-4 (December 2023), 5.1.11.
constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kMostDigits = Secret::kMost;

enum class PinFault { none, too_short, no_digits, too_simple };

// too_simple: one digit or two or three over and over, a run up or down, a year twice, a pattern of the keypad, or one
// of the most used (that draft asks for a list of common values that are refused).
PinFault fault_of(std::string_view digits);

// What is wrong with it, in English, for a terminal.
std::string words_of(PinFault fault);

// An Error when there is not enough memory to do it.
Result<std::string> hash_pin(Secret const& pin);

enum class PinMatch { yes, no };

// An Error when it could not be found out: no memory, or what is kept is no hash.
Result<PinMatch> matches(Secret const& pin, std::string const& hash);

// Whether a text can be such a hash at all, of a cost that a kiosk can bear.
bool is_pin_hash(std::string_view text);

} // namespace kiosk::lock
