// Base 64 (RFC 4648, section 4), as minisign and age write keys and signatures. Strict: a text that base64() would not
// write for the same bytes is refused. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace kiosk::crypto {

enum class Padding { kept, left_out }; // minisign keeps the '=' at the end, age leaves them out

std::string base64(std::span<unsigned char const> bytes, Padding padding);

// Fills `bytes`; false where the text is not exactly their encoding.
bool read_base64(std::string_view text, std::span<unsigned char> bytes, Padding padding);

} // namespace kiosk::crypto
