#include "toml/key_tracker.h"
#include "toml/quote_signs.h"
#include "toml/scan_lines.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace kiosk::toml {

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

// As it would be a name: "channel.be-form" of "channel,be‑form". `known` are sections above.
std::string name_of_section(std::string_view name, std::map<std::string, int> const& known)
{
    constexpr std::string_view kHyphens[] = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014"};
    std::string made;
    while (!name.empty()) {
        auto const hyphen = std::find_if(std::begin(kHyphens), std::end(kHyphens),
                                         [&](std::string_view sign) { return name.starts_with(sign); });
        char const letter = name.front();
        auto const group = known.lower_bound(made + ".");
        bool const groups = group != known.end() && group->first.starts_with(made + ".");
        if (hyphen != std::end(kHyphens))
            made += '-';
        else if (letter == ',' || letter == ':' || letter == '/' || letter == ';')
            made += '.';
        else if (letter == ' ' && !made.ends_with('.'))
            made += groups ? '.' : '-';
        else if (letter != ' ')
            made += letter;
        name.remove_prefix(hyphen != std::end(kHyphens) ? hyphen->size() : 1);
    }
    return made;
}

bool is_name_of_section(std::string_view name)
{
    return !name.empty() && name_length(name) == name.size() && !name.starts_with('.') && !name.ends_with('.') &&
           name.find("..") == std::string_view::npos;
}

std::string twice(std::string const& what, int first, int second)
{
    return fmt::format("{} is there twice: lines {} and {}", what, first, second);
}

constexpr std::size_t kLongestMeant = 64; // [bytes]; of no longer one is said what was meant

} // namespace

std::string hidden_section(std::string_view remark)
{
    while (remark.starts_with('#') || remark.starts_with(' ') || remark.starts_with('\t')) remark.remove_prefix(1);
    if (!remark.starts_with('[')) return {};
    auto const end = remark.find(']');
    if (end == std::string_view::npos) return {};
    bool const twice = remark.starts_with("[[") && remark.substr(end).starts_with("]]");
    std::size_t const brackets = twice ? 2 : 1;
    auto const behind = trimmed_line(remark.substr(end + brackets));
    bool const name = end > brackets && is_name_of_section(remark.substr(brackets, end - brackets));
    if (!name || (!behind.empty() && !behind.starts_with('#'))) return {};
    return std::string(remark.substr(0, end + brackets));
}

TomlKeyTracker::TomlKeyTracker(std::string_view bytes)
{
    auto const begin = bytes.starts_with('[') ? 0 : bytes.find("\n[") + 1;
    auto const text = begin == 0 && !bytes.starts_with('[') ? std::string_view() : bytes.substr(begin);
    if (!text.starts_with("[[")) return;
    auto const found = brackets_of(trimmed_line(text.substr(0, std::min(text.find_first_of("\r\n#"), text.size()))));
    if (found.closing == 2 && is_name_of_section(found.name)) first_list_ = found.name;
}

void TomlKeyTracker::remark(std::string_view text, int line)
{
    auto hidden = hidden_section(text);
    if (hidden.empty()) return;
    hidden_ = std::move(hidden);
    hidden_line_ = line;
}

std::optional<ScanFault> TomlKeyTracker::heading(std::string_view text, int line)
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
    if (closing != opening) {
        // As the sections above it are written, else as its first brackets are.
        bool const record = lists_.contains(std::string(name)) || (opening == 2 && sections_.empty());
        bool const alone = lists_.empty() && !sections_.empty();
        auto const meant = record ? 2 : alone ? 1 : opening;
        return ScanFault{
            line, closing < opening ? "a ] is missing here" : "there is one ] too many",
            fmt::format("write {}{}{}", std::string(meant, '['), shown_part(name), std::string(meant, ']'))};
    }
    if (!quoted && !is_name_of_section(name)) {
        auto const meant = name.size() <= kLongestMeant ? name_of_section(name, sections_) : std::string();
        return ScanFault{line, "this is no name of a section",
                         is_name_of_section(meant)
                             ? fmt::format("write {}{}{}", std::string(opening, '['), meant, std::string(opening, ']'))
                             : "write one word between the brackets, of the letters a to z, digits and '-': [what]"};
    }
    return opening == 2 ? list(std::string(name), line) : section(std::string(name), line);
}

std::optional<ScanFault> TomlKeyTracker::section(std::string const& name, int line)
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

std::optional<ScanFault> TomlKeyTracker::list(std::string const& name, int line)
{
    if (auto const section = sections_.find(name); section != sections_.end())
        return ScanFault{section->second,
                         fmt::format("[{}] has one bracket on each side; in line {} it has two", name, line),
                         fmt::format("write [[{}]]", name)};
    lists_.emplace(name, line);
    std::erase_if(sections_, [&](auto const& entry) { return entry.first.starts_with(name + "."); });
    return begin(name, line);
}

std::optional<ScanFault> TomlKeyTracker::begin(std::string const& name, int line)
{
    auto const dot = name.rfind('.');
    if (dot != std::string::npos && section_ == name.substr(0, dot))
        if (auto const other = names_.find(name.substr(dot + 1)); other != names_.end())
            return ScanFault{line, twice(fmt::format("'{}'", name), other->second, line),
                             "take one of them out, or give it its own name"};
    section_ = name;
    first_name_.clear();
    hidden_.clear();
    begins_block_ = false;
    block_ = line;
    names_.clear();
    return std::nullopt;
}

std::optional<ScanFault> TomlKeyTracker::name(std::string const& name, int line)
{
    if (std::exchange(begins_block_, false)) block_ = line;
    if (first_name_.empty()) first_name_ = name;
    auto const [other, is_new] = names_.emplace(name, line);
    return is_new ? std::nullopt : twice_here(name, other->second, line);
}

std::optional<ScanFault> TomlKeyTracker::twice_here(std::string const& name, int other, int line) const
{
    if (!hidden_.empty() && other < hidden_line_)
        return ScanFault{
            hidden_line_,
            fmt::format("'{}' in line {} belongs below {}, and this line begins with #", name, line, hidden_),
            fmt::format("take the # before {} away, too", hidden_)};
    auto const below = section_.empty() ? std::string() : " below [" + section_ + "]";
    bool const begins_another = block_ > other;
    if (lists_.contains(section_) && (begins_another || name == first_name_)) {
        auto const begins = begins_another ? block_ : line;
        return ScanFault{begins,
                         fmt::format("'{}' is there twice{}: the line [[{}]] is missing above line {}", name, below,
                                     section_, begins),
                         fmt::format("write [[{}]] above line {}", section_, begins)};
    }
    if (section_.empty() && !first_list_.empty() && begins_another)
        return ScanFault{block_, fmt::format("the line [[{}]] is missing above this one", first_list_),
                         fmt::format("write [[{}]] above line {}", first_list_, block_)};
    return ScanFault{
        line, fmt::format("'{}' is there twice{}: lines {} and {}", name, below, other, line),
        begins_another
            ? fmt::format("a [section] may be missing above line {}: put it back; else take one of them out", block_)
            : std::string("take one of them out")};
}

} // namespace kiosk::toml
