#include "content/word_slips.h"
#include "base/utf8.h"
#include "content/placeholders.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
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
        // After Â also a blank that breaks no line, as in "Â »"; a capital Â before a letter is one of French.
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

// A letter of another alphabet in a language that is written in Latin letters alone.
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

// Words and numbers in small letters, with what stands between them left out.
std::vector<std::string> spoken_words(std::string_view text)
{
    std::vector<std::string> words;
    bool inside = false;
    for (char const byte : text) {
        bool const letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                            (byte >= '0' && byte <= '9') || (static_cast<unsigned char>(byte) >= 0x80);
        if (letter && !inside) words.emplace_back();
        if (letter) words.back() += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        inside = letter;
    }
    return words;
}

bool is_all_digits(std::string_view word) { return !word.empty() && word.find_first_not_of("0123456789") == word.npos; }

template <std::size_t count>
bool is_one_of(std::string_view word, std::array<std::string_view, count> const& list)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "ecpat dot be". Not "point de", which is French for much else.
std::string spelt_address(std::vector<std::string> const& words)
{
    constexpr std::array<std::string_view, 5> kDots{"dot", "point", "punt", "punkt", "punto"};
    constexpr std::array<std::string_view, 9> kEndings{"be", "com", "org", "net", "fr", "nl", "eu", "lu", "ch"};
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        if (is_one_of(words[i], kDots) && is_one_of(words[i + 1], kEndings))
            return words[i - 1] + " " + words[i] + " " + words[i + 1];
    return {};
}

// "Call 117": a short number that a word nearby says to dial; and "1-1-2".
std::string called_number(std::vector<std::string> const& words, std::set<std::string> const& emergency)
{
    constexpr std::array<std::string_view, 17> kCalls{"call",   "dial",   "phone", "appelez", "appeler", "composez",
                                                      "faites", "bel",    "belt",  "bellen",  "ruf",     "rufen",
                                                      "ruft",   "wählen", "wählt", "anrufen", "tel"};
    constexpr std::size_t kNear = 3; // words
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_all_digits(words[i])) continue;
        std::string spelt;
        for (std::size_t k = i; k < words.size() && k < i + kNear && words[k].size() == 1 && is_all_digits(words[k]);
             ++k)
            spelt += words[k];
        if (emergency.contains(spelt)) return spelt;
        bool const is_short = words[i].size() >= 2 && words[i].size() <= 4;
        bool const is_year = words[i].size() == 4 && (words[i].starts_with("19") || words[i].starts_with("20"));
        for (std::size_t back = 1; is_short && !is_year && back <= std::min(i, kNear); ++back)
            if (is_one_of(words[i - back], kCalls)) return words[i];
    }
    return {};
}

} // namespace

std::vector<WordFault> slips_of(TextToJudge const& text, std::set<std::string> const& emergency)
{
    Slips slips;
    auto const points = code_points(text.words);
    if (auto const broken = broken_letter(points); !broken.empty())
        slips.push_back(
            {fmt::format("this text has '{}', which a letter became when it was saved in another encoding", broken),
             "type the word anew, with its accent or its quote"});
    if (auto const mixed = mixed_word(points); !mixed.word.empty())
        slips.push_back({fmt::format("'{}' of the word '{}' is a letter of another alphabet ({})", mixed.letter,
                                     mixed.word, mixed.alphabet),
                         "type the word anew: it only looks right"});
    else if (auto const letter = strange_letter(points, text.language); !letter.empty())
        slips.push_back({fmt::format("this text has a letter of another alphabet: '{}'", letter),
                         "write it in the letters of this language"});
    if (text.words.find("  ") != std::string_view::npos)
        slips.push_back({"this text has two blanks, one behind the other", "take one out", true, Severity::warning});
    if (text.kind == TextOf::source) return slips;
    auto const words = spoken_words(without_names(text.words));
    if (auto const spelt = spelt_address(words); !spelt.empty())
        slips.push_back({fmt::format("this text spells an address: '{}'", spelt),
                         "write {channel.be-form.address}, with the channel that has it: addresses are in "
                         "reporting/channels.toml only"});
    if (auto const number = called_number(words, emergency); !number.empty())
        slips.push_back({fmt::format("this text says to call '{}'", number),
                         fmt::format("write a reference in its place, as {{emergency.BE.{}}}: numbers are in "
                                     "reporting/places.toml and channels.toml only",
                                     emergency.contains(number) ? number : "112")});
    return slips;
}

} // namespace kiosk::content
