// Texts: decoding and repairing UTF-8, the case of ASCII letters, and the blanks around a text. Every text inside the
// kiosk is UTF-8; bytes that are not become U+FFFD.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace kiosk {

constexpr char32_t kReplacementCharacter = 0xFFFD;

// The code point at `position`, which moves behind it (always by at least one byte). Requires position < text.size().
char32_t next_code_point(std::string_view text, std::size_t& position);

std::u32string code_points(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);

bool is_valid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

// Its bytes, as libraries of cryptography take them. Never null, which some forbid even of no bytes.
inline unsigned char const* unsigned_bytes(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data() ? text.data() : "");
}

// Of ASCII alone.
constexpr bool is_digit(char32_t point) { return point >= U'0' && point <= U'9'; }

// Only ASCII letters change, so that the bytes of other letters stay whole. No locale has a say.
constexpr char small_letter(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
constexpr char capital_letter(char letter)
{
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}
std::string small_letters(std::string_view text);
std::string capital_letters(std::string_view text);

// Without those of the blanks that it begins or ends with.
constexpr std::string_view trimmed(std::string_view text, std::string_view blanks)
{
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace kiosk
