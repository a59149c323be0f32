#include "toml/scan.h"
#include "toml/key_tracker.h"
#include "toml/quote_signs.h"
#include "toml/scan_lines.h"
#include "toml/strays.h"
#include "toml/values.h"

#include <fmt/format.h>
#include <set>

namespace kiosk::toml {

namespace {

class Scanner {
public:
    explicit Scanner(std::string_view bytes) : lines_(bytes), names_(bytes) {}

    std::optional<ScanFault> run()
    {
        while (!lines_.at_end() && !fault_) {
            lines_.skip_blanks();
            if (lines_.ends_line())
                rest().empty() ? names_.blank() : names_.remark(rest(), number());
            else
                peek() == '[' ? heading() : entry();
            if (!fault_) lines_.next_line();
        }
        return std::move(fault_);
    }

private:
    std::string_view rest() const { return lines_.rest(); }
    char peek() const { return lines_.peek(); }
    int number() const { return lines_.number(); }
    void fail(std::string message, std::string advice) { fail_at(number(), std::move(message), std::move(advice)); }
    void fail(FaultText said) { fail_at(number(), std::move(said.message), std::move(said.advice)); }
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
        else if (peek() != '=') {
            auto said = fault_of_sign(name, rest());
            fail(said.message.empty() ? fault_of_stray(all) : std::move(said));
        } else {
            lines_.move(1);
            lines_.skip_blanks();
            if (peek() != '=') return true;
            fail("there are two '='", fmt::format("write one: {} = …", name));
        }
        return false;
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
        case '"': return rest().starts_with("\"\"\"") ? long_text("\"\"\"") : text(in_list);
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

    void text(bool in_list)
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
        unclosed(open, in_list);
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

    // Of a text that goes on below this line: where it has its closing quote; 0 where it does not go on.
    int last_line_of_text() const
    {
        constexpr std::size_t kMostLines = 60;
        for (std::size_t below = 1; below <= kMostLines && lines_.has(below); ++below) {
            auto const line = trimmed_line(lines_.below(below));
            if (line.starts_with('#') || looks_like_entry(line)) return 0;
            if (line.find('"') != std::string_view::npos) return number() + static_cast<int>(below);
        }
        return 0;
    }

    // A text that its line does not close; `tail` begins behind its first quote.
    void unclosed(std::string_view tail, bool in_list)
    {
        auto const quotes = std::count(lines_.line().begin(), lines_.line().end(), '"');
        tail = trimmed_line(tail);
        while (!tail.empty() && (tail.ends_with(']') || tail.ends_with(',') || tail.ends_with(' ')))
            tail.remove_suffix(1);
        if (auto const sign = curly_ending(tail); !sign.empty())
            return fail(fmt::format("the text ends with {}, a curly quote of Word", sign), "put \" in its place");
        auto const next = trimmed_line(lines_.below());
        if (in_list && next.starts_with('"'))
            return fail(fmt::format("the \" behind '{}' is missing", shown_part(tail)), "put it before the comma");
        if (auto const last = last_line_of_text(); last > 0)
            return fail(last == number() + 1
                            ? "this line breaks off in the middle of a text"
                            : fmt::format("this line breaks off in the middle of a text, which ends in line {}", last),
                        fmt::format("join it with line {}{}: a text stands on one line", number() + 1,
                                    last == number() + 1 ? "" : " and those below it"));
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
        if (!lines_.ends_line()) fail(fault_behind_value(name_, lines_.before(), rest()));
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
        if (text) return fail(fault_behind_text(lines_.before(), rest(), true));
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
        fail(fault_of_bare(name_, found, in_list));
    }

    ScanLines lines_;
    TomlKeyTracker names_;
    std::string name_;     // of the value that is read
    int end_of_value_ = 0; // the last one's line
    int depth_ = 0;        // of values in one another
    std::optional<ScanFault> fault_;
};

} // namespace

std::optional<ScanFault> scan_toml(std::string_view bytes) { return Scanner(bytes).run(); }

} // namespace kiosk::toml
