// Decoding and repairing UTF-8, and the case of its ASCII letters. Every text inside the kiosk is UTF-8; bytes that are
// not become U+FFFD.
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

} // namespace kiosk
