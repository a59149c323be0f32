#include "toml/strays.h"
#include "toml/quote_signs.h"
#include "toml/scan_lines.h"

#include <fmt/format.h>

namespace kiosk::toml {

namespace {

constexpr char const* kNote = "put # before a note, or take the line out; what is to be read stands between quotes: "
                              "title = \"…\"";

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// The sign that somebody wrote for '=', with a value in quotes behind it: "–", ":=", "->".
std::string_view sign_before_quote(std::string_view rest)
{
    auto const sign = trimmed_line(rest.substr(0, std::min(rest.find('"'), rest.size())));
    constexpr std::size_t kLongest = 4; // [bytes]
    bool const letters = sign.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=[{'#") !=
                         std::string_view::npos;
    bool const quote = rest.find('"') != std::string_view::npos;
    return quote && !letters && sign.size() <= kLongest && curly_in(sign).empty() ? sign : std::string_view();
}

} // namespace

FaultText fault_of_stray(std::string_view line)
{
    auto const all = trimmed_line(line);
    auto const sign = all.find('=');
    auto const quote = all.find_first_of("\"'");
    if (sign != std::string_view::npos && (quote == std::string_view::npos || sign < quote)) {
        auto const name = shown_part(all.substr(0, sign));
        if (auto const curly = curly_in(all.substr(0, sign)); !curly.empty())
            return {fmt::format("{} is a curly quote of Word", curly), "take it out of the name"};
        return {fmt::format("'{}' is no name", name),
                "a name before '=' is one word, of the letters a to z, digits, '-' and '_'"};
    }
    if (all.starts_with('"') || !curly_at(all).empty())
        return {"a text stands here alone, without its name",
                "join it with the line above, or write what it is before it: title = \"…\""};
    auto const bare = trimmed_line(without_remark(all));
    auto const name = trimmed_line(bare.substr(0, std::min(bare.find(']'), bare.size())));
    if (!name.empty() && name_length(name) == name.size() && bare.size() > name.size() &&
        bare.find_first_not_of("] ", name.size()) == std::string_view::npos) {
        bool const twice = bare.ends_with("]]");
        auto const [open, close] = twice ? std::pair("[[", "]]") : std::pair("[", "]");
        return {"a [ is missing at the beginning of this line",
                fmt::format("write {}{}{}", open, shown_part(name), close)};
    }
    if (bare.size() > 2 && bare.starts_with('(') && bare.ends_with(')') &&
        name_length(bare.substr(1)) == bare.size() - 2)
        return {fmt::format("'{}' stands in round brackets", shown_part(bare)),
                fmt::format("where a section begins write [{}]", shown_part(bare.substr(1, bare.size() - 2)))};
    if (!bare.empty() && name_length(bare) == bare.size())
        return {
            fmt::format("'{}' stands here alone", shown_part(bare)),
            fmt::format("where a section begins write [{}], with its brackets; put # before a note", shown_part(bare))};
    if (all.find('\t') != std::string_view::npos)
        return {fmt::format("'{}' is neither a title nor a text, and has a tab in it", shown_part(all)),
                "where it was pasted from Excel write each text on a line of its own, with its name: title = \"…\""};
    return {fmt::format("'{}' is neither a title nor a text", shown_part(all)), kNote};
}

FaultText fault_of_sign(std::string_view name, std::string_view rest)
{
    if (rest.starts_with(':') && !name.empty()) {
        auto const value = trimmed_line(rest.substr(1));
        // "De : Anne", "Subject: words", pasted from a letter: names are in small letters.
        bool const letter = is_capital(name.front()) && !begins_value(value) && !value.starts_with('=');
        if (letter)
            return {fmt::format("'{}' is neither a title nor a text", shown_part(fmt::format("{}: {}", name, value))),
                    kNote};
        return {"a ':' stands where a '=' belongs", fmt::format("write {} = …", name)};
    }
    if (auto const sign = name.empty() ? std::string_view() : sign_before_quote(rest); !sign.empty())
        return {fmt::format("a '{}' stands where a '=' belongs", sign), fmt::format("write {} = …", name)};
    if (!name.empty() && begins_value(rest))
        return {fmt::format("the '=' behind '{}' is missing", name),
                fmt::format("write {} = {}", name, shown_part(without_remark(rest)))};
    return {};
}

FaultText fault_behind_value(std::string_view name, std::string_view value, std::string_view rest)
{
    auto const all = trimmed_line(without_remark(rest));
    if (rest.starts_with(',') && all.ends_with(']'))
        return {"the [ at the beginning of the list is missing",
                fmt::format("write {} = [ before the first text", name)};
    if (rest.starts_with(',') && trimmed_line(all.substr(1)).starts_with('"'))
        return {"several texts stand here, and not in the brackets of a list",
                fmt::format("put [ before the first and ] behind the last: {} = [\"…\", \"…\"]", name)};
    if (rest.starts_with(',') || rest.starts_with(';') || rest.starts_with('.'))
        return {fmt::format("a '{}' stands behind the value", rest.front()), "take it out"};
    if (rest.starts_with(']') || rest.starts_with('}'))
        return {fmt::format("there is one {} too many", rest.front()), "take it out"};
    if (value.find('"') != std::string_view::npos) return fault_behind_text(value, rest, false);
    return {fmt::format("'{}' stands behind the value", shown_part(rest)), "put # before a note, or take it out"};
}

FaultText fault_behind_text(std::string_view before, std::string_view rest, bool in_list)
{
    auto const sign = rest == "\"" ? rest : curly_at(rest);
    if (!sign.empty())
        return {fmt::format("{} stands behind the text", sign), "take it out: the text has its \" already"};
    if (rest.find('"') == std::string_view::npos)
        return {fmt::format("'{}' stands behind the text", shown_part(rest)),
                "put # before a note, or put the \" at the end of the text"};
    // "one, "two": the quote that was to open the second text closed the first.
    auto text = trimmed_line(before);
    if (text.ends_with('"')) text = trimmed_line(text.substr(0, text.size() - 1));
    if (in_list && text.ends_with(',')) {
        text = trimmed_line(text.substr(0, text.size() - 1));
        if (auto const curly = curly_ending(text); !curly.empty())
            return {fmt::format("the text ends with {}, a curly quote of Word", curly), "put \" in its place"};
        text.remove_prefix(std::min(text.rfind('"') + 1, text.size()));
        return {fmt::format("the \" behind '{}' is missing", shown_part(text)), "put it before the comma"};
    }
    constexpr std::string_view kParts = ";.:/|";
    if (in_list && kParts.find(rest.front()) != std::string_view::npos && trimmed_line(rest.substr(1)).starts_with('"'))
        return {fmt::format("a '{}' stands between two texts of a list", rest.front()), "write a comma there"};
    return {fmt::format("the text ends at the \" before '{}'", shown_part(rest.substr(0, rest.find('"')))),
            "inside a text write “ ” and not \""};
}

} // namespace kiosk::toml
