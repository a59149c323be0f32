#include "toml/fault.h"
#include "base/utf8.h"
#include "toml/quote_signs.h"
#include "toml/scan.h"
#include "toml/values.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

namespace kiosk::toml {

namespace {

constexpr char const* kRestUnread = "; the rest of this file is looked at once this is mended";
constexpr char const* kSavePlain = "open it in Notepad, choose Save as, and there Encoding: UTF-8";

struct Program {
    std::string_view begins; // a file that it made
    char const* name;
};
constexpr Program kPrograms[] = {{"PK\x03\x04", "a document of Word or another program"},
                                 {"\xD0\xCF\x11\xE0", "a document of Word"},
                                 {"{\\rtf", "a document of WordPad or Word"},
                                 {"%PDF", "a PDF"},
                                 {"<html", "a web page"},
                                 {"<!DOCTYPE", "a web page"}};

int line_of_fault(std::string_view bytes)
{
    int line = 1;
    for (std::size_t begin = 0;; ++line) {
        auto const end = bytes.find('\n', begin);
        if (end == std::string_view::npos || !is_valid_utf8(bytes.substr(begin, end - begin))) return line;
        begin = end + 1;
    }
}

// Whether a curly quote stands where a straight one belongs, outside of quotes or at the end of an open text.
bool has_curly_for_straight(std::string_view line)
{
    char quote = 0;
    std::size_t open = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        char const letter = line[i];
        if (quote == 0 && letter == '#') return false;
        if (quote == 0 && !curly_at(line.substr(i)).empty()) return true;
        if (quote == '"' && letter == '\\')
            ++i;
        else if (quote == 0 && (letter == '"' || letter == '\'')) {
            quote = letter;
            open = i;
        } else if (letter == quote)
            quote = 0;
    }
    if (quote != '"') return false;
    auto tail = line.substr(open + 1);
    while (!tail.empty() && std::string_view(" \t],").find(tail.back()) != std::string_view::npos)
        tail.remove_suffix(1);
    return !curly_ending(tail).empty();
}

std::vector<int> lines_with_curly(std::string_view bytes)
{
    std::vector<int> lines;
    for (int number = 1; !bytes.empty(); ++number) {
        auto const end = std::min(bytes.find('\n'), bytes.size());
        auto line = bytes.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (has_curly_for_straight(line)) lines.push_back(number);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return lines;
}

} // namespace

std::optional<Problem> plain_text_problem(std::string_view bytes, std::string const& file)
{
    for (auto const& program : kPrograms)
        if (bytes.starts_with(program.begins))
            return Problem{Severity::error,
                           {file, 1, 1},
                           fmt::format("is {}, and no plain text", program.name),
                           "open it there, copy its text into Notepad, and save that under this name, Encoding: UTF-8"};
    bool const wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.substr(0, 64).find('\0') != std::string_view::npos;
    if (wide)
        return Problem{Severity::error, {file, 1, 1}, "is saved in another encoding than the kiosk reads", kSavePlain};
    if (bytes.find('\r') != std::string_view::npos && bytes.find('\n') == std::string_view::npos)
        return Problem{Severity::error,
                       {file, 1, 1},
                       "its lines end as on Macs before 2001, so that it is one line to others",
                       "save it with line ends of Windows or Unix: in Notepad++ Edit, EOL Conversion"};
    if (is_valid_utf8(bytes)) return std::nullopt;
    return Problem{Severity::error,
                   {file, line_of_fault(bytes), 1},
                   "a letter of this line is saved in another encoding than the kiosk reads",
                   kSavePlain};
}

Problem backslash_problem(SourceLocation const& place)
{
    return {Severity::error,
            {place.file, place.line, 1},
            "a \\ stands in this text",
            fmt::format("write / in its place, or \\\\ where it is to be read{}", kRestUnread)};
}

Problem syntax_problem(std::string_view bytes, SourceLocation const& place)
{
    auto const found = scan_toml(bytes);
    // What is seen only behind the place where the parser stopped is not what stopped it.
    if (!found || (place.line > 0 && found->line > place.line))
        return {Severity::error,
                {place.file, place.line, 1},
                "this line, or the one above it, cannot be read",
                fmt::format("compare it with the same line in the file of another language{}", kRestUnread)};
    auto const lines = lines_with_curly(bytes);
    if (lines.size() > 1 && std::find(lines.begin(), lines.end(), found->line) != lines.end())
        return {Severity::error,
                {place.file, found->line, 1},
                fmt::format("{} lines of this file have Word's curly quotes: {}", lines.size(), fmt::join(lines, ", ")),
                fmt::format("put straight ones in their place: \"{}", kRestUnread)};
    return {Severity::error, {place.file, found->line, 1}, found->message, found->advice + kRestUnread};
}

std::string_view curly_at(std::string_view text)
{
    for (auto const sign : kCurlyQuotes)
        if (text.starts_with(sign)) return sign;
    return {};
}

std::string_view curly_ending(std::string_view text)
{
    for (auto const sign : kCurlyQuotes)
        if (text.ends_with(sign)) return sign;
    return {};
}

std::string_view curly_in(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (auto const sign = curly_at(text.substr(i)); !sign.empty()) return sign;
    return {};
}

std::string_view last_curly(std::string_view text)
{
    for (; !text.empty(); text.remove_suffix(1))
        if (auto const sign = curly_ending(text); !sign.empty()) return sign;
    return {};
}

bool has_odd_space(std::string_view text)
{
    return std::any_of(kOddSpaces.begin(), kOddSpaces.end(),
                       [&](std::string_view space) { return text.find(space) != std::string_view::npos; });
}

} // namespace kiosk::toml
