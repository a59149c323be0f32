#include "voice/spoken.h"
#include "base/utf8.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace kiosk::voice {

namespace {

// Spaces that break and that do not, thin ones, and the point that some countries put between digits.
bool is_between_digits(char32_t point)
{
    return point == U' ' || point == U'\u00a0' || point == U'\u202f' || point == U'\u2009' || point == U'.' ||
           point == U'-' || point == U'/';
}

std::u32string digits_of(std::string_view number)
{
    std::u32string digits;
    for (auto const point : code_points(number))
        if (is_digit(point) || point == U'+') digits += point;
    return digits;
}

// Where the number ends that begins at `at` with just these digits, whatever stands between them.
std::optional<std::size_t> end_of(std::u32string const& text, std::size_t at, std::u32string const& digits)
{
    std::size_t found = 0;
    for (; at < text.size() && found < digits.size(); ++at) {
        if (text[at] == digits[found])
            ++found;
        else if (found == 0 || !is_between_digits(text[at]))
            return std::nullopt;
    }
    if (found < digits.size() || (at < text.size() && is_digit(text[at]))) return std::nullopt;
    return at;
}

bool is_of_address(char letter)
{
    auto const byte = static_cast<unsigned char>(letter);
    return std::isalnum(byte) != 0 || letter == '.' || letter == '-' || letter == '_' || letter == '/' ||
           letter == '@' || letter == ':';
}

std::string_view without_scheme(std::string_view address)
{
    constexpr std::string_view kMark = "://";
    auto const scheme = address.find(kMark);
    return scheme == std::string_view::npos ? address : address.substr(scheme + kMark.size());
}

// "isaystop.com", "contact@seos.be": a dot between letters, the last of them two or more.
bool is_address(std::string_view word)
{
    word = without_scheme(word);
    auto const host = word.substr(0, word.find('/'));
    auto const dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || host.size() - dot < 3) return false;
    return std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(),
                       [](char letter) { return std::isalpha(static_cast<unsigned char>(letter)) != 0; });
}

} // namespace

SpokenTexts::SpokenTexts(content::Content const& content) : content_(content)
{
    auto const add = [&](std::string const& number) {
        auto digits = digits_of(number);
        if (!digits.empty()) numbers_.push_back(std::move(digits));
    };
    for (auto const& channel : content.reporting.channels) {
        add(channel.phone);
        for (auto const& way : channel.text_contacts)
            if (way.kind == content::TextKind::whatsapp) add(way.value);
    }
    for (auto const& number : content.reporting.emergency) add(number.number);
    std::sort(numbers_.begin(), numbers_.end(),
              [](auto const& one, auto const& other) { return one.size() > other.size(); });
}

std::string SpokenTexts::word_of(char sign, content::Language const& language) const
{
    switch (sign) {
    case '.': return content_.sentence(language, "speech.dot", {});
    case '-': return content_.sentence(language, "speech.hyphen", {});
    case '_': return content_.sentence(language, "speech.underscore", {});
    case '/': return content_.sentence(language, "speech.slash", {});
    case '@': return content_.sentence(language, "speech.at", {});
    case '+': return content_.sentence(language, "speech.plus", {});
    default: return std::string(1, sign);
    }
}

std::string SpokenTexts::numbers_by_digit(std::u32string const& text, content::Language const& language,
                                          ShortNumbers short_numbers) const
{
    std::string spoken;
    for (std::size_t at = 0; at < text.size();) {
        bool const begins = at == 0 || !(is_digit(text[at - 1]) || text[at - 1] == U'+');
        std::optional<std::size_t> end;
        if (begins && (is_digit(text[at]) || text[at] == U'+'))
            for (auto const& number : numbers_) {
                if (number.size() < 3 && short_numbers == ShortNumbers::as_numbers) continue;
                if ((end = end_of(text, at, number))) break;
            }
        if (!end) {
            append_utf8(spoken, text[at++]);
            continue;
        }
        bool after_digit = false;
        for (; at < *end; ++at) {
            if (is_between_digits(text[at])) {
                spoken += ',';
                continue;
            }
            if (after_digit) spoken += ' ';
            spoken += text[at] == U'+' ? word_of('+', language) : std::string(1, static_cast<char>(text[at]));
            after_digit = true;
        }
    }
    return spoken;
}

std::string SpokenTexts::addresses_in_words(std::string_view text, content::Language const& language) const
{
    std::string spoken;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && is_of_address(text[end])) ++end;
        if (end == at) {
            spoken += text[at++];
            continue;
        }
        auto word = text.substr(at, end - at);
        // The full stop of its sentence is not part of it.
        auto const kept = word.find_last_not_of(".:/-");
        word = word.substr(0, kept == std::string_view::npos ? 0 : kept + 1);
        if (word.empty() || !is_address(word)) {
            spoken += text.substr(at, end - at);
            at = end;
            continue;
        }
        for (char const letter : without_scheme(word)) {
            bool const is_sign = std::isalnum(static_cast<unsigned char>(letter)) == 0;
            if (is_sign)
                spoken += ' ' + word_of(letter, language) + ' ';
            else
                spoken += letter;
        }
        at += word.size();
        while (at < end && text[at] == '/') ++at; // which no browser needs
    }
    return spoken;
}

std::string SpokenTexts::spoken(std::string_view text, content::Language const& language,
                                ShortNumbers short_numbers) const
{
    auto const in_words = addresses_in_words(text, language);
    auto spoken = numbers_by_digit(code_points(in_words), language, short_numbers);
    // A sign between two things said one after the other.
    for (std::string_view const between : {"\u00a0·\u00a0", " · "})
        for (auto at = spoken.find(between); at != std::string::npos; at = spoken.find(between, at))
            spoken.replace(at, between.size(), ", ");
    return spoken;
}

std::string SpokenTexts::spelled(std::string_view address, content::Language const& language) const
{
    address = without_scheme(address);
    while (address.ends_with('/')) address.remove_suffix(1);
    std::string spelled;
    for (char const letter : address) spelled += (spelled.empty() ? "" : ", ") + word_of(letter, language);
    return spelled;
}

} // namespace kiosk::voice
