#include "content/word_slips.h"
#include "base/utf8.h"
#include "content/placeholders.h"

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

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// "_words_", "?tranger", "• ", "[…]": what another program, or a note to a colleague, left in a text.
std::string stray_sign(std::string_view text)
{
    auto const letter = [](char byte) { return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80; };
    for (std::string_view const bullet : {"• ", "· ", "- ", "– ", "— ", "* ", "▪ ", "o "})
        if (text.starts_with(bullet)) return std::string(bullet.substr(0, bullet.size() - 1));
    if (auto const dot = text.find(". "); dot != std::string_view::npos && dot > 0 && dot <= 2 &&
                                          text.substr(0, dot).find_first_not_of("0123456789") == std::string_view::npos)
        return std::string(text.substr(0, dot + 1));
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const begins = i == 0 || text[i - 1] == ' ';
        if (text[i] == '[' || text[i] == ']') return std::string(1, text[i]);
        if (text[i] == '_' && i + 1 < text.size() && begins && letter(text[i + 1])) return "_";
        if (text[i] == '?' && i + 1 < text.size() && letter(text[i + 1])) return "?";
    }
    return {};
}

bool begins_one_of(std::string_view word, std::span<std::string_view const> stems)
{
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

// A word that says to dial what follows, in any of its forms.
bool says_to_dial(std::string_view word)
{
    static constexpr std::string_view kWhole[] = {"call",   "calls",  "dial",   "phone",    "ring", "text",
                                                  "faites", "formez", "sonnez", "bel",      "belt", "ruf",
                                                  "ruft",   "rufen",  "tel",    "t\u00E9l", "sms",  "gsm"};
    static constexpr std::string_view kStems[] = {
        "appel", "compos", "t\u00E9l\u00E9phon", "telephon", "telefo",  "bellen",
        "opbel", "anruf",  "w\u00E4hl",          "hotline",  "helpline"};
    return std::find(std::begin(kWhole), std::end(kWhole), word) != std::end(kWhole) || begins_one_of(word, kStems);
}

// A word before a number that somebody can call: "Au 17", "Ligne 116".
bool leads_to_a_number(std::string_view word)
{
    static constexpr std::string_view kWhole[] = {"le",     "au",    "num\u00E9ro", "numero", "nummer",
                                                  "number", "ligne", "lijn",        "line"};
    static constexpr std::string_view kStems[] = {"signal", "meld"};
    return std::find(std::begin(kWhole), std::end(kWhole), word) != std::end(kWhole) || begins_one_of(word, kStems);
}

// "15 ans", "15 minutes": what a number before it counts, and does not call.
bool is_counted(std::string_view word)
{
    static constexpr std::string_view kStems[] = {
        "ans",      "ann\u00E9e", "mois",      "jour",      "heure",     "minute",   "seconde",     "fois",
        "enfant",   "personne",   "pays",      "euro",      "pour",      "km",       "kilom",       "langue",
        "question", "year",       "month",     "day",       "hour",      "second",   "time",        "child",
        "people",   "person",     "countr",    "percent",   "language",  "jaar",     "maand",       "dag",
        "uur",      "keer",       "kind",      "mensen",    "landen",    "procent",  "talen",       "vragen",
        "jahr",     "monat",      "tag",       "stunde",    "mal",       "person",   "l\u00E4nder", "prozent",
        "sprache",  "frage",      "januar",    "februar",   "m\u00E4rz", "april",    "mai",         "juni",
        "juli",     "august",     "september", "oktober",   "november",  "dezember", "janvier",     "f\u00E9vrier",
        "mars",     "juin",       "juillet",   "ao\u00FBt", "septembre", "octobre",  "novembre",    "d\u00E9cembre",
        "january",  "february",   "march",     "may",       "june",      "july",     "october",     "december",
        "maart",    "mei",        "augustus"};
    // "15 pour cent", not "15 pour la police".
    return word != "pour" && begins_one_of(word, kStems);
}

// "Call 117", "Ligne 116": a short number that a word nearby says to dial; and "1-1-2".
std::string called_number(std::vector<std::string> const& words, ShortNumbers const& numbers)
{
    constexpr std::size_t kNear = 3; // words
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!is_all_digits(words[i])) continue;
        std::string spelt;
        for (std::size_t k = i; k < words.size() && k < i + kNear && words[k].size() == 1 && is_all_digits(words[k]);
             ++k)
            spelt += words[k];
        if (numbers.emergency.contains(spelt)) return spelt;
        bool const is_short = words[i].size() >= 2 && words[i].size() <= 4;
        bool const is_year = words[i].size() == 4 && (words[i].starts_with("19") || words[i].starts_with("20"));
        if (!is_short || is_year || (i + 1 < words.size() && is_counted(words[i + 1]))) continue;
        for (std::size_t back = 1; back <= std::min(i, kNear); ++back)
            if (says_to_dial(words[i - back])) return words[i];
        if (i > 0 && numbers.called.contains(words[i]) &&
            (leads_to_a_number(words[i - 1]) || (i > 1 && leads_to_a_number(words[i - 2]))))
            return words[i];
    }
    return {};
}

} // namespace

std::vector<WordFault> slips_of(TextToJudge const& text, ShortNumbers const& numbers)
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
    if (auto const sign = stray_sign(text.words); !sign.empty())
        slips.push_back({fmt::format("this text has a '{}' that would be shown as it stands", sign),
                         sign == "?" ? "type the word anew: a letter was lost"
                                     : "take it out; the kiosk sets points and stresses by itself"});
    auto const words = spoken_words(without_names(text.words));
    if (auto const spelt = spelt_address(words); !spelt.empty())
        slips.push_back({fmt::format("this text spells an address: '{}'", spelt),
                         "write {channel.be-form.address}, with the channel that has it: addresses are in "
                         "reporting/channels.toml only"});
    if (auto const number = called_number(words, numbers); !number.empty()) {
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
