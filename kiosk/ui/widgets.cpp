#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

// Blocks that go down in size together do so as far as this; each by itself stops at its least size.
constexpr float kSmallestShare = 0.72F;

TextStyle style_of(Canvas const& canvas, TextBlock const& block)
{
    auto const& layout = canvas.layout();
    auto const size = std::max(layout.least_text(block.step), std::round(layout.text(block.step) * block.scale));
    return {block.face, size, block.line_height, block.wrap};
}

// Lines of running text are at most about 70 characters long, however wide the room.
float line_width(Canvas const& canvas, TextBlock const& block, float width)
{
    if (block.wrap == Wrap::balanced) return width;
    return std::min(width, canvas.layout().longest_line(style_of(canvas, block).size));
}

// What is touched is never smaller than a fingertip, or the screen wants more room.
void check_target(Canvas& canvas, Rect const& rect)
{
    if (std::min(rect.width, rect.height) < canvas.layout().target() - 1) canvas.misfit();
}

struct Colors {
    Color fill, ink, border;
};

Colors colors_of(Canvas const& canvas, ButtonStyle style, bool pressed)
{
    auto const pick = [&](Ink fill, Ink ink, Ink border) {
        auto const base = canvas.color(fill);
        // Pressed: a fifth of the way to what is written on it, in the next frame.
        return Colors{pressed ? mix(base, canvas.color(ink), 0.2F) : base, canvas.color(ink), canvas.color(border)};
    };
    switch (style) {
    case ButtonStyle::action: return pick(Ink::action, Ink::on_action, Ink::action);
    case ButtonStyle::calm: return pick(Ink::calm, Ink::on_calm, Ink::line);
    case ButtonStyle::quiet: break;
    }
    return pick(Ink::ground, Ink::text, Ink::line);
}

} // namespace

void plate(Canvas& canvas, Rect const& rect, Ink ink)
{
    canvas.fill(rect, canvas.color(ink), canvas.layout().rounding());
    if (canvas.color(ink) == canvas.color(Ink::ground))
        canvas.outline(rect, canvas.color(Ink::line), canvas.layout().hairline(), canvas.layout().rounding());
}

void focus_ring(Canvas& canvas, Rect const& rect, std::string_view id)
{
    if (!canvas.focused(id)) return;
    auto const around = canvas.layout().px(8);
    canvas.outline(rect.inset(-around), canvas.color(Ink::text), canvas.layout().px(5),
                   canvas.layout().rounding() + around);
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
                                         {width, std::max(1.F, rect.height)}, canvas.layout().least_text(block.step));
    auto const& shaped = canvas.text().shape(block.text, canvas.language(), style, width);
    canvas.glyphs(shaped, {rect.x, rect.y}, canvas.color(block.ink));
    bool const clipped = shaped.size.height > rect.height + 1 || shaped.word_broken;
    std::string label;
    for (char const letter : block.text)
        if (letter != '*') label.push_back(letter);
    canvas.add({block.role,
                block.id,
                label,
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
                                         {width, std::max(1.F, rect.height)}, canvas.layout().least_text(block.step));
    auto const height = canvas.text().shape(block.text, canvas.language(), style, width).size.height;
    auto const down = std::max(0.F, std::floor((rect.height - height) / 2));
    return text_block(canvas, {rect.x, rect.y + down, rect.width, rect.height - down}, block);
}

float text_column(Canvas& canvas, Rect area, std::vector<TextBlock> blocks, float gap)
{
    std::erase_if(blocks, [](TextBlock const& block) { return block.text.empty(); });
    constexpr float kStepDown = 0.05F;
    auto const height_of = [&] {
        float height = 0;
        for (auto const& block : blocks) height += text_height(canvas, area.width, block) + gap;
        return height - gap;
    };
    for (float scale = 1 - kStepDown; height_of() > area.height && scale >= kSmallestShare; scale -= kStepDown)
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

bool button(Canvas& canvas, Rect const& rect, Button const& spec)
{
    auto const& layout = canvas.layout();
    auto const colors = colors_of(canvas, spec.style, canvas.pressed(spec.id));
    auto const rounding = spec.style == ButtonStyle::calm ? layout.rounding() : rect.height / 2;
    canvas.fill(rect, colors.fill, std::min(rounding, rect.height / 2));
    canvas.outline(rect, colors.border, layout.hairline(), std::min(rounding, rect.height / 2));

    auto inside = rect.inset(std::min(layout.px(30), rect.width * 0.08F), layout.px(10));
    auto const icon_side = std::floor(std::min({inside.height, layout.text(spec.step) * 1.3F, rect.width * 0.14F}));
    auto const icon_gap = layout.px(14);
    if (!spec.end_icon.empty()) canvas.icon(cut_right(inside, icon_side, icon_gap), spec.end_icon, colors.ink);

    check_target(canvas, rect);
    TextStyle style{Face::semibold, layout.text(spec.step), 1.25F, Wrap::natural};
    bool const centred = spec.style != ButtonStyle::calm;
    auto const room = spec.icon.empty() ? inside.width : inside.width - icon_side - icon_gap;
    TextStyle quiet{Face::regular, layout.text(TextStep::small), 1.25F, Wrap::natural};
    auto const sub_height =
        spec.sub.empty() ? 0 : canvas.text().shape(spec.sub, canvas.language(), quiet, room).size.height;
    style = canvas.text().fit(spec.label, canvas.language(), style, {room, inside.height - sub_height},
                              layout.least_text(TextStep::small));
    auto const& label = canvas.text().shape(spec.label, canvas.language(), style, room);
    auto const total = label.size.width + (spec.icon.empty() ? 0 : icon_side + icon_gap);
    auto x = centred && spec.sub.empty() ? std::round(inside.centre().x - total / 2) : inside.x;
    auto const y = std::round(rect.centre().y - (label.size.height + sub_height) / 2);
    if (!spec.icon.empty()) {
        canvas.icon({x, rect.centre().y - icon_side / 2, icon_side, icon_side}, spec.icon, colors.ink);
        x += icon_side + icon_gap;
    }
    canvas.glyphs(label, {x, y}, colors.ink);
    if (!spec.sub.empty())
        canvas.glyphs(canvas.text().shape(spec.sub, canvas.language(), quiet, room), {x, y + label.size.height},
                      mix(colors.ink, colors.fill, 0.15F));
    bool const clipped = label.size.height + sub_height > rect.height + 1 || label.word_broken;
    canvas.add({Role::button, spec.id, spec.sub.empty() ? spec.label : spec.label + ". " + spec.sub, spec.state, "",
                rect, Tap::tap, clipped});
    focus_ring(canvas, rect, spec.id);
    return canvas.tapped(spec.id);
}

bool choice(Canvas& canvas, Rect const& rect, Choice const& spec)
{
    auto const& layout = canvas.layout();
    auto border = canvas.color(Ink::line);
    auto fill = canvas.color(Ink::raised);
    std::string icon;
    if (spec.state == ChoiceState::chosen) border = canvas.color(Ink::action);
    if (spec.state == ChoiceState::right) border = canvas.color(Ink::right), icon = "check";
    if (spec.state == ChoiceState::reconsider) border = canvas.color(Ink::reconsider), icon = "reconsider";
    if (spec.state == ChoiceState::right || spec.state == ChoiceState::reconsider) fill = mix(fill, border, 0.14F);
    if (canvas.pressed(spec.id)) fill = mix(fill, canvas.color(Ink::text), 0.2F);
    auto const thickness = spec.state == ChoiceState::open ? layout.hairline() : layout.px(4);
    canvas.fill(rect, fill, layout.rounding());
    canvas.outline(rect, border, thickness, layout.rounding());

    auto inside = rect.inset(layout.px(28), layout.px(8));
    auto const side = layout.px(46);
    auto const mark = cut_left(inside, side, layout.px(22));
    auto const centre = Point{mark.centre().x, rect.centre().y};
    if (icon.empty()) {
        canvas.ring(centre, side / 2 - layout.px(4), layout.px(4), border);
        if (spec.state == ChoiceState::chosen) canvas.disc(centre, side / 4, border);
    } else {
        canvas.icon({centre.x - side / 2, centre.y - side / 2, side, side}, icon, border);
    }
    TextStyle style{Face::semibold, layout.text(spec.step), 1.3F, Wrap::natural};
    check_target(canvas, rect);
    style = canvas.text().fit(spec.label, canvas.language(), style, {inside.width, inside.height},
                              layout.least_text(TextStep::reading));
    auto const& label = canvas.text().shape(spec.label, canvas.language(), style, inside.width);
    canvas.glyphs(label, {inside.x, std::round(rect.centre().y - label.size.height / 2)}, canvas.color(Ink::text));
    canvas.add({Role::choice, spec.id, spec.label, spec.state_word, "", rect, spec.tap,
                label.size.height > rect.height || label.word_broken});
    focus_ring(canvas, rect, spec.id);
    return canvas.tapped(spec.id);
}

} // namespace kiosk::ui
