#include "content/wording/slips.h"
#include "base/utf8.h"
#include "content/keys/placeholders.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kiosk::content {

namespace {

using Slips = std::vector<WordFault>;

std::string utf8_of(std::u32string_view points)
{
    std::string text;
    for (auto const point : points) append_utf8(text, point);
    return text;
}

// "Ã©" and "â€™": bytes of UTF-8 that a program took for letters of Windows (code page 1252).
std::string broken_letter(std::u32string_view points)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        bool const of_two = (points[i] == 0xC3 || points[i] == 0xC2) && points[i + 1] >= 0x80 && points[i + 1] <= 0xBF;
        // After Â a no-break space counts too, as in "Â »". A capital Â before a letter is French.
        bool const of_three = points[i] == 0xE2 && points[i + 1] == 0x20AC;
        if (of_two || of_three) return utf8_of(points.substr(i, of_three ? 3 : 2));
    }
    return {};
}

UScriptCode script_of(char32_t point)
{
    auto status = U_ZERO_ERROR;
    auto const script = uscript_getScript(static_cast<UChar32>(point), &status);
    return U_FAILURE(status) != 0 ? USCRIPT_COMMON : script;
}

bool is_of_no_script(UScriptCode script) { return script == USCRIPT_COMMON || script == USCRIPT_INHERITED; }

// Whether all are Latin letters, or signs of no alphabet: as most texts are, so that nobody need ask of each letter.
bool is_plainly_latin(std::u32string_view points)
{
    constexpr char32_t kAfterLatin = 0x250, kPunctuation = 0x2010, kAfterPunctuation = 0x2030;
    return std::all_of(points.begin(), points.end(), [](char32_t point) {
        return point < kAfterLatin || (point >= kPunctuation && point < kAfterPunctuation);
    });
}

// The first word that mixes Latin letters with those of another alphabet: "isаystop" with a Cyrillic а.
struct Mixed {
    std::string word, letter, alphabet;
};
Mixed mixed_word(std::u32string_view points)
{
    std::u32string word;
    char32_t strange = 0;
    bool latin = false;
    for (std::size_t i = 0; i <= points.size(); ++i) {
        bool const inside = i < points.size() && u_isalpha(static_cast<UChar32>(points[i])) != 0;
        if (inside) {
            word += points[i];
            auto const script = script_of(points[i]);
            latin = latin || script == USCRIPT_LATIN;
            if (script != USCRIPT_LATIN && !is_of_no_script(script) && strange == 0) strange = points[i];
            continue;
        }
        if (latin && strange != 0)
            return {utf8_of(word), utf8_of(std::u32string(1, strange)), uscript_getName(script_of(strange))};
        word.clear();
        strange = 0;
        latin = false;
    }
    return {};
}

// The first letter of another alphabet in a language that is written in Latin letters alone.
std::string strange_letter(std::u32string_view points, Language const& language)
{
    std::array<UScriptCode, 4> scripts{};
    auto status = U_ZERO_ERROR;
    auto const count =
        uscript_getCode(language.c_str(), scripts.data(), static_cast<std::int32_t>(scripts.size()), &status);
    if (U_FAILURE(status) != 0 || count != 1 || scripts.front() != USCRIPT_LATIN) return {};
    for (auto const point : points)
        if (u_isalpha(static_cast<UChar32>(point)) != 0 && script_of(point) != USCRIPT_LATIN &&
            !is_of_no_script(script_of(point)))
            return utf8_of(std::u32string(1, point));
    return {};
}

template <std::size_t count>
bool is_one_of(std::string_view word, std::array<std::string_view, count> const& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "ecpat dot be". The ending "de" is left out: "point de" is common French.
std::string spelt_address(std::vector<std::string> const& words)
{
    constexpr std::array<std::string_view, 5> kDots{"dot", "point", "punt", "punkt", "punto"};
    constexpr std::array<std::string_view, 9> kEndings{"be", "com", "org", "net", "fr", "nl", "eu", "lu", "ch"};
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (is_one_of(words[i], kDots) && is_one_of(words[i + 1], kEndings))
            return words[i - 1] + " " + words[i] + " " + words[i + 1];
    return {};
}

// "?tranger", "fran?ais": a letter was lost. A '?' before anything but a lower-case letter is a question.
bool lost_a_letter(std::u32string_view points)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        if (points[i] == U'?' && u_islower(static_cast<UChar32>(points[i + 1])) != 0) return true;
    return false;
}

// "_words_", "• ", "[…]": what another program, or a note to a colleague, left in a text.
std::string stray_sign(std::string_view text)
{
    for (std::string_view const bullet : {"• ", "· ", "- ", "– ", "— ", "* ", "▪ ", "o "})
        if (text.starts_with(bullet)) return std::string(bullet.substr(0, bullet.size() - 1));
    if (auto const dot = text.find(". "); dot != std::string_view::npos && dot > 0 && dot <= 2 &&
                                          text.substr(0, dot).find_first_not_of("0123456789") == std::string_view::npos)
        return std::string(text.substr(0, dot + 1));
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const begins = i == 0 || text[i - 1] == ' ';
        if (text[i] == '[' || text[i] == ']') return std::string(1, text[i]);
        if (text[i] == '_' && begins && i + 1 < text.size() && text[i + 1] != ' ') return "_";
    }
    return {};
}

} // namespace

std::string joined_sentences(std::string_view text)
{
    auto const is_within = [&](std::size_t dot) { return dot + 1 < text.size() && text[dot + 1] != ' '; };
    auto dot = text.find('.');
    while (dot != std::string_view::npos && !is_within(dot)) dot = text.find('.', dot + 1);
    if (dot == std::string_view::npos) return {}; // as in most texts
    auto const points = code_points(text);
    for (std::size_t i = 1; i + 2 < points.size(); ++i) {
        auto const is = [&](std::size_t at, auto test) { return test(static_cast<UChar32>(points[at])) != 0; };
        if (points[i] != U'.' || !is(i - 1, u_isalnum) || !is(i + 1, u_isupper) || !is(i + 2, u_islower)) continue;
        auto begin = i, end = i + 1;
        while (begin > 0 && is(begin - 1, u_isalnum)) --begin;
        while (end < points.size() && is(end, u_isalnum)) ++end;
        return utf8_of(std::u32string_view(points).substr(begin, end - begin));
    }
    return {};
}

std::vector<WordFault> find_slips(TextToCheck const& text, ShortNumbers const& numbers)
{
    Slips slips;
    auto const points = code_points(text.words);
    if (auto const broken = broken_letter(points); !broken.empty())
        slips.push_back(
            {fmt::format("this text has '{}', which a letter became when it was saved in another encoding", broken),
             "type the word anew, with its accent or its quote"});
    bool const latin = is_plainly_latin(points);
    if (auto const mixed = latin ? Mixed() : mixed_word(points); !mixed.word.empty())
        slips.push_back({fmt::format("'{}' of the word '{}' is a letter of another alphabet ({})", mixed.letter,
                                     mixed.word, mixed.alphabet),
                         "type the word anew: it only looks right"});
    else if (auto const letter = latin ? std::string() : strange_letter(points, text.language); !letter.empty())
        slips.push_back({fmt::format("this text has a letter of another alphabet: '{}'", letter),
                         "write it in the letters of this language"});
    if (text.words.find("  ") != std::string_view::npos)
        slips.push_back({"this text has two blanks, one behind the other", "take one out", true, Severity::warning});
    if (text.kind == TextRole::source) return slips;
    if (lost_a_letter(points))
        slips.push_back({"this text has a '?' where a letter was lost", "type the word anew, with its accent"});
    else if (auto const sign = stray_sign(text.words); !sign.empty())
        slips.push_back({fmt::format("this text has a '{}' that would be shown as it stands", sign),
                         "take it out; the kiosk sets points and stresses by itself"});
    auto const nameless = without_names(text.words);
    if (auto const spelt = spelt_address(spoken_words(nameless)); !spelt.empty())
        slips.push_back({fmt::format("this text spells an address: '{}'", spelt),
                         "write {channel.be-form.address}, with the channel that has it: addresses are in "
                         "reporting/channels.toml only"});
    if (auto const number = called_number(nameless, numbers); !number.empty()) {
        auto const reference = numbers.reference(number);
        slips.push_back({fmt::format("this text says to call '{}'", number),
                         reference.empty()
                             ? std::string("take the number out: numbers are in reporting/places.toml and "
                                           "channels.toml only, and a text refers to them, as in "
                                           "{emergency.BE.112}")
                             : fmt::format("write {} in its place: numbers are in reporting/places.toml "
                                           "and channels.toml only",
                                           reference)});
    }
    return slips;
}

} // namespace kiosk::content
