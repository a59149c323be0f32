#include "base/emphasis.h"
#include "base/utf8.h"

namespace kiosk {

namespace {

// A letter of any alphabet, a digit, or the end of a {name}: all but blanks and punctuation.
bool is_of_word(char32_t point)
{
    bool const ascii_letter = (point | 0x20U) >= U'a' && (point | 0x20U) <= U'z';
    bool const punctuation =
        point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x303F);
    return is_digit(point) || ascii_letter || (point >= 0xC0 && !punctuation);
}

bool is_blank(char32_t point)
{
    return point <= 0x20 || point == 0xA0 || (point >= 0x2000 && point <= 0x200B) || point == 0x202F || point == 0x3000;
}

class Stars {
public:
    explicit Stars(std::u32string_view text) : text_(text), stars_(text.size(), Star::none) {}

    std::vector<Star> classify()
    {
        for (std::size_t at = 0; at < text_.size(); ++at)
            if (text_[at] == U'*') classify_star(at);
        if (open_ != kNone) close_unpaired();
        return std::move(stars_);
    }

private:
    static constexpr auto kNone = static_cast<std::size_t>(-1);

    char32_t before(std::size_t at) const { return at == 0 ? U' ' : text_[at - 1]; }
    char32_t after(std::size_t at) const { return at + 1 < text_.size() ? text_[at + 1] : U' '; }

    void classify_star(std::size_t at)
    {
        bool const may_open = !is_blank(after(at)) && after(at) != U'*' && !is_of_word(before(at));
        bool const may_close = !is_blank(before(at)) && before(at) != U'*' && !is_of_word(after(at));
        if (open_ != kNone && may_close) {
            stars_[open_] = stars_[at] = Star::mark;
            open_ = kNone;
        } else if (may_open) {
            if (open_ != kNone) close_unpaired();
            open_ = at;
        } else {
            bool const inside = is_of_word(before(at)) && is_of_word(after(at));
            stars_[at] = inside ? Star::sign : Star::alone;
        }
    }

    void close_unpaired()
    {
        stars_[open_] = is_digit(after(open_)) ? Star::sign : Star::alone;
        open_ = kNone;
    }

    std::u32string_view text_;
    std::vector<Star> stars_;
    std::size_t open_ = kNone;
};

} // namespace

std::vector<Star> classify_stars(std::u32string_view text) { return Stars(text).classify(); }

std::string without_emphasis(std::string_view text)
{
    if (text.find('*') == std::string_view::npos) return std::string(text);
    auto const points = code_points(text);
    auto const stars = classify_stars(points);
    std::string seen;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (stars[i] != Star::mark) append_utf8(seen, points[i]);
    return seen;
}

} // namespace kiosk
