#include "screens/transition.h"
#include "base/geometry.h"
#include "screens/parts/parts.h"
#include "screens/screens.h"
#include "screens/visitor/visitor.h"
#include "visit/model/input_lockout.h"

#include <cmath>

namespace kiosk::screens {

namespace {

using visit::Screen;
using visit::State;

// The lids are shut for a moment; closing is a little quicker than opening.
constexpr float kShut = 0.42F;

// Entering slows down towards its end (eased), leaving quickens.
float eased_in(float share) { return share * share; }

// Above the bar while both are of a visit; else the whole panel.
Rect area_of(Frame const& frame, Screen from, Screen to)
{
    auto const screen = frame.layout().screen();
    if (!visit::is_visiting(from) || !visit::is_visiting(to)) return screen;
    return {0, 0, screen.width, frame.layout().bar().y};
}

void draw_before(Frame& frame, PreviousScreen const& before)
{
    ui::DetachedCanvas shadow(frame.canvas(), ui::Drawing::everything);
    shadow.scroller() = before.scroller;
    std::vector<visit::Action> ignored;
    Frame shown(shadow.canvas(), frame.content(), before.state.language, ignored);
    shadow.canvas().fill(frame.layout().screen(), frame.canvas().color(ui::Ink::ground));
    draw(shown, before.state);
}

void fill_scene_only(Frame& frame, State const& state)
{
    auto& canvas = frame.canvas();
    canvas.set_drawing(ui::Drawing::nothing);
    draw(frame, state);
    canvas.set_drawing(ui::Drawing::everything);
}

void blink(Frame& frame, State const& state, Transition const& change, Rect const& area, float share)
{
    auto& canvas = frame.canvas();
    bool const closing = share < kShut && change.before;
    if (closing) {
        fill_scene_only(frame, state);
        draw_before(frame, *change.before);
    } else {
        draw(frame, state);
    }
    auto const openness = closing ? 1 - eased_in(share / kShut) : eased((share - kShut) / (1 - kShut));
    canvas.cover_outside_aperture(area, std::clamp(openness, 0.F, 1.F), canvas.color(ui::Ink::ground),
                                  canvas.color(ui::Ink::line));
}

// Through the pupil: the eye of the attract loop grows until it is all around, and what it sees becomes the screen.
void through_pupil(Frame& frame, State const& state, Transition const& change, float share)
{
    auto& canvas = frame.canvas();
    constexpr float kAround = 0.55F;
    if (share < kAround) {
        fill_scene_only(frame, state);
        draw_eye_opening(frame, change.before->state, eased_in(share / kAround));
        return;
    }
    draw(frame, state);
    auto const mark = canvas.mark();
    draw_eye_opening(frame, change.before->state, 1);
    canvas.fade_since(mark, 1 - (share - kAround) / (1 - kAround));
}

void move_along(Frame& frame, State const& state, Transition const& change, Rect const& area, float share)
{
    auto& canvas = frame.canvas();
    auto const toward =
        static_cast<float>(change.direction) * (canvas.text_direction() == ui::Direction::right_to_left ? -1.F : 1.F);
    auto const left = area.width * (1 - eased(share)) * toward;
    // What lies below the area is drawn where it stands.
    draw(frame, state);
    canvas.push_clip(area);
    canvas.fill(area, canvas.color(ui::Ink::ground));
    if (change.before) {
        auto const mark = canvas.mark();
        draw_before(frame, *change.before);
        canvas.move_since(mark, std::round(left - area.width * toward));
    }
    auto const mark = canvas.mark();
    ui::DetachedCanvas shadow(canvas, ui::Drawing::everything);
    std::vector<visit::Action> ignored;
    Frame shown(shadow.canvas(), frame.content(), frame.language(), ignored);
    shadow.canvas().fill(frame.layout().screen(), canvas.color(ui::Ink::ground));
    draw(shown, state);
    canvas.move_since(mark, std::round(left));
    canvas.pop_clip();
}

void fade(Frame& frame, State const& state, Transition const& change, Rect const& area, float share)
{
    auto& canvas = frame.canvas();
    draw(frame, state);
    if (!change.before) return;
    canvas.push_clip(area);
    auto const mark = canvas.mark();
    draw_before(frame, *change.before);
    canvas.fade_since(mark, 1 - share);
    canvas.pop_clip();
}

} // namespace

std::optional<Transition> transition_between(State const& before, State const& after, ui::Scroller const& scroller,
                                             Instant now)
{
    if (visit::same_page(before, after) || after.screen == Screen::neutral || after.screen == Screen::safe)
        return std::nullopt;
    // The staff's screens are plain, and what was typed there is kept by nothing.
    if (visit::is_staff(before.screen) || visit::is_staff(after.screen)) return std::nullopt;
    Transition change{now, before.screen, 0, std::nullopt};
    // Lists that are filtered or turned stay where the finger is.
    if (before.screen == after.screen && visit::is_reporting(after.screen)) return std::nullopt;
    if (before.reading.sources_open != after.reading.sources_open) return std::nullopt;
    if (visit::is_visiting(before.screen) && !visit::is_visiting(after.screen)) return change;
    change.before = PreviousScreen{before, scroller};
    change.before->state.warned.reset();
    if (before.screen == Screen::page && after.screen == Screen::page && before.reading.series == after.reading.series)
        change.direction = after.reading.page > before.reading.page ? 1 : -1;
    if (before.screen == Screen::quiz && after.screen == Screen::quiz) change.direction = 1;
    return change;
}

void draw_with_transition(Frame& frame, State const& state, std::optional<Transition> const& change)
{
    auto& canvas = frame.canvas();
    if (!change || canvas.now() >= change->since + kTransitionTime) {
        draw(frame, state);
        return;
    }
    auto const share =
        static_cast<float>((canvas.now() - change->since).count()) / static_cast<float>(kTransitionTime.count());
    auto const area = area_of(frame, change->from, state.screen);
    if (state.comfort.movement == visit::Movement::less)
        fade(frame, state, *change, area, share);
    else if (change->before && change->from == Screen::attract && !visit::is_reporting(state.screen))
        through_pupil(frame, state, *change, share);
    else if (change->direction != 0)
        move_along(frame, state, *change, area, share);
    else
        blink(frame, state, *change, area, share);
    canvas.frame_requests().add(canvas.now() + next_frame(frame), "screen change");
}

} // namespace kiosk::screens
