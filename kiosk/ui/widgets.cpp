#include "ui/widgets.h"
#include "base/emphasis.h"
#include "ui/button_colors.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

// The smallest common scale of blocks; each block also stops at its own least size.
constexpr float kSmallestShare = 0.5F;

float least_of(Canvas const& canvas, TextBlock const& block)
{
    return std::ceil(canvas.layout().least_text(block.step) * block.least_scale);
}

TextStyle style_of(Canvas const& canvas, TextBlock const& block)
{
    auto const size = std::max(least_of(canvas, block), std::round(canvas.layout().text(block.step) * block.scale));
    return {block.face, size, block.line_height, block.wrap};
}

// Lines of running text are at most about 70 characters long, however wide the room.
float line_width(Canvas const& canvas, TextBlock const& block, float width)
{
    if (block.wrap == Wrap::balanced) return width;
    return std::min(width, canvas.layout().longest_line(style_of(canvas, block).size));
}

} // namespace

void check_target(Canvas& canvas, Rect const& rect)
{
    if (std::min(rect.width, rect.height) < canvas.layout().target() - 1) canvas.report_overflow();
}

ButtonColors colors_of(Canvas const& canvas, ButtonStyle style, bool pressed)
{
    auto const pick = [&](Ink fill, Ink ink, Ink border) {
        auto const base = canvas.color(fill);
        // Pressed: a fifth of the way to what is written on it, in the next frame.
        return ButtonColors{pressed ? mix(base, canvas.color(ink), 0.2F) : base, canvas.color(ink),
                            canvas.color(border)};
    };
    switch (style) {
    case ButtonStyle::action: return pick(Ink::action, Ink::on_action, Ink::accent);
    case ButtonStyle::onward:
    case ButtonStyle::chosen:
    case ButtonStyle::calm: return pick(Ink::calm, Ink::on_calm, Ink::line);
    case ButtonStyle::alarm: return pick(Ink::alarm, Ink::on_alarm, Ink::reconsider);
    case ButtonStyle::quiet: break;
    }
    return pick(Ink::ground, Ink::text, Ink::line);
}

void plate(Canvas& canvas, Rect const& rect, Ink ink)
{
    canvas.fill(rect, canvas.color(ink), canvas.layout().rounding());
    if (canvas.color(ink) == canvas.color(Ink::ground))
        canvas.outline(rect, canvas.color(Ink::line), canvas.layout().hairline(), canvas.layout().rounding());
}

float text_height(Canvas& canvas, float width, TextBlock const& block)
{
    if (block.text.empty()) return 0;
    auto const line = line_width(canvas, block, width);
    return canvas.text().shape(block.text, canvas.language(), style_of(canvas, block), line).size.height;
}

float text_block(Canvas& canvas, Rect const& rect, TextBlock const& block)
{
    if (block.text.empty() || rect.width <= 0) return 0;
    auto const width = line_width(canvas, block, rect.width);
    auto const style = canvas.text().fit(block.text, canvas.language(), style_of(canvas, block),
                                         {width, std::max(1.F, rect.height)}, least_of(canvas, block));
    auto const& shaped = canvas.text().shape(block.text, canvas.language(), style, width);
    canvas.glyphs(shaped, {rect.x, rect.y}, canvas.color(block.ink), least_of(canvas, block));
    bool const clipped = shaped.size.height > rect.height + 1 || shaped.word_broken;
    canvas.add({block.role,
                block.id,
                without_emphasis(block.text),
                "",
                "",
                {rect.x, rect.y, shaped.size.width, shaped.size.height},
                Tap::none,
                clipped});
    return shaped.size.height;
}

float text_centred(Canvas& canvas, Rect const& rect, TextBlock const& block)
{
    auto const width = line_width(canvas, block, rect.width);
    auto const style = canvas.text().fit(block.text, canvas.language(), style_of(canvas, block),
                                         {width, std::max(1.F, rect.height)}, least_of(canvas, block));
    auto const height = canvas.text().shape(block.text, canvas.language(), style, width).size.height;
    auto const down = std::max(0.F, std::floor((rect.height - height) / 2));
    return text_block(canvas, {rect.x, rect.y + down, rect.width, rect.height - down}, block);
}

float column_scale(Canvas& canvas, Size room, std::vector<TextBlock> blocks, float gap)
{
    std::erase_if(blocks, [](TextBlock const& block) { return block.text.empty(); });
    constexpr float kStepDown = 0.05F;
    auto const height_of = [&] {
        float height = 0;
        for (auto const& block : blocks) height += text_height(canvas, room.width, block) + gap;
        return height - gap;
    };
    float held = blocks.empty() ? 1 : blocks.front().scale;
    for (float scale = 1 - kStepDown; height_of() > room.height && scale >= kSmallestShare; scale -= kStepDown) {
        held = scale;
        for (auto& block : blocks) block.scale = scale;
    }
    return held;
}

float text_column(Canvas& canvas, Rect area, std::vector<TextBlock> blocks, float gap)
{
    std::erase_if(blocks, [](TextBlock const& block) { return block.text.empty(); });
    auto const scale = column_scale(canvas, {area.width, area.height}, blocks, gap);
    if (!blocks.empty() && scale != blocks.front().scale)
        for (auto& block : blocks) block.scale = scale;
    auto const top = area.y;
    for (auto const& block : blocks) {
        auto const used = text_block(canvas, area, block);
        cut_top(area, used, gap);
    }
    return area.y - top;
}

float heading(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& text, TextStep step)
{
    return text_block(canvas, rect, {id, text, step, Face::statement, Ink::text, Role::heading, 1.25F, Wrap::balanced});
}

namespace {

constexpr float kButtonLine = 1.2F; // of the size of its letters

// How a button's words stand: with the icon where there is room, else without.
struct Labelling {
    Rect inside;
    float icon_side = 0, icon_gap = 0;
    float room = 0;
    float least = 0; // size of letters, [px]
    bool with_icon = false, with_end = false;
    bool fits = false;        // no word is cut, no line is lost
    bool comfortable = false; // and the letters are not below their least size
    TextStyle style, subtitle_style;
    float subtitle_height = 0;
};

// Where all fills are alike the one that is chosen has a ring within its border, in place of a mark.
bool has_ring(Canvas const& canvas, Button const& spec)
{
    return spec.style == ButtonStyle::chosen && canvas.color(Ink::calm) == canvas.color(Ink::ground);
}

bool is_round(Button const& spec) { return spec.style != ButtonStyle::calm && spec.style != ButtonStyle::alarm; }

// How far a line of this height keeps from the end of a round button, so that its corners lie within the curve.
float room_for_curve(Canvas const& canvas, Size size, float line)
{
    auto const radius = size.height / 2;
    auto const half = std::min(radius, line / 2);
    return radius - std::sqrt(radius * radius - half * half) + canvas.layout().hairline() + canvas.layout().units(6);
}

// `least_side`: that the words keep from either end at least.
Labelling label_within(Canvas& canvas, Size size, Button const& spec, bool with_icon, float least_side)
{
    auto const& layout = canvas.layout();
    Labelling made;
    made.with_icon = with_icon && !spec.icon.empty();
    made.with_end = with_icon && !spec.end_icon.empty();
    auto const natural = spec.most > 0 ? std::min(spec.most, layout.text(spec.step)) : layout.text(spec.step);
    auto const least = spec.least > 0 ? spec.least : layout.least_label(spec.step);
    auto const side = std::max(std::min(layout.units(30), size.width * 0.07F), least_side);
    made.inside = Rect{0, 0, size.width, size.height}.inset(side, layout.units(8));
    if (has_ring(canvas, spec)) made.inside = made.inside.inset(layout.units(8), layout.units(2));
    made.icon_side = std::floor(std::min({made.inside.height, natural * 1.3F, size.width * 0.14F}));
    made.icon_gap = layout.units(14);
    made.room = made.inside.width - (made.with_icon ? made.icon_side + made.icon_gap : 0) -
                (made.with_end ? made.icon_side + made.icon_gap : 0);
    made.subtitle_style = {Face::regular, layout.least_label(), 1.25F, Wrap::natural};
    if (!spec.subtitle.empty())
        made.subtitle_height =
            canvas.text().shape(spec.subtitle, canvas.language(), made.subtitle_style, made.room).size.height;
    Size const box{made.room, made.inside.height - made.subtitle_height};
    made.style = canvas.text().fit(spec.label, canvas.language(), {Face::semibold, natural, kButtonLine, Wrap::natural},
                                   box, std::min(natural, least));
    auto const& shaped = canvas.text().shape(spec.label, canvas.language(), made.style, made.room);
    made.least = std::min(natural, least);
    made.fits = !shaped.word_broken && shaped.size.height <= box.height + 1;
    made.comfortable = made.fits && made.style.size >= std::min(natural, least) - 0.5F;
    return made;
}

Labelling label(Canvas& canvas, Size size, Button const& spec, bool with_icon)
{
    auto const made = label_within(canvas, size, spec, with_icon, 0);
    if (!is_round(spec) || !spec.subtitle.empty()) return made;
    auto const& shaped = canvas.text().shape(spec.label, canvas.language(), made.style, made.room);
    auto const side = room_for_curve(canvas, size, shaped.size.height);
    auto const icons = made.inside.width - made.room;
    bool const clear = shaped.size.width + icons + 2 * side <= size.width;
    return clear ? made : label_within(canvas, size, spec, with_icon, side);
}

Labelling best_label(Canvas& canvas, Size size, Button const& spec)
{
    if (has_ring(canvas, spec)) return label(canvas, size, spec, false);
    constexpr float kIconWorth = 0.85F; // of the size the words would have without it
    auto const with = label(canvas, size, spec, true);
    if (!with.with_icon && !with.with_end) return with;
    auto const without = label(canvas, size, spec, false);
    bool const keep = with.comfortable && with.style.size >= without.style.size * kIconWorth;
    return keep || !without.fits ? with : without;
}

} // namespace

bool button_fits(Canvas& canvas, Size room, Button const& spec) { return best_label(canvas, room, spec).comfortable; }

float button_label_size(Canvas& canvas, Size room, Button const& spec)
{
    return best_label(canvas, room, spec).style.size;
}

bool button_keeps_icons(Canvas& canvas, Size room, Button const& spec)
{
    auto const made = best_label(canvas, room, spec);
    return made.with_icon == !spec.icon.empty() && made.with_end == !spec.end_icon.empty();
}

float button_height(Canvas& canvas, float width, Button const& spec)
{
    auto const& layout = canvas.layout();
    auto const made = best_label(canvas, {width, layout.target() * 4}, spec);
    auto const& shaped = canvas.text().shape(spec.label, canvas.language(), made.style, made.room);
    return std::max(layout.target(), std::ceil(shaped.size.height + made.subtitle_height + 2 * layout.units(12)));
}

bool button(Canvas& canvas, Rect const& rect, Button const& spec)
{
    auto const& layout = canvas.layout();
    auto const colors = colors_of(canvas, spec.style, canvas.pressed(spec.id));
    bool const square = !is_round(spec);
    auto const rounding = square ? layout.rounding() : rect.height / 2;
    canvas.fill(rect, colors.fill, std::min(rounding, rect.height / 2));
    canvas.outline(rect, colors.border, layout.hairline(), std::min(rounding, rect.height / 2));
    check_target(canvas, rect);

    auto const made = best_label(canvas, {rect.width, rect.height}, spec);
    if (has_ring(canvas, spec)) {
        auto const within = layout.units(made.comfortable ? 4 : 2);
        canvas.outline(rect.inset(within), colors.ink, layout.units(made.comfortable ? 3 : 2), rounding - within);
    }
    auto inside = made.inside;
    inside.x += rect.x;
    inside.y += rect.y;
    if (made.with_end) canvas.icon(cut_right(inside, made.icon_side, made.icon_gap), spec.end_icon, colors.ink);
    bool const centred = !square;
    auto const& shaped = canvas.text().shape(spec.label, canvas.language(), made.style, made.room);
    auto const total = shaped.size.width + (made.with_icon ? made.icon_side + made.icon_gap : 0);
    auto x = centred && spec.subtitle.empty() ? std::round(inside.centre().x - total / 2) : inside.x;
    auto const y = std::round(rect.centre().y - (shaped.size.height + made.subtitle_height) / 2);
    if (made.with_icon) {
        canvas.icon({x, rect.centre().y - made.icon_side / 2, made.icon_side, made.icon_side}, spec.icon, colors.ink);
        x += made.icon_side + made.icon_gap;
    }
    canvas.glyphs(shaped, {x, y}, colors.ink, made.least);
    if (!spec.subtitle.empty())
        canvas.glyphs(canvas.text().shape(spec.subtitle, canvas.language(), made.subtitle_style, made.room),
                      {x, y + shaped.size.height}, mix(colors.ink, colors.fill, 0.1F));
    canvas.add({Role::button,
                spec.id,
                as_sentences(spec.label, spec.subtitle),
                spec.state,
                "",
                rect,
                Tap::tap,
                !made.fits,
                {},
                spec.style == ButtonStyle::action});
    return canvas.tapped(spec.id);
}

} // namespace kiosk::ui
