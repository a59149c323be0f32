#include "content/toml_names.h"
#include "content/quote_signs.h"
#include "content/scan_lines.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {

// "[[what]]": how many brackets it opens and closes with, and what is between.
struct Brackets {
    std::size_t opening = 1, closing = 0;
    std::string_view name, behind;
};

Brackets brackets_of(std::string_view text)
{
    Brackets found;
    if (text.starts_with("[[")) found.opening = 2;
    auto const last = text.rfind(']');
    if (last == std::string_view::npos) {
        found.name = trimmed_line(text.substr(found.opening));
        return found;
    }
    while (found.closing <= last && text[last - found.closing] == ']') ++found.closing;
    auto const end = last - found.closing + 1;
    if (end > found.opening) found.name = trimmed_line(text.substr(found.opening, end - found.opening));
    found.behind = trimmed_line(text.substr(last + 1));
    return found;
}

std::string twice(std::string const& what, int first, int second)
{
    return fmt::format("{} is there twice: lines {} and {}", what, first, second);
}

} // namespace

std::optional<ScanFault> TomlNames::heading(std::string_view text, int line)
{
    text = trimmed_line(text);
    bool const quoted = text.find('"') != std::string_view::npos;
    if (!quoted) text = trimmed_line(text.substr(0, text.find('#')));
    auto const [opening, closing, name, behind] = brackets_of(text);
    if (auto const sign = curly_in(text); !sign.empty() && !quoted)
        return ScanFault{line, fmt::format("{} is a curly quote of Word", sign),
                         "take it out of the name of the section"};
    if (closing > 0 && !behind.empty() && !behind.starts_with('#'))
        return ScanFault{line, fmt::format("'{}' stands behind the name of a section", shown_part(behind)),
                         "put it on a line of its own"};
    if (closing != opening)
        return ScanFault{
            line, closing < opening ? "a ] is missing here" : "there is one ] too many",
            fmt::format("write {}{}{}", std::string(opening, '['), shown_part(name), std::string(opening, ']'))};
    if (!quoted && (name.empty() || name_length(name) != name.size() || name.starts_with('.')))
        return ScanFault{line, "this is no name of a section",
                         "write one word between the brackets, of the letters a to z, digits and '-': [what]"};
    return opening == 2 ? list(std::string(name), line) : section(std::string(name), line);
}

std::optional<ScanFault> TomlNames::section(std::string const& name, int line)
{
    if (auto const list = lists_.find(name); list != lists_.end())
        return ScanFault{line,
                         fmt::format("[{}] has one bracket on each side; in line {} it has two", name, list->second),
                         fmt::format("write [[{}]]", name)};
    if (auto const [other, is_new] = sections_.emplace(name, line); !is_new)
        return ScanFault{line, twice(fmt::format("the section [{}]", name), other->second, line),
                         "take one of them out, or give it its own name"};
    return begin(name, line);
}

std::optional<ScanFault> TomlNames::list(std::string const& name, int line)
{
    if (auto const section = sections_.find(name); section != sections_.end())
        return ScanFault{section->second,
                         fmt::format("[{}] has one bracket on each side; in line {} it has two", name, line),
                         fmt::format("write [[{}]]", name)};
    lists_.emplace(name, line);
    std::erase_if(sections_, [&](auto const& entry) { return entry.first.starts_with(name + "."); });
    return begin(name, line);
}

std::optional<ScanFault> TomlNames::begin(std::string const& name, int line)
{
    auto const dot = name.rfind('.');
    if (dot != std::string::npos && section_ == name.substr(0, dot))
        if (auto const other = names_.find(name.substr(dot + 1)); other != names_.end())
            return ScanFault{line, twice(fmt::format("'{}'", name), other->second, line),
                             "take one of them out, or give it its own name"};
    section_ = name;
    names_.clear();
    return std::nullopt;
}

std::optional<ScanFault> TomlNames::name(std::string const& name, int line)
{
    auto const [other, is_new] = names_.emplace(name, line);
    if (is_new) return std::nullopt;
    auto const below = section_.empty() ? std::string() : " below [" + section_ + "]";
    return ScanFault{line, fmt::format("'{}' is there twice{}: lines {} and {}", name, below, other->second, line),
                     "take one of them out"};
}

} // namespace kiosk::content
