#include "ui/tabs.h"
#include "ui/button_colors.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

constexpr float kLine = 1.15F;      // of the size of letters
constexpr float kIconAbove = 0.4F;  // of the height of a tab
constexpr float kIconBeside = 1.3F; // of the size of letters

TextStyle style_of(float size) { return {Face::semibold, size, kLine, Wrap::balanced}; }

// A tab with its icon beside the word, or above it.
struct TabLook {
    bool beside = false;
    float icon = 0, gap = 0; // [px]
    Size room;               // for the word
};

TabLook above(Layout const& layout, Tab const& tab)
{
    auto const icon = std::floor(std::min(tab.rect.height * kIconAbove, layout.text(TextStep::title) * 1.3F));
    auto const gap = std::round(tab.rect.height * 0.05F);
    return {false,
            icon,
            gap,
            {tab.rect.width - 2 * layout.units(tab.style == ButtonStyle::quiet ? 4 : 14),
             tab.rect.height - 2 * layout.units(6) - icon - gap}};
}

TabLook beside(Layout const& layout, Tab const& tab, float size)
{
    auto const icon = std::floor(std::min(size * kIconBeside, tab.rect.height * 0.5F));
    auto const gap = layout.units(12);
    auto const side = tab.rect.height * 0.22F; // clear of the round ends
    return {true, icon, gap, {tab.rect.width - 2 * side - icon - gap, tab.rect.height - 2 * layout.units(8)}};
}

bool word_fits(Canvas& canvas, Tab const& tab, TabLook const& look, float size)
{
    if (look.room.width <= 0) return false;
    auto const& shaped = canvas.text().shape(tab.label, canvas.language(), style_of(size), look.room.width);
    return !shaped.word_broken && shaped.lines <= 2 && shaped.size.height <= look.room.height + 1;
}

int lines_of(Canvas& canvas, Tab const& tab, TabLook const& look, float size)
{
    return canvas.text().shape(tab.label, canvas.language(), style_of(size), look.room.width).lines;
}

// Above the word, if that has room; beside it in a filled tab where it stays on one line, and wherever only that fits.
TabLook look_of(Canvas& canvas, Tab const& tab, float size)
{
    auto const by_its_side = beside(canvas.layout(), tab, size);
    auto const over = above(canvas.layout(), tab);
    bool const side_fits = word_fits(canvas, tab, by_its_side, size);
    if (side_fits && tab.style != ButtonStyle::quiet && lines_of(canvas, tab, by_its_side, size) == 1)
        return by_its_side;
    return side_fits && !word_fits(canvas, tab, over, size) ? by_its_side : over;
}

float common_size(Canvas& canvas, std::vector<Tab> const& row)
{
    auto const least = canvas.layout().least_bar_label();
    auto size = canvas.layout().text(TextStep::reading);
    auto const all_fit = [&] {
        return std::all_of(row.begin(), row.end(),
                           [&](Tab const& tab) { return word_fits(canvas, tab, look_of(canvas, tab, size), size); });
    };
    while (size > least && !all_fit()) size = std::max(least, size - 1);
    return size;
}

// Below the common size only where a word would be cut.
float own_size(Canvas& canvas, Tab const& tab, float size)
{
    auto const floor = size * 0.6F;
    while (size > floor && !word_fits(canvas, tab, look_of(canvas, tab, size), size)) size -= 1;
    return size;
}

void draw_tab(Canvas& canvas, Tab const& tab, float common)
{
    auto const& layout = canvas.layout();
    auto const& rect = tab.rect;
    bool const pressed = canvas.pressed(tab.id);
    auto const colors = colors_of(canvas, tab.style, pressed);
    auto const size = own_size(canvas, tab, common);
    auto const look = look_of(canvas, tab, size);
    // Words below an icon reach into the corners.
    auto const rounding = look.beside ? rect.height / 2 : std::min(layout.rounding(), rect.height / 2);
    if (tab.style != ButtonStyle::quiet) {
        canvas.fill(rect, colors.fill, rounding);
        canvas.outline(rect, colors.border, layout.hairline(), rounding);
    } else if (pressed) {
        canvas.fill(rect, colors.fill, rounding);
    }
    auto const& shaped = canvas.text().shape(tab.label, canvas.language(), style_of(size), look.room.width);
    Size const words = shaped.size;
    auto const centre = rect.centre();
    if (look.beside) {
        auto const left = std::round(centre.x - (look.icon + look.gap + words.width) / 2);
        canvas.icon({left, std::round(centre.y - look.icon / 2), look.icon, look.icon}, tab.icon, colors.ink);
        canvas.glyphs(shaped, {left + look.icon + look.gap, std::round(centre.y - words.height / 2)}, colors.ink,
                      common);
    } else {
        auto const top = std::round(centre.y - (look.icon + look.gap + words.height) / 2);
        canvas.icon({std::round(centre.x - look.icon / 2), top, look.icon, look.icon}, tab.icon, colors.ink);
        canvas.glyphs(shaped, {std::round(centre.x - words.width / 2), top + look.icon + look.gap}, colors.ink, common);
    }
    if (std::min(rect.width, rect.height) < layout.target() - 1) canvas.report_overflow();
    canvas.add({Role::button,
                tab.id,
                tab.label,
                "",
                "",
                rect,
                Tap::tap,
                !word_fits(canvas, tab, look, size),
                {},
                tab.style == ButtonStyle::action});
}

} // namespace

std::optional<std::size_t> tabs(Canvas& canvas, std::vector<Tab> const& row)
{
    auto const size = common_size(canvas, row);
    std::optional<std::size_t> tapped;
    for (std::size_t i = 0; i < row.size(); ++i) {
        draw_tab(canvas, row[i], size);
        if (canvas.tapped(row[i].id)) tapped = i;
    }
    return tapped;
}

} // namespace kiosk::ui
