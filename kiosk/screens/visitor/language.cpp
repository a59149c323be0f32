// The names of the languages in themselves; no flags, which are countries. A band of the panel for each, with the
// places of the attract loop in them; where there is no room for bands, buttons.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/visitor.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

void draw_buttons(Frame& frame, Rect const& area, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const& languages = frame.content().languages;
    auto const columns = layout.portrait() ? 1 : 2;
    auto const rows = (static_cast<int>(languages.size()) + columns - 1) / columns;
    auto const height = std::min(layout.units(190), (area.height - layout.gap() * static_cast<float>(rows - 1)) /
                                                        static_cast<float>(std::max(1, rows)));
    for (int i = 0; i < static_cast<int>(languages.size()); ++i) {
        auto const& language = languages[static_cast<std::size_t>(i)];
        auto const line =
            Rect{area.x, area.y + static_cast<float>(i / columns) * (height + layout.gap()), area.width, height};
        canvas.set_language(language);
        bool const chosen = language == state.language;
        if (ui::button(canvas, cell(line, i % columns, columns, layout.gap()),
                       {.id = "language." + language,
                        .label = frame.content().words(language, "language"),
                        .end_icon = chosen ? "check" : "chevron-right",
                        // As large as on the bands, which large letters may have no room for.
                        .step = layout.large_text() ? ui::TextStep::headline : ui::TextStep::title,
                        .state = chosen ? frame.words("speech.chosen") : ""}))
            frame.emit(visit::ChooseLanguage{language});
    }
}

// The ground under a name, over the place: at the start of a lying band, at the foot of an upright one. Returns the
// room for the name.
Rect draw_name_ground(Frame& frame, Rect const& band, bool upright)
{
    auto& canvas = frame.canvas();
    auto const ground = canvas.color(ui::Ink::ground);
    auto const dim = ground.with_alpha(0.88F);
    if (upright) {
        auto const foot = std::round(frame.layout().text(ui::TextStep::title) * 1.9F);
        auto const fade = std::round(band.height * 0.25F);
        canvas.fill({band.x, band.bottom() - foot, band.width, foot}, dim);
        canvas.fade_down({band.x, band.bottom() - foot - fade, band.width, fade}, ground.with_alpha(0), dim);
        return Rect{band.x, band.bottom() - foot, band.width, foot}.inset(frame.layout().units(36), 0);
    }
    auto const words = std::round(band.width * 0.45F);
    canvas.fill({band.x, band.y, words, band.height}, dim);
    canvas.fade_across({band.x + words, band.y, std::round(band.width * 0.3F), band.height}, dim, ground.with_alpha(0));
    auto const left = frame.layout().margin();
    return {left, band.y, words - left, band.height};
}

// The name stands over the ground; the place shows beside it, or above.
void draw_band(Frame& frame, Rect const& band, std::string const& picture, content::Language const& language,
               bool chosen)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const id = "language." + language;
    auto const name = frame.content().words(language, "language");
    bool const upright = band.height > band.width;
    canvas.fill(band, canvas.color(ui::Ink::raised));
    if (!picture.empty()) canvas.scene_picture(band, picture, "", 0);
    auto room = draw_name_ground(frame, band, upright);
    if (canvas.pressed(id)) canvas.fill(band, canvas.color(ui::Ink::text).with_alpha(0.14F));
    ui::NodeGroup const group(canvas);
    canvas.add({ui::Role::button, id, name, chosen ? frame.words("speech.chosen") : "", "", band, ui::Tap::tap});
    auto const mark = layout.units(upright ? 60 : 72);
    auto const at = upright ? cut_right(room, mark, layout.units(16))
                            : Rect{band.right() - layout.margin() - mark, band.y, mark, band.height};
    ui::text_centred(canvas, room,
                     {id + ".name", name, upright ? ui::TextStep::title : ui::TextStep::headline, ui::Face::semibold,
                      ui::Ink::text, ui::Role::text, 1.2F});
    Rect const disc{at.x, std::round(at.centre().y - mark / 2), mark, mark};
    canvas.disc(disc.centre(), mark / 2, canvas.color(ui::Ink::calm));
    if (chosen) canvas.ring(disc.centre(), mark / 2, layout.units(3), canvas.color(ui::Ink::on_calm));
    canvas.icon(disc.inset(mark * 0.22F, mark * 0.22F), chosen ? "check" : "chevron-right",
                canvas.color(ui::Ink::on_calm));
    if (canvas.tapped(id)) frame.emit(visit::ChooseLanguage{language});
}

// On a wide panel upright, while a name has room in them.
bool are_beside(ui::Layout const& layout, int count)
{
    return !layout.portrait() &&
           layout.screen().width / static_cast<float>(std::max(1, count)) > layout.text(ui::TextStep::title) * 7.5F;
}

void draw_bands(Frame& frame, Rect const& area, visit::State const& state)
{
    auto const& languages = frame.content().languages;
    auto const& places = frame.content().attract;
    auto const count = static_cast<int>(languages.size());
    for (int i = 0; i < count; ++i) {
        auto const at = static_cast<std::size_t>(i);
        frame.canvas().set_language(languages[at]);
        auto const picture = places.empty() ? "" : places[at % places.size()].picture;
        auto const gap = frame.layout().gap();
        bool const beside = are_beside(frame.layout(), count);
        draw_band(frame, beside ? cell(area, i, count, gap) : cell_down(area, i, count, gap), picture, languages[at],
                  languages[at] == state.language);
    }
}

} // namespace

void draw_language(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto& canvas = frame.canvas();
    auto const& places = frame.content().attract;
    auto const count = static_cast<float>(frame.content().languages.size());
    // The bands have the first places.
    auto const area =
        draw_heading_above(frame, frame.content_area(), "language.title", frame.words("language_screen.title"),
                           frame.content().languages.size() < places.size() ? places.back().picture : "");
    Rect const bands{0, area.y, layout.screen().width, layout.bar().y - layout.gap() - area.y};
    bool const bands_fit = are_beside(layout, static_cast<int>(count)) ||
                           (bands.height + layout.gap()) / count - layout.gap() >= layout.main_target();
    if (bands_fit && !is_scrolled(frame) && frame.content().languages.size() <= places.size())
        draw_bands(frame, bands, state);
    else
        draw_buttons(frame, area, state);
    canvas.set_language(frame.language());
}

} // namespace kiosk::screens
