#include "toml/values.h"
#include "base/utf8.h"
#include "toml/quote_signs.h"
#include "toml/scan_lines.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

namespace kiosk::toml {

namespace {

struct NumberWord {
    std::string_view word;
    int number;
};

// Numbers that people write out where digits belong, in the kiosk's languages.
constexpr std::array kNumberWords = std::to_array<NumberWord>({{"one", 1},
                                                               {"two", 2},
                                                               {"three", 3},
                                                               {"four", 4},
                                                               {"five", 5},
                                                               {"six", 6},
                                                               {"seven", 7},
                                                               {"eight", 8},
                                                               {"nine", 9},
                                                               {"ten", 10},
                                                               {"twelve", 12},
                                                               {"fifteen", 15},
                                                               {"twenty", 20},
                                                               {"thirty", 30},
                                                               {"forty", 40},
                                                               {"fifty", 50},
                                                               {"sixty", 60},
                                                               {"seventy", 70},
                                                               {"eighty", 80},
                                                               {"ninety", 90},
                                                               {"un", 1},
                                                               {"deux", 2},
                                                               {"trois", 3},
                                                               {"quatre", 4},
                                                               {"cinq", 5},
                                                               {"sept", 7},
                                                               {"huit", 8},
                                                               {"neuf", 9},
                                                               {"dix", 10},
                                                               {"douze", 12},
                                                               {"quinze", 15},
                                                               {"vingt", 20},
                                                               {"trente", 30},
                                                               {"quarante", 40},
                                                               {"cinquante", 50},
                                                               {"soixante", 60},
                                                               {"septante", 70},
                                                               {"nonante", 90},
                                                               {"soixante-dix", 70},
                                                               {"quatre-vingts", 80},
                                                               {"een", 1},
                                                               {"twee", 2},
                                                               {"drie", 3},
                                                               {"vier", 4},
                                                               {"vijf", 5},
                                                               {"zes", 6},
                                                               {"zeven", 7},
                                                               {"acht", 8},
                                                               {"negen", 9},
                                                               {"tien", 10},
                                                               {"twaalf", 12},
                                                               {"vijftien", 15},
                                                               {"twintig", 20},
                                                               {"dertig", 30},
                                                               {"veertig", 40},
                                                               {"vijftig", 50},
                                                               {"zestig", 60},
                                                               {"zeventig", 70},
                                                               {"tachtig", 80},
                                                               {"negentig", 90},
                                                               {"eins", 1},
                                                               {"zwei", 2},
                                                               {"drei", 3},
                                                               {"fünf", 5},
                                                               {"sechs", 6},
                                                               {"sieben", 7},
                                                               {"neun", 9},
                                                               {"zehn", 10},
                                                               {"zwölf", 12},
                                                               {"zwanzig", 20},
                                                               {"dreißig", 30},
                                                               {"vierzig", 40},
                                                               {"fünfzig", 50},
                                                               {"sechzig", 60},
                                                               {"siebzig", 70},
                                                               {"achtzig", 80},
                                                               {"neunzig", 90},
                                                               {"quatre-vingt-dix", 90}});

constexpr std::array<std::string_view, 10> kYes{"yes", "oui", "ja", "vrai", "waar", "wahr", "on", "aan", "an", "si"};
constexpr std::array<std::string_view, 11> kNo{"no",     "non",  "nee", "nein", "faux", "onwaar",
                                               "falsch", "vals", "off", "uit",  "aus"};

bool holds_only(std::string_view text, std::string_view letters)
{
    return text.find_first_not_of(letters) == std::string_view::npos;
}

// No number or day is longer, [bytes]; std::regex takes some of the stack for each of them.
constexpr std::size_t kLongestBare = 64;

bool is_of_form(std::string_view text, std::regex const& form)
{
    if (text.size() > kLongestBare) return false;
    return std::regex_match(text.begin(), text.end(), form);
}

template <std::size_t count>
bool holds_word(std::array<std::string_view, count> const& words, std::string const& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::optional<int> guess_number(std::string_view text)
{
    constexpr std::size_t kMostDigits = 6;
    text = trimmed_line(text);
    auto const small = small_letters(text);
    for (auto const& [word, number] : kNumberWords)
        if (small == word) return number;
    // An O is next to the 0, and a unit stands behind the digits.
    auto const end = std::min(text.find_first_not_of("0123456789Oo"), text.size());
    if (end == 0 || end > kMostDigits || text.front() == 'O' || text.front() == 'o') return std::nullopt;
    if (text.find_first_of("0123456789", end) != std::string_view::npos) return std::nullopt;
    if (end < text.size() && std::string_view("-/,.:").find(text[end]) != std::string_view::npos) return std::nullopt;
    int number = 0;
    for (char const digit : text.substr(0, end))
        number = number * 10 + (digit >= '0' && digit <= '9' ? digit - '0' : 0);
    return number;
}

std::optional<bool> guess_flag(std::string_view text)
{
    auto const small = small_letters(trimmed_line(text));
    if (small == "true" || holds_word(kYes, small)) return true;
    if (small == "false" || holds_word(kNo, small)) return false;
    return std::nullopt;
}

bool is_bare_value(std::string_view text)
{
    static std::regex const kNumber("[+-]?(0|[1-9](_?\\d)*)(\\.\\d(_?\\d)*)?([eE][+-]?\\d+)?|[+-]?(inf|nan)|true|false|"
                                    "0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+");
    static std::regex const kDay(
        "\\d{4}-\\d\\d-\\d\\d([Tt "
        "]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|z|[+-]\\d\\d:\\d\\d)?)?|\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    return is_of_form(text, kNumber) || is_of_form(text, kDay);
}

FaultText fault_of_bare(std::string_view name, std::string_view whole, bool in_list)
{
    auto const shown = shown_part(whole);
    std::string_view const text = whole.size() <= kLongestBare ? whole : std::string_view(shown);
    auto const form = [&](std::string_view value) {
        return in_list || name.empty() ? std::string(value) : fmt::format("{} = {}", name, value);
    };
    auto const small = small_letters(text);
    bool const closed = whole.ends_with('"') && curly_at(text).empty(); // Pour l’ami"
    if (auto const sign = curly_in(text); !sign.empty() && !closed)
        return {fmt::format("{} is a curly quote of Word", sign),
                "put a straight one at the beginning and the end: \""};
    if (text.starts_with('('))
        return in_list ? FaultText{"a ( stands before a text of this list", "take it out, or put it into the quotes"}
                       : FaultText{"a ( stands where a \" or a [ belongs",
                                   fmt::format("write {}, or {} where it is a list", form("\"…\""), form("[\"…\"]"))};
    auto const quote = text.find('"');
    // Such a quote hides the # of a remark.
    if (!in_list && quote != 0 && quote != std::string_view::npos && quote == text.find_first_not_of("0123456789"))
        return {fmt::format("a \" stands behind the number {}", text.substr(0, quote)),
                fmt::format("take it out: {}; a text stands between two of them", form(text.substr(0, quote)))};
    if (text.ends_with('"'))
        return {"the \" at the beginning of the text is missing", fmt::format("write {}", form("\"…\""))};
    if (small == "true" || small == "false") return {fmt::format("'{}' has capitals", text), "write " + form(small)};
    auto const quoted = form(fmt::format("\"{}\"", text));
    if (auto const flag = in_list ? std::nullopt : guess_flag(text))
        return {fmt::format("'{}' stands here without quotes", text),
                fmt::format("where it says yes or no write {}; a text stands in quotes: {}",
                            form(*flag ? "true" : "false"), quoted)};
    auto const number = in_list ? std::nullopt : guess_number(text);
    bool const letters = number && (text.front() < '0' || text.front() > '9');
    if (letters)
        return {fmt::format("'{}' is a number in letters", text),
                "write it in digits: " + form(fmt::format("{}", *number))};
    static std::regex const kComma("\\d+,\\d+");
    if (is_of_form(text, kComma)) {
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        return {fmt::format("'{}' has a comma", text), "write a point: " + form(point)};
    }
    bool const digits = holds_only(text, "0123456789");
    if (text.ends_with(',') || text.ends_with(';'))
        return {fmt::format("a '{}' stands behind the value", text.back()), "take it out"};
    if (number && !digits && !holds_only(text, "0123456789. "))
        return {fmt::format("'{}' is no number", text),
                fmt::format("write the digits alone: {}; a text stands in quotes: {}", form(fmt::format("{}", *number)),
                            quoted)};
    if (digits || holds_only(text, "+-0123456789 ./()\xC2\xA0\xE2\x80\xAF"))
        return {fmt::format("'{}' has no quotes", text),
                fmt::format("a telephone number or a day stands in quotes: {}", quoted)};
    if (small.starts_with("http") || small.starts_with("www."))
        return {fmt::format("'{}' has no quotes", text), fmt::format("an address stands in quotes: {}", quoted)};
    return {fmt::format("'{}' has no quotes", text), fmt::format("put it in straight double quotes: {}", quoted)};
}

bool begins_value(std::string_view text)
{
    if (text.empty()) return false;
    if (!curly_at(text).empty()) return true;
    return std::string_view("\"'[{+-0123456789").find(text.front()) != std::string_view::npos;
}

std::size_t escape_length(std::string_view text)
{
    if (text.size() < 2) return 0;
    if (std::string_view("btnfr\"\\").find(text[1]) != std::string_view::npos) return 2;
    std::size_t const digits = text[1] == 'u' ? 4 : text[1] == 'U' ? 8 : 0;
    if (digits == 0 || text.size() < 2 + digits) return 0;
    return holds_only(text.substr(2, digits), "0123456789abcdefABCDEF") ? 2 + digits : 0;
}

std::string_view without_remark(std::string_view text)
{
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const letter = text[i];
        if (quote == 0 && letter == '#') return text.substr(0, i);
        if (quote == '"' && letter == '\\')
            ++i;
        else if (quote == 0 && (letter == '"' || letter == '\''))
            quote = letter;
        else if (letter == quote)
            quote = 0;
    }
    return text;
}

} // namespace kiosk::toml
