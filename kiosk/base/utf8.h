// Decoding and repairing UTF-8. Every text inside the kiosk is UTF-8; bytes that are not become U+FFFD.
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

} // namespace kiosk
