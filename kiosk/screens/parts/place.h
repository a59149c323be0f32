// The place that a question or a scene is in: a picture to the panel's edges, beside the words or in a band between
// them. Private to screens/.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

// Whether the page is taller than its view: it then has no room for a place.
bool is_scrolled(Frame const& frame);

// A side of a landscape panel, `share` of its width, from edge to edge and down to the bar; takes it from the area.
enum class PlaceSide { start, end };
Rect cut_place_beside(Frame& frame, Rect& area, float share, PlaceSide side = PlaceSide::end);

// Where the picture goes over into the ground: at the side of the words, or at its foot.
enum class PlaceFade { at_start, at_end, down, none };

// How much light there is, 0..1: dim, but to be made out, at 0.
struct PlaceView {
    std::string picture;
    std::string answer; // a layer of the picture, "helped"; ""
    float answered = 0; // its share, 0..1
    float light = 1;
    PlaceFade fade = PlaceFade::at_start;
};
void draw_place(Frame& frame, Rect const& place, PlaceView const& view);

// A heading above what is touched. On a portrait panel that stands within reach, and a place fills the room above it.
// Returns the area below the heading.
Rect draw_heading_above(Frame& frame, Rect area, std::string const& id, std::string const& text,
                        std::string const& picture);

// How far a change that began at an instant has come, 0..1; at once with less movement. Requests frames until it ends.
float changed_since(Frame& frame, Instant begin, visit::Movement movement);

} // namespace kiosk::screens
