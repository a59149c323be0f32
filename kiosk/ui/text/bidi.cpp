#include "ui/text/bidi.h"
#include "base/utf8.h"

#include <algorithm>
#include <fribidi.h>
#include <map>
#include <string>
#include <unicode/uloc.h>

namespace kiosk::ui {

namespace {

bool has_right_to_left(std::vector<FriBidiCharType> const& types)
{
    return std::any_of(types.begin(), types.end(), [](FriBidiCharType type) {
        return FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT(type) || type == FRIBIDI_TYPE_AN;
    });
}

// A space between digits belongs to the number; a plus before it, too.
void keep_numbers_whole(std::u32string_view text, std::vector<FriBidiCharType>& types)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        bool const between = i > 0 && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        if (between && (text[i] == U' ' || text[i] == U'\u00A0' || text[i] == U'\u202F')) types[i] = FRIBIDI_TYPE_EN;
        if (text[i] == U'+' && is_digit(text[i + 1])) types[i] = FRIBIDI_TYPE_EN;
    }
}

} // namespace

bool is_right_to_left(std::string_view language)
{
    // Known from then on: ICU walks through its list of all languages, and each frame asks.
    thread_local std::map<std::string, bool, std::less<>> known;
    auto found = known.find(language);
    if (found == known.end())
        found = known.emplace(language, uloc_isRightToLeft(std::string(language).c_str()) != 0).first;
    return found->second;
}

BidiLevels bidi_levels(std::u32string_view paragraph, std::string_view language)
{
    BidiLevels levels{std::vector<std::uint8_t>(paragraph.size(), 0), false};
    std::vector<FriBidiChar> const characters(paragraph.begin(), paragraph.end());
    auto const count = static_cast<FriBidiStrIndex>(characters.size());
    std::vector<FriBidiCharType> types(characters.size());
    fribidi_get_bidi_types(characters.data(), count, types.data());
    if (!has_right_to_left(types)) return levels;
    keep_numbers_whole(paragraph, types);
    std::vector<FriBidiBracketType> brackets(characters.size());
    fribidi_get_bracket_types(characters.data(), count, types.data(), brackets.data());
    FriBidiParType base = is_right_to_left(language) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_WLTR;
    std::vector<FriBidiLevel> found(characters.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, found.data()) == 0)
        return levels; // nothing but a lack of memory; the text is then drawn in its own order
    levels.right_to_left = FRIBIDI_IS_RTL(base);
    std::transform(found.begin(), found.end(), levels.of.begin(),
                   [](FriBidiLevel level) { return static_cast<std::uint8_t>(std::max<int>(0, level)); });
    return levels;
}

} // namespace kiosk::ui
