// What a PIN must be, and its hash: Argon2id in libsodium's text form, which carries salt and cost. A hash of six
// digits does not stop an attacker who has the disk; at the panel, the lock's counter protects the PIN (pin_lock.h).
// Hashing and matching take about 0.1 s and 64 MiB: never on the drawing thread.
#pragma once
#include "base/result.h"
#include "base/secret.h"

#include <string>
#include <string_view>

namespace kiosk::lock {

// At least six digits: draft of NIST SP 800-63B-4 (December 2023), 5.1.11.
constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kMostDigits = Secret::kMost;

enum class PinFault { none, too_short, no_digits, too_simple };

// too_simple: one to three digits repeated, a run up or down, two years, a line on the keypad, or one of the most used
// PINs (the same draft asks for a list of common values to refuse).
PinFault fault_of(std::string_view digits);

// The fault in English, for a terminal.
std::string words_of(PinFault fault);

// An Error where there is not enough memory.
Result<std::string> hash_pin(Secret const& pin);

enum class PinMatch { yes, no };

// An Error where it could not be checked: not enough memory, or `hash` is no such hash.
Result<PinMatch> matches(Secret const& pin, std::string const& hash);

// Whether a text is a hash as hash_pin() makes it, of a cost that a kiosk can bear.
bool is_pin_hash(std::string_view text);

} // namespace kiosk::lock
