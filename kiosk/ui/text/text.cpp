#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace kiosk::ui {

namespace {

// [bytes] About forty screens, laid out and shaped.
constexpr std::size_t kLayoutBudget = 2 << 20;
constexpr std::size_t kParagraphBudget = 3 << 20;

std::size_t bytes_of(ShapedText& shaped)
{
    shaped.glyphs.shrink_to_fit();
    return shaped.glyphs.size() * sizeof(PlacedGlyph) + shaped.text.capacity();
}

std::size_t bytes_of(ShapedParagraph& paragraph)
{
    paragraph.glyphs.shrink_to_fit();
    paragraph.clusters.shrink_to_fit();
    return paragraph.text.capacity() + paragraph.glyphs.size() * sizeof(RunGlyph) +
           paragraph.runs.capacity() * sizeof(GlyphRun) + paragraph.clusters.size() * sizeof(Cluster) +
           paragraph.run_of.capacity() * sizeof(std::size_t);
}

// A piece of a line that runs in one direction: glyphs of one run whose clusters are on the line.
struct Piece {
    std::size_t run;
    std::size_t first_byte, last_byte; // both included
    std::uint8_t level;
};

// Rule L2 of the bidirectional algorithm: from the highest level down, what is at least that high is turned round.
void put_in_visual_order(std::vector<Piece>& pieces)
{
    std::uint8_t highest = 0;
    for (auto const& piece : pieces) highest = std::max(highest, piece.level);
    for (auto level = highest; level > 0; --level)
        for (auto begin = pieces.begin(); begin != pieces.end();) {
            auto const is_high = [level](Piece const& piece) { return piece.level >= level; };
            begin = std::find_if(begin, pieces.end(), is_high);
            auto const end = std::find_if_not(begin, pieces.end(), is_high);
            std::reverse(begin, end);
            begin = end;
        }
}

std::vector<Piece> pieces_of(ShapedParagraph const& paragraph, LinePart const& part)
{
    std::vector<Piece> pieces;
    for (auto i = part.first; i < part.last; ++i) {
        auto const run = paragraph.run_of[i];
        auto const byte = paragraph.clusters[i].byte;
        if (pieces.empty() || pieces.back().run != run)
            pieces.push_back({run, byte, byte, paragraph.runs[run].level});
        else
            pieces.back().last_byte = byte;
    }
    put_in_visual_order(pieces);
    return pieces;
}

// [px] What was measured at a width also fits that width.
constexpr float kTolerance = 0.5F;

// Keys are built for every text of every frame, so values are appended as raw bytes.
template <typename T>
void append(std::string& key, T const& value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    key.append(reinterpret_cast<char const*>(&value), sizeof value);
}

void append_words(std::string& key, std::string_view language, std::string_view text)
{
    append(key, language.size());
    key += language;
    key += text;
}

// "Not sure? Report it." with the space between its sentences become a line's end.
std::string one_sentence_a_line(std::string_view text)
{
    std::string parted(text);
    for (std::size_t i = 1; i + 1 < parted.size(); ++i)
        if (parted[i] == ' ' && (parted[i - 1] == '.' || parted[i - 1] == '?' || parted[i - 1] == '!'))
            parted[i] = '\n';
    return parted;
}

} // namespace

TextEngine::TextEngine(std::vector<std::filesystem::path> const& font_folders, Textures& textures, Problems& problems)
    : fonts_(font_folders, problems),
      atlas_(fonts_, textures),
      paragraphs_(kParagraphBudget),
      shaped_(kLayoutBudget)
{
}

ShapedParagraph const& TextEngine::paragraph(std::string_view text, std::string_view language, Face face)
{
    std::string key;
    append(key, face);
    append_words(key, language, text);
    if (auto const* found = paragraphs_.find(key)) return *found;
    auto shaped = shape_paragraph(fonts_, breaker_, text, language, face, missing_);
    auto const bytes = bytes_of(shaped);
    return paragraphs_.insert(std::move(key), std::move(shaped), bytes);
}

ShapedText const& TextEngine::shape(std::string_view text, std::string_view language, TextStyle const& style,
                                    float width)
{
    key_.clear();
    append(key_, style.face);
    append(key_, style.size);
    append(key_, style.line_height);
    append(key_, style.wrap);
    append(key_, std::floor(width));
    append_words(key_, language, text);
    if (auto const* found = shaped_.find(key_)) return *found;
    auto key = key_;
    auto shaped = lay_out(paragraph(text, language, style.face), style, width);
    if (style.wrap == Wrap::balanced && shaped.lines > 1) shaped = balanced(text, language, style, width);
    auto const bytes = bytes_of(shaped);
    return shaped_.insert(std::move(key), std::move(shaped), bytes);
}

// Each sentence begins a line where that takes no line more. The narrowest width that keeps the number of lines makes
// them as even as they can be.
ShapedText TextEngine::balanced(std::string_view text, std::string_view language, TextStyle const& style, float width)
{
    auto const* whole = &paragraph(text, language, style.face);
    auto shaped = lay_out(*whole, style, width);
    if (auto const parted = one_sentence_a_line(text); parted != text) {
        auto const& sentences = paragraph(parted, language, style.face);
        auto tried = lay_out(sentences, style, width);
        if (tried.lines == shaped.lines && !tried.word_broken) {
            whole = &sentences;
            shaped = std::move(tried);
        }
    }
    float narrow = width / static_cast<float>(shaped.lines) * 0.9F;
    float wide = width;
    while (wide - narrow > style.size / 4) {
        auto const middle = (narrow + wide) / 2;
        auto tried = lay_out(*whole, style, middle);
        if (tried.lines > shaped.lines || tried.word_broken) {
            narrow = middle;
        } else {
            wide = middle;
            shaped = std::move(tried);
        }
    }
    shaped.text = text;
    return shaped;
}

ShapedText TextEngine::lay_out(ShapedParagraph const& paragraph, TextStyle const& style, float width) const
{
    auto const broken = break_lines(paragraph.clusters, (width + kTolerance) / style.size);
    ShapedText shaped;
    shaped.text = paragraph.text;
    shaped.font_size = style.size;
    shaped.word_broken = broken.word_broken;
    shaped.right_to_left = paragraph.right_to_left;
    shaped.lines = static_cast<int>(broken.lines.size());
    auto const line = std::round(style.size * style.line_height);
    auto const ascent = fonts_.ascent(style.face) * style.size;
    auto const descent = fonts_.descent(style.face) * style.size;
    float baseline = std::round((line - ascent - descent) / 2 + ascent);
    for (auto const& part : broken.lines) shaped.size.width = std::max(shaped.size.width, part.width * style.size);
    for (auto const& part : broken.lines) {
        shaped.longest = std::max(shaped.longest, static_cast<int>(part.last - part.first));
        float x = paragraph.right_to_left ? shaped.size.width - part.width * style.size : 0;
        for (auto const& piece : pieces_of(paragraph, part)) {
            auto const& run = paragraph.runs[piece.run];
            for (auto i = run.first; i < run.last; ++i) {
                auto const& glyph = paragraph.glyphs[i];
                if (glyph.cluster < piece.first_byte || glyph.cluster > piece.last_byte) continue;
                shaped.glyphs.push_back(
                    {glyph.font, glyph.glyph, x + glyph.offset_x * style.size, baseline - glyph.offset_y * style.size});
                x += glyph.advance * style.size;
            }
        }
        baseline += line;
    }
    shaped.size.height = line * static_cast<float>(broken.lines.size());
    return shaped;
}

TextStyle TextEngine::fit(std::string_view text, std::string_view language, TextStyle style, Size box, float least)
{
    constexpr float kStepDown = 0.92F;
    // A word that is wider than its line may go lower than the rest would: small is better than cut in two.
    constexpr float kForLongWords = 0.6F;
    for (;;) {
        auto const& shaped = shape(text, language, style, box.width);
        bool const fits =
            shaped.size.height <= box.height && !shaped.word_broken && shaped.size.width <= box.width + kTolerance;
        auto const lowest = shaped.word_broken ? std::floor(least * kForLongWords) : least;
        if (fits || style.size <= lowest) return style;
        style.size = std::max(style.size > least ? least : lowest, std::floor(style.size * kStepDown));
    }
}

void TextEngine::tick()
{
    shaped_.evict();
    paragraphs_.evict();
    atlas_.tick();
}

} // namespace kiosk::ui
