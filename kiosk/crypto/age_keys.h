// Keys that packages are sealed for, in the form of age (C2SP age, "The X25519 recipient type"): a public one is
// "age1…", 62 letters, a secret one "AGE-SECRET-KEY-1…", 74. Any thread; nothing is kept. libsodium.
#pragma once
#include "base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace kiosk::crypto {

using CurveBytes = std::array<unsigned char, 32>; // X25519 (RFC 7748): a point or a scalar

struct SealingPair {
    std::string open, secret; // as texts
};
SealingPair make_sealing_pair();

// An Error without a place.
Result<CurveBytes> read_recipient(std::string_view text);
Result<CurveBytes> read_identity(std::string_view text);

std::string recipient_text(CurveBytes const& point);
CurveBytes recipient_of(CurveBytes const& identity);

} // namespace kiosk::crypto
