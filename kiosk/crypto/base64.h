// Base 64 (RFC 4648, section 4), as minisign and age write keys and signatures. One text for the same bytes: what is
// not exactly as base64() writes it is not read. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace kiosk::crypto {

enum class Padding { kept, left_out }; // minisign keeps the '=' at the end, age leaves them out

std::string base64(std::span<unsigned char const> bytes, Padding padding);

// False where the text is not exactly that of so many bytes.
bool read_base64(std::string_view text, std::span<unsigned char> bytes, Padding padding);

} // namespace kiosk::crypto
