// Pages longer than the panel. A screen is drawn as tall as its words need: where that is more than there is room for,
// it scrolls, under a finger or by two buttons beside it. Private to screens/, but for the audit.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

using DrawScreen = void (*)(Frame&, visit::State const&);

// Where the page is seen on the panel, [px], and what it stands on.
struct ScrollView {
    float top = 0, bottom = 0;
    ui::Ink ground = ui::Ink::ground;
};

// How far before its lower edge a page that goes on fades, [units]: nothing is read there yet.
constexpr float kScrollFade = 36;

void draw_scrolling(Frame& frame, visit::State const& state, DrawScreen draw, ScrollView const& view);

} // namespace kiosk::screens
