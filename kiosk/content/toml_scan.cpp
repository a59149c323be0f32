#include "content/toml_scan.h"
#include "content/quote_signs.h"
#include "content/scan_lines.h"
#include "content/toml_names.h"
#include "content/toml_values.h"

#include <fmt/format.h>
#include <set>

namespace kiosk::content {

namespace {

class Scanner {
public:
    explicit Scanner(std::string_view bytes) : lines_(bytes) {}

    std::optional<ScanFault> run()
    {
        while (!lines_.at_end() && !fault_) {
            lines_.skip_blanks();
            if (!lines_.ends_line()) lines_.peek() == '[' ? heading() : entry();
            if (!fault_) lines_.next_line();
        }
        return std::move(fault_);
    }

private:
    std::string_view rest() const { return lines_.rest(); }
    char peek() const { return lines_.peek(); }
    int number() const { return lines_.number(); }
    void fail(std::string message, std::string advice) { fail_at(number(), std::move(message), std::move(advice)); }
    void fail_at(int line, std::string message, std::string advice)
    {
        if (!fault_) fault_ = ScanFault{line, std::move(message), std::move(advice)};
    }

    void heading() { fault_ = names_.heading(rest(), number()); }

    // name = value
    void entry()
    {
        auto const all = rest();
        lines_.move(peek() == '"' && is_quoted_name() ? all.find('"', 1) + 1 : name_length(all));
        auto const name = std::string(all.substr(0, all.size() - rest().size()));
        lines_.skip_blanks();
        if (!equals(name, all)) return;
        fault_ = names_.name(name, number());
        if (fault_) return;
        name_ = name;
        value(false);
        if (!fault_) after_value();
    }

    bool is_quoted_name() const
    {
        auto const end = rest().find('"', 1);
        return end != std::string_view::npos && trimmed_line(rest().substr(end + 1)).starts_with('=');
    }

    // The sign between a name and its value; false after a fault.
    bool equals(std::string const& name, std::string_view all)
    {
        if (has_odd_space(rest().substr(0, rest().find_first_of("=\"'#"))))
            fail("there is a space that is none of the keyboard's", "put an ordinary one in its place");
        else if (name.empty() && peek() == '=')
            fail("there is no name before the '='", "write what it is: title = \"…\"");
        else if (name.empty() && (peek() == ']' || peek() == '}'))
            fail(fmt::format("there is a {} that belongs to nothing", peek()), "take it out");
        else if (!name.empty() && peek() == ':')
            fail("a ':' stands where a '=' belongs", fmt::format("write {} = …", name));
        else if (!name.empty() && peek() != '=' && begins_value(rest()))
            fail(fmt::format("the '=' behind '{}' is missing", name),
                 fmt::format("write {} = {}", name, shown_part(without_remark(rest()))));
        else if (peek() != '=')
            stray(all);
        else {
            lines_.move(1);
            lines_.skip_blanks();
            if (peek() != '=') return true;
            fail("there are two '='", fmt::format("write one: {} = …", name));
        }
        return false;
    }

    // A line that is neither name = value nor a section.
    void stray(std::string_view all)
    {
        auto const sign = all.find('=');
        auto const quote = all.find_first_of("\"'");
        if (sign != std::string_view::npos && (quote == std::string_view::npos || sign < quote)) {
            auto const name = shown_part(all.substr(0, sign));
            if (auto const curly = curly_in(all.substr(0, sign)); !curly.empty())
                return fail(fmt::format("{} is a curly quote of Word", curly), "take it out of the name");
            return fail(fmt::format("'{}' is no name", name),
                        "a name before '=' is one word, of the letters a to z, digits, '-' and '_'");
        }
        if (all.starts_with('"') || !curly_at(all).empty())
            return fail("a text stands here alone, without its name",
                        "join it with the line above, or write what it is before it: title = \"…\"");
        fail(fmt::format("'{}' is neither a title nor a text", shown_part(all)),
             "put # before a note; what is to be read stands between quotes: title = \"…\"");
    }

    void value(bool in_list)
    {
        if (auto const sign = curly_at(rest()); !sign.empty())
            return fail(fmt::format("{} is a curly quote of Word", sign), "put a straight one in its place: \"");
        if (lines_.ends_line())
            return fail("there is nothing behind the '='",
                        fmt::format("write {} = \"…\", or take the line out", name_));
        // The parser refuses deeper ones, and each takes some of the stack.
        constexpr int kMostNested = 32;
        if (depth_ >= kMostNested)
            return fail("brackets stand in one another here, more of them than anybody needs", "take them out");
        ++depth_;
        value_by_sign(in_list);
        --depth_;
    }

    void value_by_sign(bool in_list)
    {
        switch (peek()) {
        case '"': return rest().starts_with("\"\"\"") ? long_text("\"\"\"") : text();
        case '\'': return rest().starts_with("'''") ? long_text("'''") : plain_text();
        case '[': return list();
        case '{': return braces();
        default: return bare(in_list);
        }
    }

    void long_text(std::string_view quotes)
    {
        auto const first = number();
        lines_.move(quotes.size());
        for (;;) {
            if (auto const end = rest().find(quotes); end != std::string_view::npos) {
                lines_.move(end + quotes.size());
                while (peek() == quotes.front()) lines_.move(1);
                return;
            }
            if (lines_.is_last())
                return fail_at(first, "the three quotes that open here are not closed",
                               fmt::format("put {} at the end of the text", quotes));
            lines_.next_line();
        }
    }

    void plain_text()
    {
        auto const end = rest().find('\'', 1);
        auto const after = end == std::string_view::npos ? std::string_view() : trimmed_line(rest().substr(end + 1));
        bool const closed = end != std::string_view::npos && (after.empty() || after.find_first_of("#,]}") == 0);
        if (!closed) return fail("this text stands between ' and '", "use \" and not ': title = \"…\"");
        lines_.move(end + 1);
    }

    void text()
    {
        auto const open = rest().substr(1);
        lines_.move(1);
        for (; !rest().empty(); lines_.move(1)) {
            char const letter = peek();
            if (letter == '"') {
                lines_.move(1);
                return;
            }
            if (letter == '\\') {
                auto const length = escape_length(rest());
                if (length == 0)
                    return fail("a \\ stands in this text", "write / in its place, or \\\\ where it is to be read");
                lines_.move(length - 1);
            } else if (letter == '\x0B') {
                return fail("a line break of Word (Shift and Enter) stands in this text",
                            "take it out and put a blank in its place");
            } else if ((static_cast<unsigned char>(letter) < 0x20 && letter != '\t') || letter == '\x7F') {
                return fail("a sign that nobody sees stands in this text", "type the line anew in its place");
            }
        }
        unclosed(open);
    }

    bool looks_like_entry(std::string_view text) const
    {
        auto const line = trimmed_line(text);
        auto const length = name_length(line);
        if (length > 0 && trimmed_line(line.substr(length)).starts_with('=')) return true;
        return is_heading(line);
    }

    static bool is_heading(std::string_view text)
    {
        auto const line = trimmed_line(without_remark(text));
        if (!line.starts_with('[') || !line.ends_with(']')) return false;
        auto inner = line.substr(1, line.size() - 2);
        if (inner.starts_with('[') && inner.ends_with(']')) inner = inner.substr(1, inner.size() - 2);
        bool const letter = !inner.empty() && ((inner.front() | 0x20) >= 'a' && (inner.front() | 0x20) <= 'z');
        return letter && name_length(inner) == inner.size();
    }

    // A text that its line does not close; `tail` begins behind its first quote.
    void unclosed(std::string_view tail)
    {
        auto const quotes = std::count(lines_.line().begin(), lines_.line().end(), '"');
        tail = trimmed_line(tail);
        while (!tail.empty() && (tail.ends_with(']') || tail.ends_with(',') || tail.ends_with(' ')))
            tail.remove_suffix(1);
        if (auto const sign = curly_ending(tail); !sign.empty())
            return fail(fmt::format("the text ends with {}, a curly quote of Word", sign), "put \" in its place");
        auto const next = trimmed_line(lines_.below());
        bool const goes_on = !next.empty() && !next.starts_with('#') && !looks_like_entry(next);
        if (goes_on && next.find('"') != std::string_view::npos)
            return fail("this line breaks off in the middle of a text",
                        fmt::format("join it with line {}: a text stands on one line", number() + 1));
        if (auto const sign = last_curly(tail); !sign.empty() && quotes == 1)
            return fail("this line has one \" only", fmt::format("{} does not close a text: put \" at its end", sign));
        if (tail.ends_with("\\\""))
            return fail("a \\ stands before the last \" of this line", "take it out, or write \\\\");
        fail(quotes == 1 ? "this line has one \" only" : "a \" is missing in this line, or there is one too many",
             "put \" where the text begins and where it ends");
    }

    // Behind a value of an entry.
    void after_value()
    {
        lines_.skip_blanks();
        if (lines_.ends_line()) return;
        auto const found = rest();
        if (found.starts_with(',') && trimmed_line(without_remark(found)).ends_with(']'))
            return fail("the [ at the beginning of the list is missing",
                        fmt::format("write {} = [ before the first text", name_));
        if (found.starts_with(',') || found.starts_with(';') || found.starts_with('.'))
            return fail(fmt::format("a '{}' stands behind the value", found.front()), "take it out");
        if (found.starts_with(']') || found.starts_with('}'))
            return fail(fmt::format("there is one {} too many", found.front()), "take it out");
        if (lines_.before().find('"') != std::string_view::npos) return quote_inside();
        fail(fmt::format("'{}' stands behind the value", shown_part(found)), "put # before a note, or take it out");
    }

    // Something stands behind the closing quote of a text.
    void quote_inside()
    {
        auto const found = rest();
        auto const sign = found == "\"" ? found : curly_at(found);
        if (!sign.empty())
            return fail(fmt::format("{} stands behind the text", sign), "take it out: the text has its \" already");
        if (found.find('"') == std::string_view::npos)
            return fail(fmt::format("'{}' stands behind the text", shown_part(found)),
                        "put # before a note, or put the \" at the end of the text");
        fail(fmt::format("the text ends at the \" before '{}'", shown_part(found.substr(0, found.find('"')))),
             "inside a text write “ ” and not \"");
    }

    void list()
    {
        auto const first = number();
        lines_.move(1);
        for (bool wants_value = true;;) {
            if (!to_next_of_list(first)) return;
            char const sign = peek();
            if (sign == ']') {
                lines_.move(1);
                return;
            }
            if (sign == ',') {
                if (wants_value) return fail("a comma stands here with nothing before it", "take it out");
                wants_value = true;
                lines_.move(1);
                continue;
            }
            if (sign == '}' || sign == ')') return fail(fmt::format("a {} stands where ] belongs", sign), "write ]");
            if (!wants_value) return no_comma();
            end_of_value_ = number();
            value(true);
            if (fault_) return;
            end_of_value_ = number();
            wants_value = false;
        }
    }

    // To the next sign of a list, over ends of lines and remarks; false after a fault.
    bool to_next_of_list(int first)
    {
        for (;;) {
            lines_.skip_blanks();
            if (!lines_.ends_line()) return true;
            bool const goes_on = !lines_.is_last() && !looks_like_entry(lines_.below());
            if (goes_on) {
                lines_.next_line();
                continue;
            }
            fail_at(first, "the list that begins in this line has no ] at its end", "put ] behind its last text");
            return false;
        }
    }

    void no_comma()
    {
        bool const text = lines_.before().find('"') != std::string_view::npos;
        if (peek() == '"' || end_of_value_ != number())
            return fail_at(end_of_value_, "a comma is missing between two texts of a list",
                           "put , behind each text but the last");
        if (text) return quote_inside();
        fail("a comma is missing in this list", "put , between what belongs to it");
    }

    // { fr = "…", nl = "…" }
    void braces()
    {
        lines_.move(1);
        auto const outer = name_;
        std::set<std::string> names;
        for (bool first = true;; first = false) {
            lines_.skip_blanks();
            if (peek() == '}') break;
            if (lines_.ends_line())
                return fail("the } at the end of this line is missing", "put } behind the last text");
            if (!first && peek() != ',') return no_comma_in_braces();
            if (!first) lines_.move(1);
            lines_.skip_blanks();
            if (peek() == '}' || peek() == ',') return fail("there is a comma too many", "take it out");
            auto const name = std::string(rest().substr(0, name_length(rest())));
            lines_.move(name.size());
            lines_.skip_blanks();
            if (name.empty() || peek() != '=')
                return fail(peek() == ':' ? "a ':' stands where a '=' belongs" : "between { and } a name is missing",
                            fmt::format("write {} = {{ fr = \"…\", nl = \"…\" }}", outer));
            if (!names.insert(name).second)
                return fail(fmt::format("'{}' is there twice between {{ and }}", name), "take one of them out");
            lines_.move(1);
            lines_.skip_blanks();
            name_ = name;
            value(true);
            if (fault_) return;
        }
        lines_.move(1);
        name_ = outer;
    }

    void no_comma_in_braces()
    {
        if (peek() == ']' || peek() == ')') return fail(fmt::format("a {} stands where }} belongs", peek()), "write }");
        fail("a comma is missing between { and }", "put , between what belongs to it");
    }

    // What has no quotes: a number, true, false, a day; or a slip.
    void bare(bool in_list)
    {
        auto const whole = without_remark(rest());
        auto const end = in_list ? std::min(whole.find_first_of(",]}"), whole.size()) : whole.size();
        auto const found = trimmed_line(whole.substr(0, end));
        if (found.empty())
            return fail(peek() == ',' || peek() == '}' || peek() == ']' ? "there is nothing behind the '='"
                                                                        : "something is missing here",
                        fmt::format("write {} = \"…\"", name_));
        if (is_bare_value(found)) {
            lines_.move(end);
            return;
        }
        auto const said = fault_of_bare(name_, found, in_list);
        fail(said.message, said.advice);
    }

    ScanLines lines_;
    TomlNames names_;
    std::string name_;     // of the value that is read
    int end_of_value_ = 0; // the last one's line
    int depth_ = 0;        // of values in one another
    std::optional<ScanFault> fault_;
};

} // namespace

std::optional<ScanFault> scan_toml(std::string_view bytes) { return Scanner(bytes).run(); }

} // namespace kiosk::content
