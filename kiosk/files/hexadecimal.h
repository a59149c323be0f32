// Bytes as hexadecimal digits, two each, lower case, and back. Keys, kiosk numbers, day marks and hashes are written
// so. Pure.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kiosk {

std::string hexadecimal(std::span<unsigned char const> bytes);

// Whether the text is exactly so many digits, lower case.
bool is_hexadecimal(std::string_view text, std::size_t digits);

// Digits of a kiosk's number and of a day's mark (figures/rows.h): 8 random bytes.
constexpr std::size_t kRandomIdDigits = 16;

// Fills `bytes`; false where the text has another length or other letters. Reads upper case, too.
bool read_hexadecimal(std::string_view text, std::span<unsigned char> bytes);

template <std::size_t size>
std::optional<std::array<unsigned char, size>> bytes_of_hexadecimal(std::string_view text)
{
    std::array<unsigned char, size> bytes{};
    if (!read_hexadecimal(text, bytes)) return std::nullopt;
    return bytes;
}

} // namespace kiosk
