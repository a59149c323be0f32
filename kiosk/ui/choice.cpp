// An answer to choose, and after the choice what it was: right, or to be seen again.
#include "ui/canvas.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

TextStyle choice_style(Canvas const& canvas, Choice const& spec)
{
    return {Face::semibold, canvas.layout().text(spec.step), 1.25F, Wrap::natural};
}

// A mark as high as its words want it: in a narrow column a verdict has two lines.
class VerdictTag {
public:
    VerdictTag(Canvas& canvas, float width, std::string const& words)
        : canvas_(canvas),
          side_(canvas.layout().units(28)),
          text_(canvas.text().shape(words, canvas.language(), style(), width - 2 * side_ - 2 * pad()))
    {
        auto const font_size = canvas.layout().text(TextStep::small);
        height_ = std::ceil(std::max(text_.size.height, font_size * 1.2F));
    }
    float height() const { return height_; }
    // What of it stands above the edge: half of it, but never so much that it touches what is above.
    float outside() const
    {
        auto const& layout = canvas_.layout();
        return std::floor(std::min(height_ / 2, layout.gap() - layout.units(3)));
    }
    float width() const { return std::ceil(text_.size.width + 2 * pad()); }
    // `label_end`: where the words of the answer end. Within the answer where they leave room, so that nobody takes it
    // for a mark of the one above; else on its upper edge.
    void draw(Rect const& rect, float label_end, Color color)
    {
        auto const left = rect.right() - side_ - width();
        bool const within = left - label_end >= pad();
        auto const top = within ? std::round(rect.centre().y - height_ / 2) : rect.y - outside();
        Rect const tag{left, top, width(), height_};
        canvas_.fill(tag, color, std::min(height_ / 2, canvas_.layout().rounding()));
        canvas_.glyphs(text_,
                       {tag.x + std::round((tag.width - text_.size.width) / 2),
                        std::round(tag.centre().y - text_.size.height / 2)},
                       canvas_.color(Ink::ground));
    }

private:
    TextStyle style() const { return {Face::semibold, canvas_.layout().text(TextStep::small), 1.2F, Wrap::natural}; }
    float pad() const { return canvas_.layout().units(16); }

    Canvas& canvas_;
    float side_;
    ShapedText text_;
    float height_ = 0;
};

// The words stand beside the mark.
Rect choice_words(Canvas const& canvas, Rect const& rect)
{
    auto const& layout = canvas.layout();
    auto inside = rect.inset(layout.units(28), layout.units(8));
    cut_left(inside, layout.units(46), layout.units(22));
    return inside;
}

} // namespace

float choice_height(Canvas& canvas, float width, Choice const& spec)
{
    auto const& layout = canvas.layout();
    auto const words = choice_words(canvas, {0, 0, width, layout.target()});
    auto const style = canvas.text().fit(spec.label, canvas.language(), choice_style(canvas, spec),
                                         {words.width, layout.panel().height}, layout.least_text(TextStep::reading));
    auto const height = canvas.text().shape(spec.label, canvas.language(), style, words.width).size.height;
    // What of the verdict stands inside is kept clear of the words.
    VerdictTag const tag(canvas, width, spec.verdict);
    auto const inside = std::max(std::ceil(tag.height() / 2), tag.height() - tag.outside());
    auto const above = spec.awaits_verdict ? inside + layout.units(4) : 0.F;
    return std::max(layout.target(), std::ceil(height + 2 * std::max(layout.units(14), above)));
}

bool choice(Canvas& canvas, Rect const& rect, Choice const& spec)
{
    auto const& layout = canvas.layout();
    auto border = canvas.color(Ink::line);
    auto fill = canvas.color(Ink::raised);
    std::string icon;
    if (spec.state == ChoiceState::chosen) border = canvas.color(Ink::text);
    if (spec.state == ChoiceState::right) border = canvas.color(Ink::right), icon = "check";
    if (spec.state == ChoiceState::reconsider) border = canvas.color(Ink::reconsider), icon = "eye";
    if (spec.state == ChoiceState::right || spec.state == ChoiceState::reconsider) fill = mix(fill, border, 0.14F);
    if (canvas.pressed(spec.id)) fill = mix(fill, canvas.color(Ink::text), 0.2F);
    auto const thickness = spec.state == ChoiceState::open ? layout.hairline() : layout.units(4);
    canvas.fill(rect, fill, layout.rounding());
    canvas.outline(rect, border, thickness, layout.rounding());

    auto const side = layout.units(46);
    auto const inside = choice_words(canvas, rect);
    auto const centre = Point{rect.x + layout.units(28) + side / 2, rect.centre().y};
    if (icon.empty()) {
        canvas.ring(centre, side / 2 - layout.units(4), layout.units(4), border);
        if (spec.state == ChoiceState::chosen) canvas.disc(centre, side / 4, border);
    } else {
        canvas.icon({centre.x - side / 2, centre.y - side / 2, side, side}, icon, border);
    }
    check_target(canvas, rect);
    auto const style = canvas.text().fit(spec.label, canvas.language(), choice_style(canvas, spec),
                                         {inside.width, inside.height}, layout.least_text(TextStep::reading));
    auto const& label = canvas.text().shape(spec.label, canvas.language(), style, inside.width);
    canvas.glyphs(label, {inside.x, std::round(rect.centre().y - label.size.height / 2)}, canvas.color(Ink::text),
                  layout.least_text(TextStep::reading));
    if (!spec.verdict.empty())
        VerdictTag(canvas, rect.width, spec.verdict).draw(rect, inside.x + label.size.width, border);
    canvas.add({Role::choice, spec.id, spec.label, spec.state_word, "", rect, spec.tap,
                label.size.height > rect.height || label.word_broken});
    return canvas.tapped(spec.id);
}

} // namespace kiosk::ui
