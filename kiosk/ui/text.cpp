#include "ui/text.h"
#include "base/utf8.h"
#include "ui/line_break.h"

#include <cmath>
#include <fmt/format.h>
#include <imgui.h>

namespace kiosk::ui {

namespace {

constexpr std::size_t kMostShaped = 4000; // texts kept; about 20 screens in four languages

struct Marked {
    std::string text;             // without the stars
    std::vector<bool> emphasised; // by byte
};

Marked take_marks(std::string_view source)
{
    Marked marked;
    bool emphasis = false;
    for (char const letter : source) {
        if (letter == '*') {
            emphasis = !emphasis;
            continue;
        }
        marked.text.push_back(letter);
        marked.emphasised.push_back(emphasis);
    }
    return marked;
}

// ImGui's own little font, stretched: what is left when the machine has no fonts.
void shape_built_in(std::string_view text, std::vector<RunGlyph>& glyphs)
{
    auto const* font = ImGui::GetIO().Fonts->Fonts[0];
    for (std::size_t position = 0; position < text.size();) {
        auto const cluster = position;
        auto const code = next_code_point(text, position);
        auto const* glyph = font->FindGlyph(static_cast<ImWchar>(code));
        glyphs.push_back({-1, static_cast<std::uint32_t>(code), glyph->AdvanceX / font->FontSize, 0, 0, cluster});
    }
}

} // namespace

TextEngine::TextEngine(std::vector<std::filesystem::path> const& font_folders, Textures& textures, Problems& problems)
    : fonts_(font_folders, problems),
      atlas_(fonts_, textures)
{
}

ShapedText const& TextEngine::shape(std::string_view text, std::string_view language, TextStyle const& style,
                                    float width)
{
    auto key = fmt::format("{}|{}|{}|{}|{}|{}|{}", static_cast<int>(style.face), style.size, style.line_height,
                           static_cast<int>(style.wrap), std::floor(width), language, text);
    if (auto const found = shaped_.find(key); found != shaped_.end()) return found->second;
    auto shaped = lay_out(text, language, style, width);
    if (style.wrap == Wrap::balanced && shaped.lines > 1) {
        // The narrowest width that keeps the number of lines makes them as even as they can be.
        float narrow = width / static_cast<float>(shaped.lines) * 0.9F;
        float wide = width;
        while (wide - narrow > style.size / 4) {
            auto const middle = (narrow + wide) / 2;
            auto tried = lay_out(text, language, style, middle);
            if (tried.lines > shaped.lines || tried.word_broken) {
                narrow = middle;
            } else {
                wide = middle;
                shaped = std::move(tried);
            }
        }
    }
    return shaped_.emplace(std::move(key), std::move(shaped)).first->second;
}

ShapedText TextEngine::lay_out(std::string_view source, std::string_view language, TextStyle const& style, float width)
{
    auto const marked = take_marks(source);
    std::vector<RunGlyph> run;
    ++shapings_;
    if (fonts_.empty()) {
        shape_built_in(marked.text, run);
    } else {
        auto const font_at = [&](std::size_t byte, char32_t code) {
            auto const face = style.face == Face::regular && marked.emphasised[byte] ? Face::semibold : style.face;
            return fonts_.font_for(face, code);
        };
        std::size_t begin = 0;
        int font = -1;
        for (std::size_t position = 0; position < marked.text.size();) {
            auto const at = position;
            auto const code = next_code_point(marked.text, position);
            // A newline is no glyph of any font, and a run must not change font for a space.
            auto const wanted = code == U'\n' || (code == U' ' && font >= 0) ? font : font_at(at, code);
            if (wanted == font) continue;
            if (at > begin) fonts_.shape(std::max(font, 0), marked.text, begin, at, language, run);
            begin = at;
            font = wanted;
        }
        if (begin < marked.text.size())
            fonts_.shape(std::max(font, 0), marked.text, begin, marked.text.size(), language, run);
    }

    auto const broken = break_lines(marked.text, run, style.size, width);
    ShapedText shaped;
    shaped.font_size = style.size;
    shaped.word_broken = broken.word_broken;
    shaped.lines = static_cast<int>(broken.lines.size());
    auto const line = std::round(style.size * style.line_height);
    auto const ascent = fonts_.ascent(style.face) * style.size;
    auto const descent = fonts_.descent(style.face) * style.size;
    float baseline = std::round((line - ascent - descent) / 2 + ascent);
    for (auto const& part : broken.lines) {
        float x = 0;
        for (auto i = part.first; i < part.last; ++i) {
            auto const& glyph = run[i];
            if (marked.text[glyph.cluster] != '\n')
                shaped.glyphs.push_back(
                    {glyph.font, glyph.glyph, x + glyph.offset_x * style.size, baseline - glyph.offset_y * style.size});
            x += glyph.advance * style.size;
        }
        shaped.size.width = std::max(shaped.size.width, part.width);
        baseline += line;
    }
    shaped.size.height = line * static_cast<float>(broken.lines.size());
    return shaped;
}

TextStyle TextEngine::fit(std::string_view text, std::string_view language, TextStyle style, Size box, float least)
{
    constexpr float kStepDown = 0.92F;
    for (;;) {
        auto const& shaped = shape(text, language, style, box.width);
        bool const fits = shaped.size.height <= box.height && !shaped.word_broken && shaped.size.width <= box.width;
        if (fits || style.size <= least) return style;
        style.size = std::max(least, std::floor(style.size * kStepDown));
    }
}

void TextEngine::tend()
{
    if (shaped_.size() > kMostShaped) shaped_.clear();
    atlas_.tend();
}

} // namespace kiosk::ui
