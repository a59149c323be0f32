// Parses lines in a fixed order, as this program writes what it keeps and what it signs (updates/, lock/): a word, a
// space, the rest. The first line that is not the expected one ends it; fault() says which. Borrows the text.
#pragma once
#include "base/bounds.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk {

class LineParser {
public:
    explicit LineParser(std::string_view text) : left_(text) {}

    // Returns what follows the word in the next line; "" and a fault where the line begins otherwise.
    std::string_view expect(std::string_view word)
    {
        auto const line = next();
        if (fault_.empty() && line.size() > word.size() && line.starts_with(word) && line[word.size()] == ' ')
            return line.substr(word.size() + 1);
        fail("expected '" + std::string(word) + "'");
        return {};
    }
    // The next line as a whole.
    void expect_line(std::string_view whole)
    {
        if (next() != whole) fail("expected '" + std::string(whole) + "'");
    }
    // A number from least to most, written as to_chars writes it.
    std::int64_t number(std::string_view text, std::int64_t least, std::int64_t most)
    {
        auto const value = whole_number(text, {least, most});
        if (value && std::to_string(*value) == text) return *value;
        fail("no number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    bool next_is(std::string_view word) const { return left_.starts_with(word); }
    // Nothing may follow.
    void end()
    {
        if (!left_.empty()) fail("something follows the end");
    }
    void fail(std::string const& what)
    {
        if (fault_.empty()) fault_ = "line " + std::to_string(line_) + ": " + what;
    }
    bool ok() const { return fault_.empty(); }
    std::string const& fault() const { return fault_; }

private:
    std::string_view next()
    {
        ++line_;
        auto const end = left_.find('\n');
        if (end == std::string_view::npos) {
            left_ = {};
            fail("the text ends");
            return {};
        }
        auto const line = left_.substr(0, end);
        left_.remove_prefix(end + 1);
        return line;
    }

    std::string_view left_;
    std::string fault_;
    int line_ = 0;
};

// Removes and returns the text up to the next space, or all of it.
inline std::string_view take_word(std::string_view& text)
{
    auto const end = text.find(' ');
    auto const word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return word;
}

} // namespace kiosk
