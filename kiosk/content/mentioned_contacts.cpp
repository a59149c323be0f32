// mentioned_contacts(): what a reader of a text would type or dial.
#include "base/utf8.h"
#include "content/contacts.h"
#include "content/keys/folded.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

namespace kiosk::content {

namespace {

constexpr std::size_t kFewestDigits = 6;      // of a number without a '+' or a 0 before it
constexpr std::size_t kFewestAfterPrefix = 3; // with one

bool is_plain_letter(char32_t point) { return (point | 0x20U) >= U'a' && (point | 0x20U) <= U'z'; }
// A letter of any alphabet, as far as this needs to know: a host may have them, and a look-alike does.
bool is_foreign(char32_t point)
{
    constexpr char32_t kFirstLetter = 0xC0;
    bool const punctuation = point >= 0x2000 && point <= 0x206F;
    return point >= kFirstLetter && !punctuation && point != 0x3000;
}
bool is_word(char32_t point) { return is_digit(point) || is_plain_letter(point) || is_foreign(point); }

bool is_dot(char32_t point) { return point == U'.' || point == 0x3002 || point == 0xFF0E || point == 0xFF61; }

// What a written address is made of; everything else ends it.
bool is_of_address(char32_t point)
{
    return is_word(point) || is_dot(point) ||
           std::u32string_view(U"-_:/@~%?=&#").find(point) != std::u32string_view::npos;
}

// Between the groups of a number: blanks of any width, and what people put there.
bool is_between_groups(char32_t point)
{
    return std::u32string_view(U" -/.()\u00A0\u2009\u202F\u2007\u2010\u2011").find(point) != std::u32string_view::npos;
}

std::string text_of(std::u32string_view points)
{
    std::string text;
    for (auto const point : points)
        append_utf8(text, is_plain_letter(point) ? point | 0x20U : is_dot(point) ? U'.' : point);
    return text;
}

// "x.be": a dot between two words, of which the last has two letters or more.
bool has_host(std::u32string_view token)
{
    for (std::size_t dot = 1; dot + 2 < token.size(); ++dot) {
        if (!is_dot(token[dot]) || !is_word(token[dot - 1])) continue;
        auto const last = token.substr(dot + 1);
        auto const length = static_cast<std::size_t>(
            std::find_if_not(last.begin(), last.end(),
                             [](char32_t point) { return is_plain_letter(point) || is_foreign(point); }) -
            last.begin());
        bool const ends = length == last.size() || !(is_digit(last[length]) || last[length] == U'_');
        // "z.B." is no host. "Uhr.Am" looks like one and is reported: whoever signs decides.
        if (length >= 2 && ends) return true;
    }
    return false;
}

// The text as a reader sees it: full-width, raised and circled signs become plain ones and one-dot leaders become dots
// (NFKC), digits of every script become ASCII digits, and invisible characters are left out.
std::u32string as_read(std::string_view text)
{
    std::u32string read;
    for (auto const point : code_points(compatible(text))) {
        auto const code = static_cast<UChar32>(point);
        auto const digit = u_charDigitValue(code);
        if (digit >= 0)
            read += U'0' + static_cast<char32_t>(digit);
        else if (u_charType(code) != U_FORMAT_CHAR && u_charType(code) != U_NON_SPACING_MARK)
            read += point;
    }
    return read;
}

// Whether a sign that is not ASCII, at the beginning of the text, is read as itself by every reader: accents of the
// languages that visitors read, quotes, dashes and blanks. Others may read as a digit or a dot.
bool reads_as_itself(std::string_view text)
{
    constexpr std::array<std::string_view, 14> kSigns{"\u00A0", "«", "»", "œ", "Œ", "’", "‘",
                                                      "“",      "”", "„", "‚", "–", "—", "…"};
    constexpr std::string_view kAccented = "\u00C0"; // its first byte is that of all letters up to U+00FF
    return text.starts_with(kAccented.substr(0, 1)) ||
           std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

// Whether a text may name a contact at all. Most texts have no digit, no '@', no dot within a word and no sign that
// reads as another, and need not be taken apart, which would cost a tenth of a check.
bool may_name_one(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const letter = text[i];
        auto const next = i + 1 < text.size() ? text[i + 1] : ' ';
        bool const first_of_many = (static_cast<unsigned char>(letter) & 0xC0U) == 0xC0U;
        if ((letter >= '0' && letter <= '9') || letter == '@') return true;
        if (letter == '.' && std::string_view(" \n.\")").find(next) == std::string_view::npos) return true;
        if (letter == ':' && next == '/') return true;
        if (first_of_many && !reads_as_itself(text.substr(i))) return true;
    }
    return false;
}

class Reader {
public:
    explicit Reader(std::string_view text) : points_(as_read(text)) {}

    std::set<std::string> take()
    {
        addresses();
        numbers();
        return std::move(named_);
    }

private:
    void addresses()
    {
        for (std::size_t at = 0; at < points_.size();) {
            auto const begin = at;
            while (at < points_.size() && is_of_address(points_[at])) ++at;
            std::u32string_view token = std::u32string_view(points_).substr(begin, at - begin);
            if (at == begin) ++at;
            // Punctuation of the sentence, not of the address.
            while (!token.empty() && (is_dot(token.back()) ||
                                      std::u32string_view(U":-/?").find(token.back()) != std::u32string_view::npos))
                token.remove_suffix(1);
            bool const scheme = token.find(U"://") != std::u32string_view::npos;
            bool const at_sign = token.find(U'@') != std::u32string_view::npos;
            if (scheme || at_sign || has_host(token)) named_.insert(text_of(token));
        }
    }

    void numbers()
    {
        for (std::size_t at = 0; at < points_.size();) {
            bool const plus = points_[at] == U'+';
            bool const begins = (plus && at + 1 < points_.size() && is_digit(points_[at + 1])) || is_digit(points_[at]);
            if (!begins) {
                ++at;
                continue;
            }
            at = number(plus ? at + 1 : at, plus);
        }
    }

    // Reads a number from its first digit on; returns where it ends.
    std::size_t number(std::size_t at, bool plus)
    {
        std::string digits;
        for (;;) {
            while (at < points_.size() && is_digit(points_[at])) digits += static_cast<char>(points_[at++]);
            auto next = at;
            while (next < points_.size() && next < at + 2 && is_between_groups(points_[next])) ++next;
            if (next == at || next >= points_.size() || !is_digit(points_[next])) break;
            at = next;
        }
        bool const prefixed = plus || digits.front() == '0';
        if (digits.size() >= (prefixed ? kFewestAfterPrefix : kFewestDigits)) named_.insert(digits);
        return at;
    }

    std::u32string points_;
    std::set<std::string> named_;
};

} // namespace

std::set<std::string> mentioned_contacts(std::string_view text)
{
    if (!may_name_one(text)) return {};
    return Reader(text).take();
}

} // namespace kiosk::content
