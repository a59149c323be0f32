#include "content/toml_values.h"
#include "content/quote_signs.h"
#include "content/scan_lines.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <regex>

namespace kiosk::content {

namespace {

// Numbers that people write out where digits belong, in the kiosk's languages.
constexpr std::array<std::string_view, 44> kNumberWords{
    "one",  "two",  "three", "four",   "five",   "six",   "seven", "eight", "nine",   "ten",    "twelve",
    "un",   "deux", "trois", "quatre", "cinq",   "sept",  "huit",  "neuf",  "dix",    "douze",  "een",
    "twee", "drie", "vier",  "vijf",   "zes",    "zeven", "acht",  "negen", "tien",   "twaalf", "eins",
    "zwei", "drei", "fünf",  "sechs",  "sieben", "neun",  "zehn",  "zwölf", "twenty", "vingt",  "zwanzig"};

std::string small_letters(std::string_view text)
{
    std::string small(text);
    for (auto& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return small;
}

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

} // namespace

bool is_bare_value(std::string_view text)
{
    static std::regex const kNumber("[+-]?(0|[1-9](_?\\d)*)(\\.\\d(_?\\d)*)?([eE][+-]?\\d+)?|[+-]?(inf|nan)|true|false|"
                                    "0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+");
    static std::regex const kDay(
        "\\d{4}-\\d\\d-\\d\\d([Tt "
        "]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|z|[+-]\\d\\d:\\d\\d)?)?|\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
    return is_of_form(text, kNumber) || is_of_form(text, kDay);
}

BareFault fault_of_bare(std::string_view name, std::string_view whole, bool in_list)
{
    auto const shown = shown_part(whole);
    std::string_view const text = whole.size() <= kLongestBare ? whole : std::string_view(shown);
    auto const form = [&](std::string_view value) {
        return in_list || name.empty() ? std::string(value) : fmt::format("{} = {}", name, value);
    };
    auto const small = small_letters(text);
    if (auto const sign = curly_in(text); !sign.empty())
        return {fmt::format("{} is a curly quote of Word", sign),
                "put a straight one at the beginning and the end: \""};
    if (text.ends_with('"'))
        return {"the \" at the beginning of the text is missing", fmt::format("write {}", form("\"…\""))};
    if (small == "true" || small == "false") return {fmt::format("'{}' has capitals", text), "write " + form(small)};
    if (!in_list && std::find(kNumberWords.begin(), kNumberWords.end(), small) != kNumberWords.end())
        return {fmt::format("'{}' is a number in letters", text), "write it in digits: " + form("6")};
    static std::regex const kComma("\\d+,\\d+");
    if (is_of_form(text, kComma)) {
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        return {fmt::format("'{}' has a comma", text), "write a point: " + form(point)};
    }
    bool const digits = holds_only(text, "0123456789");
    if (text.ends_with(',') || text.ends_with(';'))
        return {fmt::format("a '{}' stands behind the value", text.back()), "take it out"};
    if (digits || holds_only(text, "+-0123456789 ./()\xC2\xA0\xE2\x80\xAF"))
        return {fmt::format("'{}' has no quotes", text),
                fmt::format("a telephone number or a day stands in quotes: {}", form(fmt::format("\"{}\"", text)))};
    if (small.starts_with("http") || small.starts_with("www."))
        return {fmt::format("'{}' has no quotes", text),
                fmt::format("an address stands in quotes: {}", form(fmt::format("\"{}\"", text)))};
    return {fmt::format("'{}' has no quotes", text),
            fmt::format("put it in straight double quotes: {}", form(fmt::format("\"{}\"", text)))};
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

} // namespace kiosk::content
