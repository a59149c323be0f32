#include "ui/text/shaped_paragraph.h"
#include "base/emphasis.h"
#include "base/utf8.h"

#include <algorithm>
#include <hb.h>
#include <imgui.h>

namespace kiosk::ui {

namespace {

struct Character {
    char32_t code = 0;
    std::size_t byte = 0;
    bool emphasised = false;
    int font = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    std::uint8_t level = 0;
};

std::vector<Character> read_characters(std::string_view source, std::string& text)
{
    std::vector<Character> characters;
    bool emphasis = false;
    auto const codes = code_points(source);
    auto const stars = classify_stars(codes);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (stars[i] == Star::mark) {
            emphasis = !emphasis;
            continue;
        }
        characters.push_back({codes[i], text.size(), emphasis, 0, HB_SCRIPT_COMMON, 0});
        append_utf8(text, codes[i]);
    }
    return characters;
}

// Marks, joiners and variation selectors stay in the font of what they stand on; spaces in that of what is before them.
bool keeps_font(char32_t code)
{
    auto* unicode = hb_unicode_funcs_get_default();
    auto const category = hb_unicode_general_category(unicode, code);
    return code == U' ' || code == U'\n' || category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT ||
           category == HB_UNICODE_GENERAL_CATEGORY_CONTROL;
}

void find_fonts(Fonts const& fonts, Face face, std::vector<Character>& characters, std::set<char32_t>& missing)
{
    int font = -1;
    for (auto& character : characters) {
        auto const wanted = face == Face::regular && character.emphasised ? Face::semibold : face;
        bool const keeps = keeps_font(character.code) && font >= 0 && fonts.has(font, character.code);
        if (!keeps && !(keeps_font(character.code) && font >= 0 && character.code != U' ')) {
            font = fonts.font_for(wanted, character.code);
            if (!keeps_font(character.code) && !fonts.has(font, character.code)) missing.insert(character.code);
        }
        character.font = std::max(0, font);
    }
}

// Characters of no script get that of the character before them, or at the start that of the first one with a script.
void find_scripts(std::vector<Character>& characters)
{
    auto* unicode = hb_unicode_funcs_get_default();
    auto const is_own = [](hb_script_t script) { return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED; };
    auto before = HB_SCRIPT_COMMON;
    for (auto& character : characters) {
        auto const script = hb_unicode_script(unicode, character.code);
        if (is_own(script)) before = script;
        character.script = before;
    }
    auto const first = std::find_if(characters.begin(), characters.end(),
                                    [&](Character const& character) { return is_own(character.script); });
    if (first == characters.end()) return;
    std::for_each(characters.begin(), first, [&](Character& character) { character.script = first->script; });
}

bool find_levels(std::vector<Character>& characters, std::string_view language)
{
    bool right_to_left = false;
    for (std::size_t begin = 0; begin < characters.size();) {
        auto end = begin;
        std::u32string paragraph;
        while (end < characters.size() && characters[end].code != U'\n') paragraph.push_back(characters[end++].code);
        auto const levels = bidi_levels(paragraph, language);
        for (std::size_t i = begin; i < end; ++i) characters[i].level = levels.of[i - begin];
        right_to_left = right_to_left || levels.right_to_left;
        begin = end + 1;
    }
    return right_to_left;
}

// ImGui's own little font, stretched: what is left when the machine has no fonts.
void shape_built_in(std::vector<Character> const& characters, ShapedParagraph& paragraph)
{
    auto const* font = ImGui::GetIO().Fonts->Fonts[0];
    for (auto const& character : characters) {
        auto const* glyph = font->FindGlyph(static_cast<ImWchar>(character.code));
        paragraph.glyphs.push_back(
            {-1, static_cast<std::uint32_t>(character.code), glyph->AdvanceX / font->FontSize, 0, 0, character.byte});
    }
    paragraph.runs.push_back({0, paragraph.glyphs.size(), 0});
}

void shape_runs(Fonts const& fonts, std::vector<Character> const& characters, std::string_view language,
                ShapedParagraph& paragraph)
{
    auto const belongs = [](Character const& first, Character const& other) {
        return first.font == other.font && first.script == other.script && first.level == other.level;
    };
    for (std::size_t begin = 0; begin < characters.size();) {
        auto end = begin + 1;
        while (end < characters.size() && belongs(characters[begin], characters[end])) ++end;
        auto const last_byte = end < characters.size() ? characters[end].byte : paragraph.text.size();
        GlyphRun run{paragraph.glyphs.size(), 0, characters[begin].level};
        fonts.shape({characters[begin].font, run.level % 2 == 1 ? Direction::right_to_left : Direction::left_to_right,
                     static_cast<std::uint32_t>(characters[begin].script)},
                    paragraph.text, characters[begin].byte, last_byte, language, paragraph.glyphs);
        run.last = paragraph.glyphs.size();
        paragraph.runs.push_back(run);
        begin = end;
    }
}

// After a point, an at sign or a line that stands between letters: dontlookaway.|report.
bool may_split_address(std::string_view text, std::size_t byte)
{
    auto const is_sign = [](char letter) { return letter == '.' || letter == '@' || letter == '_' || letter == '-'; };
    auto const is_plain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    };
    return byte >= 2 && is_sign(text[byte - 1]) && is_plain(text[byte]) && is_plain(text[byte - 2]);
}

void gather_clusters(LineBreaker& breaker, std::string_view language, ShapedParagraph& paragraph)
{
    auto const break_opportunities = breaker.break_opportunities(paragraph.text, language);
    for (std::size_t r = 0; r < paragraph.runs.size(); ++r) {
        auto const& run = paragraph.runs[r];
        auto const first = paragraph.clusters.size();
        for (auto g = run.first; g < run.last; ++g) {
            auto const& glyph = paragraph.glyphs[g];
            if (paragraph.clusters.size() > first && paragraph.clusters.back().byte == glyph.cluster) {
                paragraph.clusters.back().advance += glyph.advance;
                continue;
            }
            auto const letter = paragraph.text[glyph.cluster];
            auto const kind = letter == '\n'  ? Cluster::Kind::newline
                              : letter == ' ' ? Cluster::Kind::space
                                              : Cluster::Kind::letters;
            paragraph.clusters.push_back({glyph.cluster, glyph.advance, kind, break_opportunities[glyph.cluster],
                                          may_split_address(paragraph.text, glyph.cluster)});
        }
        // HarfBuzz gives a run from right to left in the order it stands on the line.
        if (run.level % 2 == 1)
            std::reverse(paragraph.clusters.begin() + static_cast<std::ptrdiff_t>(first), paragraph.clusters.end());
        paragraph.run_of.resize(paragraph.clusters.size(), r);
    }
}

} // namespace

ShapedParagraph shape_paragraph(Fonts const& fonts, LineBreaker& breaker, std::string_view source,
                                std::string_view language, Face face, std::set<char32_t>& missing)
{
    ShapedParagraph paragraph;
    auto characters = read_characters(source, paragraph.text);
    if (fonts.empty()) {
        shape_built_in(characters, paragraph);
    } else {
        find_fonts(fonts, face, characters, missing);
        find_scripts(characters);
        paragraph.right_to_left = find_levels(characters, language);
        shape_runs(fonts, characters, language, paragraph);
    }
    gather_clusters(breaker, language, paragraph);
    return paragraph;
}

} // namespace kiosk::ui
