// Bech32 (BIP 173) without its limit on length, as age writes its keys (C2SP age, "X25519 recipient type"): a prefix
// that says what it is, the bytes, and a checksum that finds a mistyped letter. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace kiosk::crypto {

// In small letters: "age" and 32 bytes are "age1…", 62 letters.
std::string bech32(std::string_view prefix, std::span<unsigned char const> bytes);

// False where the text is not exactly that of so many bytes under this prefix, in small letters.
bool read_bech32(std::string_view text, std::string_view prefix, std::span<unsigned char> bytes);

} // namespace kiosk::crypto
