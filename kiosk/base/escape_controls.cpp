#include "base/escape_controls.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kiosk {

namespace {

struct Range {
    char32_t first, last;
};

// Unicode's Cc and Cf, but for what only shapes letters: U+200C and U+200D, which Persian and Hindi need.
constexpr std::array<Range, 14> kNeverRaw{{{0x00, 0x1F},
                                           {0x7F, 0x9F},
                                           {0xAD, 0xAD},
                                           {0x61C, 0x61C},
                                           {0x180E, 0x180E},
                                           {0x200B, 0x200B},
                                           {0x200E, 0x200F},
                                           {0x2028, 0x202E},
                                           {0x2060, 0x2064},
                                           {0x2066, 0x206F},
                                           {0xFEFF, 0xFEFF},
                                           {0xFFF9, 0xFFFB},
                                           {0x1D173, 0x1D17A},
                                           {0xE0000, 0xE007F}}};

bool is_never_raw(char32_t code)
{
    return std::any_of(kNeverRaw.begin(), kNeverRaw.end(),
                       [&](Range const& range) { return code >= range.first && code <= range.last; });
}

} // namespace

std::string escape_controls(std::string_view text)
{
    std::string line;
    line.reserve(text.size());
    for (std::size_t position = 0; position < text.size();) {
        auto const code = next_code_point(text, position);
        if (is_never_raw(code))
            line += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(code));
        else
            append_utf8(line, code);
    }
    return line;
}

} // namespace kiosk
