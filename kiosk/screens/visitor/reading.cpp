// Reading aids: larger text, stronger contrast, less movement. They end with the visit.
#include "screens/parts/parts.h"
#include "screens/parts/place.h"
#include "screens/visitor/visitor.h"

#include <algorithm>

namespace kiosk::screens {

namespace {

using visit::Movement;
using visit::TextSize;
using visit::ThemeChoice;

void draw_pair(Frame& frame, Rect const& row, ui::Choice usual, ui::Choice other, bool other_chosen,
               visit::Action const& to_usual, visit::Action const& to_other)
{
    auto const gap = frame.layout().gap();
    auto const mark = [&](ui::Choice& choice, bool chosen) {
        choice.state = chosen ? ui::ChoiceState::chosen : ui::ChoiceState::open;
        choice.state_word = frame.words(chosen ? "speech.chosen" : "speech.not_chosen");
    };
    mark(usual, !other_chosen);
    mark(other, other_chosen);
    bool const below = frame.layout().narrow();
    if (ui::choice(frame.canvas(), below ? cell_down(row, 0, 2, gap) : cell(row, 0, 2, gap), usual))
        frame.emit(to_usual);
    if (ui::choice(frame.canvas(), below ? cell_down(row, 1, 2, gap) : cell(row, 1, 2, gap), other))
        frame.emit(to_other);
}

ui::Choice named(Frame const& frame, char const* id, char const* word)
{
    ui::Choice choice;
    choice.id = id;
    choice.label = frame.words(word);
    return choice;
}

} // namespace

void draw_reading(Frame& frame, visit::State const& state)
{
    auto const& layout = frame.layout();
    auto area = draw_heading_above(frame, frame.content_area(), "reading.title", frame.words("reading_screen.title"),
                                   "breakfast-room");
    auto const width = layout.narrow() ? area.width : cell(area, 0, 2, layout.gap()).width;
    auto height = layout.units(150);
    for (auto const* word : {"reading_screen.normal", "reading_screen.large", "reading_screen.dusk",
                             "reading_screen.contrast", "reading_screen.moving", "reading_screen.calm"})
        height = std::max(height, ui::choice_height(frame.canvas(), width, named(frame, "", word)));
    if (layout.low() || layout.narrow()) height = std::min(height, layout.target() * 1.6F);
    if (layout.narrow()) height = 2 * height + layout.gap();
    draw_pair(frame, cut_top(area, height, layout.gap()), named(frame, "reading.normal", "reading_screen.normal"),
              named(frame, "reading.large", "reading_screen.large"), state.comfort.text_size == TextSize::large,
              visit::SetTextSize{TextSize::normal}, visit::SetTextSize{TextSize::large});
    draw_pair(frame, cut_top(area, height, layout.gap()), named(frame, "reading.usual", "reading_screen.dusk"),
              named(frame, "reading.contrast", "reading_screen.contrast"), state.comfort.theme == ThemeChoice::contrast,
              visit::SetTheme{ThemeChoice::usual}, visit::SetTheme{ThemeChoice::contrast});
    draw_pair(frame, cut_top(area, height, layout.gap()), named(frame, "reading.moving", "reading_screen.moving"),
              named(frame, "reading.calm", "reading_screen.calm"), state.comfort.movement == Movement::less,
              visit::SetMovement{Movement::usual}, visit::SetMovement{Movement::less});
    auto const done = cut_top(area, layout.main_target());
    if (ui::button(frame.canvas(), {done.x, done.y, std::min(done.width, layout.units(420)), done.height},
                   {.id = "reading.done",
                    .label = frame.words("reading_screen.done"),
                    .icon = "check",
                    .style = ui::ButtonStyle::onward}))
        frame.emit(visit::Navigate{state.back_to});
}

} // namespace kiosk::screens
