#include "base/utf8.h"

#include <utility>

namespace kiosk {

namespace {

struct Lead {
    int length;
    char32_t bits;
    char32_t smallest;
};

Lead read_lead(unsigned char byte)
{
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
    return {0, 0, 0};
}

// U+FFFD and a step of one byte for anything malformed, so that a walk always ends.
std::pair<char32_t, std::size_t> decode(std::string_view text, std::size_t position)
{
    auto const lead = read_lead(static_cast<unsigned char>(text[position]));
    auto const length = static_cast<std::size_t>(lead.length);
    if (length == 0 || position + length > text.size()) return {kReplacementCharacter, 1};
    char32_t code = lead.bits;
    for (std::size_t i = 1; i < length; ++i) {
        auto const byte = static_cast<unsigned char>(text[position + i]);
        if ((byte & 0xC0U) != 0x80U) return {kReplacementCharacter, 1};
        code = (code << 6U) | (byte & 0x3FU);
    }
    bool const surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < lead.smallest || code > 0x10FFFF || surrogate) return {kReplacementCharacter, 1};
    return {code, length};
}

} // namespace

char32_t next_code_point(std::string_view text, std::size_t& position)
{
    auto const [code, length] = decode(text, position);
    position += length;
    return code;
}

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) points.push_back(next_code_point(text, position));
    return points;
}

void append_utf8(std::string& text, char32_t code)
{
    auto const put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

bool is_valid_utf8(std::string_view text)
{
    // Most of what is asked about is plain ASCII; a loop without an end in its middle is done many bytes at a time.
    unsigned char all = 0;
    for (char const byte : text) all |= static_cast<unsigned char>(byte);
    if (all < 0x80) return true;
    for (std::size_t position = 0; position < text.size();) {
        auto const [code, length] = decode(text, position);
        if (code == kReplacementCharacter && length == 1) return false;
        position += length;
    }
    return true;
}

std::size_t count_code_points(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t position = 0; position < text.size(); ++count) next_code_point(text, position);
    return count;
}

std::string small_letters(std::string_view text)
{
    std::string small(text);
    for (auto& letter : small) letter = small_letter(letter);
    return small;
}

std::string capital_letters(std::string_view text)
{
    std::string capitals(text);
    for (auto& letter : capitals) letter = capital_letter(letter);
    return capitals;
}

} // namespace kiosk
