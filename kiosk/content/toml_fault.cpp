#include "content/toml_fault.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace kiosk::content {

namespace {

constexpr char const* kRestUnread = "; nothing below this line is read until then";

// Signs that programs put in the place of a straight quote (Unicode 15, General Punctuation and Latin-1 Supplement).
constexpr std::array<std::string_view, 9> kCurly{"“", "”", "„", "‟", "‘", "’", "‚", "«", "»"};
// Spaces that look like one.
constexpr std::array<std::string_view, 3> kOddSpaces{"\u00A0", "\u202F", "\u200B"};

std::string_view line_at(std::string_view bytes, int number)
{
    std::size_t begin = 0;
    for (int line = 1; line < number; ++line) {
        auto const end = bytes.find('\n', begin);
        if (end == std::string_view::npos) return {};
        begin = end + 1;
    }
    auto line = bytes.substr(begin, bytes.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

template <std::size_t count>
std::optional<std::string_view> first_of(std::string_view line, std::array<std::string_view, count> const& signs)
{
    std::optional<std::string_view> found;
    auto first = std::string_view::npos;
    for (auto const sign : signs)
        if (auto const at = line.find(sign); at < first) {
            first = at;
            found = sign;
        }
    return found;
}

std::string_view trimmed(std::string_view text)
{
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

struct Quoted {
    std::string outside;  // of straight quotes, and before a comment
    bool is_open = false; // a quote is opened and not closed in this line
};

Quoted quoted(std::string_view line)
{
    Quoted found;
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char const letter = line[i];
        if (quote == 0 && letter == '#') break;
        if (quote == '"' && letter == '\\')
            ++i;
        else if (quote == 0 && (letter == '"' || letter == '\''))
            quote = letter;
        else if (letter == quote)
            quote = 0;
        else if (quote == 0)
            found.outside += letter;
    }
    found.is_open = quote != 0;
    return found;
}

struct Said {
    std::string message, advice;
};

// A value that begins with a letter, and is none of the words that TOML knows.
std::optional<Said> without_quotes(std::string_view line)
{
    auto const equals = line.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    auto const value = trimmed(std::string_view(line).substr(equals + 1));
    if (value.empty()) return Said{"there is nothing behind the '='", "write a value there, a text as \"…\""};
    bool const is_word = std::isalpha(static_cast<unsigned char>(value.front())) != 0 ||
                         static_cast<unsigned char>(value.front()) >= 0x80 || value.front() == '/';
    for (auto const* word : {"true", "false", "inf", "nan"})
        if (value.starts_with(word)) return std::nullopt;
    if (!is_word) return std::nullopt;
    return Said{fmt::format("'{}' has no quotes", std::string(trimmed(quoted(value).outside))),
                "put it in straight double quotes: \"…\""};
}

std::optional<Said> in_line(std::string_view line)
{
    auto const [outside, is_open] = quoted(line);
    if (auto const sign = first_of(outside, kCurly))
        return Said{fmt::format("{} is a typographic quote", *sign), "put a straight one in its place: \""};
    if (first_of(outside, kOddSpaces))
        return Said{"there is a space that is none of the keyboard's", "put an ordinary one in its place"};
    if (is_open)
        // A curly quote may have been meant to close it.
        return first_of(line, kCurly) ? Said{fmt::format("{} does not close a quote", *first_of(line, kCurly)),
                                             "put a straight one in its place: \""}
                                      : Said{"a quote is opened here and not closed", "put \" at the end of the text"};
    return without_quotes(line);
}

} // namespace

Problem not_utf8(std::string_view bytes, std::string const& file)
{
    int line = 1;
    std::size_t begin = 0;
    for (;; ++line) {
        auto const end = bytes.find('\n', begin);
        if (!is_valid_utf8(bytes.substr(begin, end - begin)) || end == std::string_view::npos) break;
        begin = end + 1;
    }
    return {Severity::error, {file, line, 1}, "holds a letter that is not UTF-8", "save the file as UTF-8"};
}

Problem not_toml(std::string_view bytes, FilePlace const& place, std::string const& said)
{
    // The parser stops behind what is wrong: often at the beginning of the next line, or at the end of the file.
    for (int const line : {place.line, place.line - 1})
        if (line > 0)
            if (auto const found = in_line(line_at(bytes, line)))
                return {Severity::error, {place.file, line, 1}, found->message, found->advice + kRestUnread};
    return {Severity::error, place, said, fmt::format("mend this line{}", kRestUnread)};
}

} // namespace kiosk::content
