// A cursor over the lines of a text. Used in this room only.
#pragma once
#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::toml {

constexpr std::string_view kBlanks = " \t";

inline std::string_view trimmed_line(std::string_view text) { return trimmed(text, kBlanks); }

// Length of the unquoted name at the beginning of a text, [bytes].
inline std::size_t name_length(std::string_view text)
{
    auto const is_of_name = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-' || letter == '.';
    };
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_of_name) - text.begin());
}

// A piece of the file, shortened for a message.
inline std::string shown_part(std::string_view text)
{
    constexpr std::size_t kMostShown = 40; // [bytes]
    text = trimmed_line(text);
    auto end = std::min(kMostShown, text.size());
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    std::string shown(text.substr(0, end));
    std::replace(shown.begin(), shown.end(), '\t', ' ');
    return end < text.size() ? shown + "…" : shown;
}

class ScanLines {
public:
    // Borrows the bytes.
    explicit ScanLines(std::string_view bytes)
    {
        constexpr std::string_view kMark = "\xEF\xBB\xBF";
        if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
        while (!bytes.empty()) {
            auto const end = std::min(bytes.find('\n'), bytes.size());
            auto line = bytes.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            lines_.push_back(line);
            bytes.remove_prefix(std::min(end + 1, bytes.size()));
        }
    }

    bool at_end() const { return line_ >= lines_.size(); }
    std::string_view line() const { return lines_[line_]; }
    bool has(std::size_t below) const { return line_ + below < lines_.size(); }
    // The line so many lines below; "" where there is none.
    std::string_view below(std::size_t lines = 1) const
    {
        return has(lines) ? lines_[line_ + lines] : std::string_view();
    }
    bool is_last() const { return line_ + 1 >= lines_.size(); }
    int number() const { return static_cast<int>(line_) + 1; } // from 1
    std::size_t at() const { return at_; }
    std::string_view before() const { return line().substr(0, at_); }
    std::string_view rest() const { return line().substr(std::min(at_, line().size())); }
    char peek() const { return at_ < line().size() ? line()[at_] : '\0'; }
    // Whether only a comment follows.
    bool ends_line() const { return at_ >= line().size() || line()[at_] == '#'; }

    void move(std::size_t bytes) { at_ += bytes; }
    void skip_blanks()
    {
        while (at_ < line().size() && kBlanks.find(line()[at_]) != std::string_view::npos) ++at_;
    }
    void next_line()
    {
        ++line_;
        at_ = 0;
    }

private:
    std::vector<std::string_view> lines_;
    std::size_t line_ = 0, at_ = 0;
};

} // namespace kiosk::toml
