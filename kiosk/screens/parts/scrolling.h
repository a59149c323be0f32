// Screens taller than the panel. A screen is measured at growing heights until nothing overflows. If that is more than
// the room, it scrolls, by finger or by two buttons beside it. Private to screens/, but for the audit.
#pragma once
#include "screens/parts/frame.h"
#include "visit/model/state.h"

namespace kiosk::screens {

using DrawScreen = void (*)(Frame&, visit::State const&);

// The way on from a screen, which stays in sight while the screen scrolls: nobody looks for it below the words. On low
// and on narrow panels, where it would take a third of what is read, it stands at the end of the page.
struct PinnedFoot {
    float (*height)(Frame const&, visit::State const&) = nullptr; // [px]; 0: there is none now
    void (*draw)(Frame&, visit::State const&, Rect const&) = nullptr;
};

// `draw` leaves its foot out where the frame says that it is pinned.
struct ScrollingScreen {
    DrawScreen draw;
    PinnedFoot foot = {};
};

// The part of the panel in which the page is seen, [px], and its background.
struct ScrollView {
    float top = 0, bottom = 0;
    ui::Ink ground = ui::Ink::ground;
};

// Height of the fade at the lower edge of a page that goes on, [design units]. Text in it need not be readable.
constexpr float kScrollFade = 36;

void draw_scrolling(Frame& frame, visit::State const& state, ScrollingScreen const& screen, ScrollView view);

} // namespace kiosk::screens
