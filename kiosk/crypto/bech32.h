// Bech32 (BIP 173) without its limit on length, as age writes its keys (C2SP age, "X25519 recipient type"): a prefix
// that says what it is, the bytes, and a checksum that finds a mistyped letter. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace kiosk::crypto {

// In lower case: "age" and 32 bytes are "age1…", 62 letters.
std::string bech32(std::string_view prefix, std::span<unsigned char const> bytes);

// Fills `bytes`; false where the text is not exactly their encoding under this prefix, in lower case.
bool read_bech32(std::string_view text, std::string_view prefix, std::span<unsigned char> bytes);

} // namespace kiosk::crypto
