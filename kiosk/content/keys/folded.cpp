#include "content/keys/folded.h"
#include "base/utf8.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

namespace kiosk::content {

namespace {

using Letters = std::basic_string<UChar>;

Letters normalized(UNormalizer2 const* form, Letters const& text)
{
    Letters result(text.size() * 2 + 16, u'\0');
    for (int tries = 0; tries < 2; ++tries) {
        UErrorCode fault = U_ZERO_ERROR;
        auto const length = unorm2_normalize(form, text.data(), static_cast<std::int32_t>(text.size()), result.data(),
                                             static_cast<std::int32_t>(result.size()), &fault);
        result.resize(static_cast<std::size_t>(std::max(0, length)));
        if (U_SUCCESS(fault) != 0) return result;
        if (fault != U_BUFFER_OVERFLOW_ERROR) break;
    }
    return text;
}

Letters utf16_of(std::string_view text)
{
    Letters letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const point = next_code_point(text, at);
        if (point > 0xFFFF) {
            letters.push_back(static_cast<UChar>(U16_LEAD(point)));
            letters.push_back(static_cast<UChar>(U16_TRAIL(point)));
        } else {
            letters.push_back(static_cast<UChar>(point));
        }
    }
    return letters;
}

// Letters that NFD does not decompose, though readers do.
void append_letter(std::string& result, char32_t point)
{
    switch (point) {
    case U'æ': result += "ae"; return;
    case U'œ': result += "oe"; return;
    case U'ø': result += 'o'; return;
    case U'ł': result += 'l'; return;
    case U'đ': result += 'd'; return;
    case U'ı': result += 'i'; return;
    default: append_utf8(result, point);
    }
}

// Straight, curved, of a typewriter: "d'enfants".
bool is_apostrophe(char32_t point)
{
    return point == U'\'' || point == U'\u2019' || point == U'\u2018' || point == U'\u02BC' || point == U'`' ||
           point == U'\u00B4';
}

bool is_left_out(char32_t point)
{
    auto const code = static_cast<UChar32>(point);
    return point == U'*' || is_apostrophe(point) || u_isUWhiteSpace(code) != 0 ||
           u_hasBinaryProperty(code, UCHAR_DASH) != 0 || u_charType(code) == U_NON_SPACING_MARK ||
           u_charType(code) == U_FORMAT_CHAR || u_charType(code) == U_CONTROL_CHAR;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// folded() without ICU, for speed: most texts of some languages are ASCII.
std::string folded_ascii(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (char const letter : text)
        if (letter > ' ' && letter != '-' && letter != '*' && letter != '\'' && letter != '`' && letter != '\x7F')
            result += small_letter(letter);
    return result;
}

} // namespace

std::string folded(std::string_view text)
{
    if (is_ascii(text)) return folded_ascii(text);
    UErrorCode fault = U_ZERO_ERROR;
    static auto const* const kFold = unorm2_getNFKCCasefoldInstance(&fault);
    static auto const* const kApart = unorm2_getNFDInstance(&fault);
    auto const letters = normalized(kApart, normalized(kFold, utf16_of(text)));
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < letters.size();) {
        UChar32 point = 0;
        U16_NEXT(letters, at, letters.size(), point);
        if (!is_left_out(static_cast<char32_t>(point))) append_letter(result, static_cast<char32_t>(point));
    }
    return result;
}

std::string compatible(std::string_view text)
{
    if (is_ascii(text)) return std::string(text);
    UErrorCode fault = U_ZERO_ERROR;
    static auto const* const kCompatible = unorm2_getNFKCInstance(&fault);
    auto const letters = normalized(kCompatible, utf16_of(text));
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < letters.size();) {
        UChar32 point = 0;
        U16_NEXT(letters, at, letters.size(), point);
        append_utf8(result, static_cast<char32_t>(point));
    }
    return result;
}

std::vector<std::string> folded_ways(std::string_view term)
{
    std::vector<std::string> ways{folded(term)};
    std::string spelt;
    for (auto const point : code_points(term)) {
        switch (point) {
        case U'ä': spelt += "ae"; break;
        case U'ö': spelt += "oe"; break;
        case U'ü': spelt += "ue"; break;
        default: append_utf8(spelt, point);
        }
    }
    if (auto other = folded(spelt); other != ways.front()) ways.push_back(std::move(other));
    return ways;
}

} // namespace kiosk::content
