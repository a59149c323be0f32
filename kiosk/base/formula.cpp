#include "base/formula.h"

#include <algorithm>
#include <array>

namespace kiosk {

namespace {

constexpr std::string_view kEndsOfCells = ";\t\r\n";
constexpr char kApostrophe = '\'';

bool is_decimal(char letter) { return letter >= '0' && letter <= '9'; }

bool is_number(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    auto const point = std::min(text.find('.'), text.size());
    auto const whole = text.substr(0, point);
    if (whole.empty() || !std::all_of(whole.begin(), whole.end(), is_decimal)) return false;
    if (point == text.size()) return true;
    auto const rest = text.substr(point + 1);
    return !rest.empty() && std::all_of(rest.begin(), rest.end(), is_decimal);
}

// Apostrophes that stand before it do not count: they are ours, or somebody's who wrote like us.
bool begins_a_formula(std::string_view part)
{
    constexpr std::array<std::string_view, 10> kBeginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    part.remove_prefix(std::min(part.find_first_not_of(kApostrophe), part.size()));
    for (;;) {
        if (part.starts_with(' '))
            part.remove_prefix(1);
        else if (constexpr std::string_view kNoBreak = "\xC2\xA0"; part.starts_with(kNoBreak))
            part.remove_prefix(kNoBreak.size());
        else
            return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                               [&](auto const& beginning) { return part.starts_with(beginning); });
    }
}

bool is_number_in_apostrophes(std::string_view text)
{
    return is_number(text.substr(std::min(text.find_first_not_of(kApostrophe), text.size())));
}

// The next place at or behind one where a cell begins; npos for none.
std::size_t find_from(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (begins_a_formula(text.substr(at))) return at;
        at = text.find_first_of(kEndsOfCells, at);
        if (at != std::string_view::npos) ++at;
    }
    return std::string_view::npos;
}

template <typename Take>
std::string at_each_formula(std::string_view text, Take const& take)
{
    std::string changed;
    std::size_t done = 0;
    for (auto at = find_formula(text); at != std::string_view::npos;) {
        changed += text.substr(done, at - done);
        done = at + take(changed, text[at]);
        auto const end = text.find_first_of(kEndsOfCells, at);
        at = end == std::string_view::npos ? end : find_from(text, end + 1);
    }
    return changed.append(text.substr(done));
}

} // namespace

std::size_t find_formula(std::string_view text)
{
    return is_number_in_apostrophes(text) ? std::string_view::npos : find_from(text, 0);
}

std::string escape_formulas(std::string_view text)
{
    return at_each_formula(text, [](std::string& changed, char) {
        changed += kApostrophe;
        return std::size_t{0};
    });
}

std::string unescape_formulas(std::string_view text)
{
    return at_each_formula(
        text, [](std::string const&, char first) { return first == kApostrophe ? std::size_t{1} : std::size_t{0}; });
}

} // namespace kiosk
