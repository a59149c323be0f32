// Bytes as hexadecimal digits, two each, in small letters; and back. Keys, numbers of kiosks, marks and hashes are
// written so. Pure.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kiosk {

std::string hexadecimal(std::span<unsigned char const> bytes);

// So many digits, small letters only, and nothing else.
bool is_hexadecimal(std::string_view text, std::size_t digits);

// A kiosk's number and the mark of a day: 8 random bytes.
constexpr std::size_t kNumberDigits = 16;

// False where the text is not exactly the digits of `bytes`; capital letters are read, too.
bool read_hexadecimal(std::string_view text, std::span<unsigned char> bytes);

template <std::size_t size>
std::optional<std::array<unsigned char, size>> bytes_of_hexadecimal(std::string_view text)
{
    std::array<unsigned char, size> bytes{};
    if (!read_hexadecimal(text, bytes)) return std::nullopt;
    return bytes;
}

} // namespace kiosk
