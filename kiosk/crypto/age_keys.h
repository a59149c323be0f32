// Keys of sealed packages in the format of age (C2SP age, "The X25519 recipient type"): a public one ("recipient") is
// "age1…", 62 letters, a secret one ("identity") "AGE-SECRET-KEY-1…", 74. Any thread; stores nothing. libsodium.
#pragma once
#include "base/result.h"

#include <array>
#include <string>
#include <string_view>

namespace kiosk::crypto {

using CurveBytes = std::array<unsigned char, 32>; // X25519 (RFC 7748): a point or a scalar

struct SealingPair {
    std::string open, secret; // the public and the secret key, as texts
};
SealingPair make_sealing_pair();

// An Error has no `where`.
Result<CurveBytes> read_recipient(std::string_view text);
Result<CurveBytes> read_identity(std::string_view text);

std::string recipient_text(CurveBytes const& point);
CurveBytes recipient_for_identity(CurveBytes const& identity);

} // namespace kiosk::crypto
