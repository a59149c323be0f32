#include "screens/parts/scrolling.h"

#include <algorithm>
#include <cmath>

namespace kiosk::screens {

namespace {

// Each try gives the screen so much more height, up to about thirty times what it has.
constexpr float kGrowth = 1.12F;
constexpr int kMostTries = 30;
// And then halves what the last one had too much, so that no gap is left where a screen grows.
constexpr int kHalvings = 3;

int overflow_count(Frame const& frame, visit::State const& state, DrawScreen draw, Rect const& area)
{
    ui::DetachedCanvas rehearsal(frame.canvas());
    std::vector<visit::Action> ignored;
    Frame trial(rehearsal.canvas(), frame.content(), frame.language(), ignored);
    trial.set_content_area(area);
    trial.set_page_top(frame.page_top());
    trial.set_foot(frame.foot());
    trial.set_staff(&frame.staff());
    draw(trial, state);
    return rehearsal.canvas().overflow_count();
}

// The least height at which everything has its room; where nothing helps (a word wider than the panel), the height
// with the fewest misfits.
float needed_height(Frame const& frame, visit::State const& state, DrawScreen draw, Rect area)
{
    auto best = area.height;
    auto too_low = area.height;
    auto fewest = overflow_count(frame, state, draw, area);
    for (int i = 0; i < kMostTries && fewest > 0; ++i) {
        auto const before = area.height;
        area.height = std::round(area.height * kGrowth);
        auto const found = overflow_count(frame, state, draw, area);
        if (found >= fewest) continue;
        fewest = found;
        best = area.height;
        too_low = before;
    }
    for (int i = 0; i < kHalvings && fewest == 0; ++i) {
        area.height = std::round((too_low + best) / 2);
        (overflow_count(frame, state, draw, area) == 0 ? best : too_low) = area.height;
    }
    return best;
}

bool scroll_button(Frame& frame, Rect const& rect, char const* id, char const* word, char const* icon)
{
    auto& canvas = frame.canvas();
    auto const& layout = frame.layout();
    auto const centre = rect.centre();
    auto const radius = rect.width / 2;
    bool const pressed = canvas.pressed(id);
    auto const fill = canvas.color(ui::Ink::calm);
    auto const ink = canvas.color(ui::Ink::on_calm);
    canvas.disc(centre, radius, pressed ? mix(fill, ink, 0.2F) : fill);
    canvas.ring(centre, radius - layout.hairline() / 2, layout.hairline(), canvas.color(ui::Ink::line));
    canvas.icon(rect.inset(rect.width * 0.3F), icon, ink);
    canvas.add({ui::Role::button, id, frame.words(word), "", "", rect, ui::Tap::tap});
    return canvas.tapped(id);
}

// Where one is on the page, between its two buttons.
void draw_rail(Frame& frame, Rect rail)
{
    auto& canvas = frame.canvas();
    auto const page = canvas.region();
    canvas.set_region(ui::Region::rail);
    auto& scroller = canvas.scroller();
    auto const& layout = frame.layout();
    auto const now = canvas.now();
    auto const step = scroller.page() * 0.8F;
    auto const up = cut_top(rail, rail.width, layout.gap());
    auto const down = cut_bottom(rail, rail.width, layout.gap());
    auto const offset = scroller.offset(now);
    if (offset > 0.5F && scroll_button(frame, up, "scroll.up", "scroll.up", "chevron-up"))
        scroller.glide_by(-step, now);
    if (offset < scroller.farthest() - 0.5F && scroll_button(frame, down, "scroll.down", "scroll.down", "chevron-down"))
        scroller.glide_by(step, now);
    auto const width = layout.units(14);
    Rect const track{std::round(rail.centre().x - width / 2), rail.y, width, rail.height};
    canvas.fill(track, canvas.color(ui::Ink::calm), width / 2);
    auto const whole = scroller.page() + scroller.farthest();
    canvas.fill({track.x, track.y + track.height * offset / whole, width, track.height * scroller.page() / whole},
                canvas.color(ui::Ink::text), width / 2);
    canvas.set_region(page);
}

// Takes the foot from the view, if the screen has one and there is room for it. Its place, else an empty one.
Rect pin_foot(Frame& frame, visit::State const& state, PinnedFoot const& foot, Rect& area, ScrollView& view)
{
    auto const& layout = frame.layout();
    if (!foot.height || layout.low() || layout.narrow()) return {};
    auto const height = foot.height(frame, state);
    if (height <= 0) return {};
    frame.set_foot(Foot::pinned);
    auto const place = cut_bottom(area, height, layout.gap());
    view.bottom = place.y - layout.units(8);
    return place;
}

} // namespace

void draw_scrolling(Frame& frame, visit::State const& state, ScrollingScreen const& screen, ScrollView view)
{
    auto const draw = screen.draw;
    auto& canvas = frame.canvas();
    auto& scroller = canvas.scroller();
    auto const& layout = frame.layout();
    auto area = frame.content_area();
    if (overflow_count(frame, state, draw, area) == 0) {
        scroller.set_extent(0, area.height);
        draw(frame, state);
        return;
    }
    auto const whole = area;
    auto const foot = pin_foot(frame, state, screen.foot, area, view);
    // The rail takes its room from the right margin and a little more.
    auto narrower = area;
    auto const rail_width = layout.target();
    auto const margin = layout.panel().width - area.right();
    auto const from_margin = std::clamp(margin - layout.gap(), 0.F, rail_width / 2);
    auto rail = cut_right(narrower, rail_width - from_margin, layout.gap());
    rail.width = rail_width;
    auto const height = needed_height(frame, state, draw, narrower);
    scroller.set_extent(height - area.height, area.height);
    auto const now = canvas.now();
    canvas.push_clip({0, view.top, layout.panel().width, view.bottom - view.top});
    auto const offset = std::round(scroller.offset(now));
    auto const top = frame.page_top();
    frame.set_content_area({narrower.x, area.y - offset, narrower.width, height});
    frame.set_page_top(top - offset);
    draw(frame, state);
    frame.set_content_area(whole);
    frame.set_page_top(top);
    canvas.pop_clip();
    // What is cut by the edge fades: there is more.
    auto const ground = canvas.color(view.ground);
    auto const fade = layout.units(kScrollFade);
    if (scroller.offset(now) < scroller.farthest() - 0.5F)
        canvas.fade_down({0, view.bottom - fade, layout.panel().width, fade}, ground.with_alpha(0), ground);
    if (scroller.offset(now) > 0.5F) {
        auto const half = (area.y - view.top) / 2;
        canvas.fill({0, view.top, layout.panel().width, half}, ground);
        canvas.fade_down({0, view.top + half, layout.panel().width, half}, ground, ground.with_alpha(0));
    }
    if (scroller.scrollable()) draw_rail(frame, rail);
    if (foot.height > 0) {
        auto const page = canvas.region();
        canvas.set_region(ui::Region::foot);
        screen.foot.draw(frame, state, foot);
        canvas.set_region(page);
    }
    frame.set_foot(Foot::with_page);
    if (scroller.moving(now)) canvas.frame_requests().add(now + std::chrono::milliseconds(16), "scrolling");
}

} // namespace kiosk::screens
