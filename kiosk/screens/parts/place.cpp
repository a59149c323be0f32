#include "screens/parts/place.h"
#include "screens/parts/parts.h"

#include <cmath>

namespace kiosk::screens {

// Where a page scrolls, what it is scrolled by stands at its end.
bool is_scrolled(Frame const& frame) { return frame.content_area().right() < frame.layout().content().right() - 1; }

Rect cut_place_beside(Frame& frame, Rect& area, float share, PlaceSide side)
{
    auto const& layout = frame.layout();
    auto const top = frame.page_top();
    auto const width = is_scrolled(frame) ? area.right() : layout.screen().width;
    auto const own = std::round(width * share);
    if (side == PlaceSide::start) {
        Rect const place{0, top, own, layout.bar().y - top};
        auto const words = place.right() + layout.gap();
        area.width -= words - area.x;
        area.x = words;
        return place;
    }
    // To the panel's edge, also below the rail of a page that scrolls.
    Rect const place{width - own, top, layout.screen().width - (width - own), layout.bar().y - top};
    area.width = place.x - layout.gap() - area.x;
    return place;
}

void draw_place(Frame& frame, Rect const& place, PlaceView const& view)
{
    auto& canvas = frame.canvas();
    constexpr float kDim = 0.55F; // of the ground, over a place without light
    canvas.scene_picture(place, view.picture, view.answer, view.answer.empty() ? 0 : view.answered);
    auto const ground = canvas.color(ui::Ink::ground);
    auto const clear = ground.with_alpha(0);
    if (view.light < 1) canvas.fill(place, ground.with_alpha(kDim * (1 - view.light)));
    auto const width = std::round(place.width * 0.25F);
    auto const height = std::round(place.height * 0.2F);
    switch (view.fade) {
    case PlaceFade::at_start: canvas.fade_across({place.x, place.y, width, place.height}, ground, clear); return;
    case PlaceFade::at_end:
        canvas.fade_across({place.right() - width, place.y, width, place.height}, clear, ground);
        return;
    case PlaceFade::down:
        canvas.fade_down({place.x, std::round(place.bottom() - height), place.width, height}, clear, ground);
        return;
    case PlaceFade::none: return;
    }
}

Rect draw_heading_above(Frame& frame, Rect area, std::string const& id, std::string const& text,
                        std::string const& picture)
{
    auto const& layout = frame.layout();
    auto const reach = within_reach(frame, area);
    ui::TextBlock const heading{"",
                                text,
                                ui::TextStep::headline,
                                ui::Face::statement,
                                ui::Ink::text,
                                ui::Role::heading,
                                1.25F,
                                ui::Wrap::balanced};
    auto const words = ui::text_height(frame.canvas(), area.width, heading) + 2 * layout.units(24);
    Rect const place{0, frame.page_top(), layout.screen().width, reach.y - words - frame.page_top()};
    bool const has_room = layout.portrait() && place.height >= layout.units(220) && !is_scrolled(frame);
    if (has_room && !picture.empty()) {
        draw_place(frame, place, {.picture = picture, .answer = "", .fade = PlaceFade::down});
        area = {area.x, place.bottom() + layout.units(24), area.width, area.bottom() - place.bottom()};
    }
    draw_title(frame, area, id, text);
    return within_reach(frame, area);
}

float changed_since(Frame& frame, Instant begin, visit::Movement movement)
{
    constexpr Duration kChange = std::chrono::milliseconds(600);
    auto const passed = frame.canvas().now() - begin;
    if (passed >= kChange || movement == visit::Movement::less) return 1;
    frame.canvas().frame_requests().add(frame.canvas().now() + next_frame(frame), "a place that answers");
    return eased(static_cast<float>(passed.count()) / static_cast<float>(kChange.count()));
}

} // namespace kiosk::screens
