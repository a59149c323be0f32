#include "content/read/signing_off.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace kiosk::content {

namespace {

using Lines = std::vector<std::string>;
using Entries = std::vector<std::pair<std::string, std::string>>;

Lines lines_of(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(Lines const& lines)
{
    std::string text;
    for (auto const& line : lines) text += line + "\n";
    return text;
}

// "status" of "status = …"; "" of any other line.
std::string_view key_of(std::string_view line)
{
    auto const equals = line.find('=');
    if (equals == std::string_view::npos || line.starts_with('#')) return {};
    line = line.substr(0, equals);
    while (line.ends_with(' ')) line.remove_suffix(1);
    return line;
}

// Sets keys between the lines `begin` and `end`. A key that has no line yet gets one after the key before it.
Result<std::string> with_values(Lines lines, std::size_t begin, std::size_t end, Entries const& values)
{
    std::size_t behind = 0;
    for (auto const& [key, value] : values) {
        auto line = fmt::format("{} = \"{}\"", key, value);
        std::size_t at = begin;
        while (at < end && key_of(lines[at]) != key) ++at;
        if (at < end) {
            lines[at] = std::move(line);
        } else if (behind > 0) {
            at = behind + 1;
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(line));
            ++end;
        } else {
            return Error{"", fmt::format("there is no line '{} = …'", key), "write it as the other files have it"};
        }
        behind = at;
    }
    return joined(lines);
}

// A name must fit between double quotes.
Result<> check(SignedOff const& signed_off)
{
    auto const& name = signed_off.by;
    bool const plain = std::all_of(name.begin(), name.end(), [](char letter) {
        return letter != '"' && letter != '\\' && static_cast<unsigned char>(letter) >= 0x20 && letter != '\x7F';
    });
    if (plain && name.find_first_not_of(' ') != std::string::npos) return success();
    return Error{"", "that is no name", "write who it was, without quotes: --by \"A. Person\""};
}

} // namespace

Result<std::string> with_review(std::string_view words_file, SignedOff const& signed_off)
{
    if (auto const named = check(signed_off); !named) return named.error();
    auto lines = lines_of(words_file);
    auto const section =
        std::find_if(lines.begin(), lines.end(), [](auto const& line) { return line.starts_with('['); });
    auto const end = static_cast<std::size_t>(section - lines.begin());
    return with_values(std::move(lines), 0, end,
                       {{"status", "reviewed"},
                        {"reviewed_by", signed_off.by},
                        {"reviewed_on", signed_off.on},
                        {"reviewed_mark", signed_off.mark}});
}

Result<std::string> with_trial(std::string_view channels_file, std::string_view channel, SignedOff const& signed_off)
{
    if (auto const named = check(signed_off); !named) return named.error();
    auto lines = lines_of(channels_file);
    auto const is_head = [](std::string const& line) { return line.starts_with("[["); };
    for (std::size_t begin = 0; begin < lines.size(); ++begin) {
        if (!is_head(lines[begin])) continue;
        auto const from = lines.begin() + static_cast<std::ptrdiff_t>(begin) + 1;
        auto const end = static_cast<std::size_t>(std::find_if(from, lines.end(), is_head) - lines.begin());
        auto const is_id = [&](std::string const& line) {
            return key_of(line) == "id" && line.find("\"" + std::string(channel) + "\"") != std::string::npos;
        };
        if (std::none_of(from, lines.begin() + static_cast<std::ptrdiff_t>(end), is_id)) continue;
        return with_values(
            std::move(lines), begin, end,
            {{"verified_on", signed_off.on}, {"verified_by", signed_off.by}, {"verified_mark", signed_off.mark}});
    }
    return Error{"", fmt::format("there is no channel '{}'", channel), "see the ids in reporting/channels.toml"};
}

} // namespace kiosk::content
