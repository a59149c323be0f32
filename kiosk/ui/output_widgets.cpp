// The widgets that show rather than ask: cards, pictures, codes, progress.
#include "ui/widgets.h"

#include <cmath>

namespace kiosk::ui {

namespace {

// Beside the words in a wide card, else above them; takes its place from `inside`.
void draw_card_picture(Canvas& canvas, Rect& inside, Card const& spec, bool wide, bool row)
{
    auto const& layout = canvas.layout();
    // The words want more room than the picture where the card is a row.
    auto const share = row ? 0.24F : layout.large_text() ? 0.34F : 0.42F;
    auto const lens_width = wide ? std::min(inside.width * share, inside.height * 1.9F) : inside.width;
    auto const place = wide ? cut_left(inside, lens_width, layout.units(28))
                            : cut_top(inside, std::min(inside.height * 0.58F, inside.width * 0.55F), layout.units(26));
    auto const height = std::min(place.height, std::round(place.width * 0.53F));
    auto const width = std::min(place.width, std::round(height / 0.53F));
    canvas.picture_in_aperture({std::round(place.centre().x - width / 2), std::round(place.centre().y - height / 2),
                                std::round(width), height},
                               spec.picture);
}

} // namespace

std::string as_sentences(std::string const& title, std::string const& below)
{
    if (below.empty()) return title;
    bool const ends = title.ends_with('.') || title.ends_with('!') || title.ends_with('?') || title.ends_with("؟");
    return title + (ends ? " " : ". ") + below;
}

bool card(Canvas& canvas, Rect const& rect, Card const& spec)
{
    auto const& layout = canvas.layout();
    auto const fill = canvas.color(Ink::raised);
    plate(canvas, rect);
    if (canvas.pressed(spec.id)) canvas.fill(rect, mix(fill, canvas.color(Ink::text), 0.15F), layout.rounding());
    canvas.outline(rect, canvas.color(Ink::line), layout.hairline(), layout.rounding());
    auto inside = rect.inset(layout.units(32), std::min(layout.units(24), std::round(rect.height * 0.09F)));
    bool const wide = spec.picture.empty() || rect.width > rect.height * 1.7F;
    bool const row = !spec.picture.empty() && rect.width > rect.height * 3;
    if (!spec.picture.empty()) draw_card_picture(canvas, inside, spec, wide, row);
    bool const first = spec.rank == CardRank::first;
    auto const step = first ? TextStep::headline : row ? TextStep::reading : TextStep::lead;
    TextBlock const title{spec.id + ".title", spec.title, step, Face::semibold, Ink::text, Role::text, 1.2F};
    TextBlock const subtitle{spec.id + ".sub",
                             spec.subtitle,
                             first ? TextStep::reading : TextStep::small,
                             Face::regular,
                             Ink::quiet,
                             Role::text,
                             1.3F,
                             Wrap::balanced};
    if (wide) {
        auto const height = text_height(canvas, inside.width, title) + text_height(canvas, inside.width, subtitle);
        inside.y += std::max(0.F, std::floor((inside.height - height) / 2));
    }
    NodeGroup const group(canvas);
    canvas.add({Role::button, spec.id, as_sentences(spec.title, spec.subtitle), "", "", rect, Tap::tap});
    auto const used = text_block(canvas, inside, title);
    cut_top(inside, used, layout.units(6));
    text_block(canvas, inside, subtitle);
    return canvas.tapped(spec.id);
}

void picture(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& name, std::string const& alt)
{
    canvas.picture_in_aperture(rect, name);
    canvas.add({Role::picture, id, alt, "", "", rect});
}

float code_side(std::string const& address, float least)
{
    auto const made = make_qr_code(address);
    if (!made) return least;
    auto const modules = static_cast<float>(made.value().side + 2 * kQuietZone);
    return std::ceil(least / modules) * modules;
}

void code(Canvas& canvas, Rect const& rect, std::string const& id, std::string const& address)
{
    auto const made = make_qr_code(address);
    if (!made) return;
    auto const& qr = made.value();
    auto const modules = qr.side + 2 * kQuietZone;
    auto const module = std::floor(std::min(rect.width, rect.height) / static_cast<float>(modules));
    auto const side = module * static_cast<float>(modules);
    Rect const plate_rect{std::round(rect.centre().x - side / 2), std::round(rect.centre().y - side / 2), side, side};
    canvas.fill(plate_rect, canvas.color(Ink::code_light), module);
    auto const origin = Point{plate_rect.x + module * kQuietZone, plate_rect.y + module * kQuietZone};
    canvas.qr_code(origin, module, qr, canvas.color(Ink::code_dark));
    canvas.add({Role::code, id, address, "", "", plate_rect});
}

void progress_eye(Canvas& canvas, Rect const& rect, std::string const& picture, int done, int all, float openness)
{
    auto const& layout = canvas.layout();
    // Never quite shut: a line is no eye.
    constexpr float kLeast = 0.16F;
    auto const open = kLeast + (1 - kLeast) * openness;
    canvas.fill_aperture(rect, canvas.color(Ink::calm));
    canvas.picture_in_aperture(rect, picture, 1, open);
    canvas.outline_aperture(rect, canvas.color(Ink::line), layout.units(3));
    canvas.outline_aperture(rect, canvas.color(Ink::text), layout.units(4), open);
    canvas.add({Role::progress, "progress", "", std::to_string(done) + "/" + std::to_string(all), "", rect});
}

void dots(Canvas& canvas, Rect const& rect, int current, int all)
{
    auto const& layout = canvas.layout();
    auto const step = std::min(layout.units(34), rect.width / static_cast<float>(std::max(1, all)));
    // Never one over the other.
    auto const large = std::min(layout.units(10), step * 0.42F);
    auto const small = std::min(layout.units(8), step * 0.34F);
    auto x = std::round(rect.centre().x - step * static_cast<float>(all - 1) / 2);
    for (int i = 0; i < all; ++i, x += step) {
        if (i == current)
            canvas.disc({x, rect.centre().y}, large, canvas.color(Ink::text));
        else
            canvas.ring({x, rect.centre().y}, small, std::min(layout.units(3), small), canvas.color(Ink::line));
    }
}

} // namespace kiosk::ui
