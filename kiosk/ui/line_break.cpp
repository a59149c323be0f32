#include "ui/line_break.h"
#include "base/utf8.h"

#include <optional>

namespace kiosk::ui {

namespace {

char32_t character_at(std::string_view text, std::size_t byte)
{
    return byte < text.size() ? next_code_point(text, byte) : U'\0';
}

bool is_space(char32_t character) { return character == U' ' || character == U'\n'; }

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

} // namespace

bool may_break_after(char32_t character, char32_t next)
{
    static constexpr std::u32string_view kNeverBefore = U" .,;:!?)]}»”’…%\u00A0\u202F";
    if (kNeverBefore.find(next) != std::u32string_view::npos) return false;
    switch (character) {
    case U' ':
    case U'\u200B': return true;
    case U'-':
    case U'/': return !is_digit(next);
    case U'–':
    case U'—': return true;
    default: return false;
    }
}

BrokenLines break_lines(std::string_view text, std::vector<RunGlyph> const& run, float size, float width)
{
    BrokenLines broken;
    LinePart line;
    float x = 0;
    struct Chance {
        std::size_t glyph; // the first of the next line
        float width;
    };
    std::optional<Chance> chance;
    auto const end_line = [&](std::size_t next, float line_width) {
        line.last = next;
        line.width = line_width;
        broken.lines.push_back(line);
        line.first = next;
        chance.reset();
    };
    float inked = 0; // width up to the last character that is not a space
    for (std::size_t i = 0; i < run.size(); ++i) {
        auto const character = character_at(text, run[i].cluster);
        if (character == U'\n') {
            end_line(i + 1, inked);
            x = inked = 0;
            continue;
        }
        auto const advance = run[i].advance * size;
        // Half a pixel of grace, so that what was measured at a width also fits that width.
        if (!is_space(character) && x + advance > width + 0.5F && i > line.first) {
            auto const start = chance ? chance->glyph : i;
            if (!chance) broken.word_broken = true;
            auto const line_width = chance ? chance->width : inked;
            end_line(start, line_width);
            x = 0;
            for (auto j = start; j < i; ++j) x += run[j].advance * size;
        }
        x += advance;
        if (!is_space(character)) inked = x;
        auto const next_byte = i + 1 < run.size() ? run[i + 1].cluster : text.size();
        if (next_byte != run[i].cluster && may_break_after(character, character_at(text, next_byte)))
            chance = Chance{i + 1, inked};
    }
    end_line(run.size(), inked);
    if (x > width + 0.5F && inked > width + 0.5F) broken.word_broken = true;
    return broken;
}

} // namespace kiosk::ui
