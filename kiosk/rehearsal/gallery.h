// The gallery: every screen that visitors or staff can reach, as States: each page, each question open and answered,
// each place with each of its contacts, each chart of the figures. For contact sheets, audits, goldens and the probe.
#pragma once
#include "screens/parts/frame.h"
#include "visit/display_loop.h"
#include "visit/model/state.h"

namespace kiosk::rehearsal {

struct View {
    std::string name; // "page.dont-look-away.what", for a file or a line
    visit::State state;
    std::optional<visit::DisplayState> display_state; // a slide of the trade-fair display, drawn in place of `state`
    std::optional<staff::View> staff;                 // data of the staff's screens
};

// pages: every page, but one question, one place and one contact. one_of_each: in addition only one page of each
// series.
enum class GalleryScope { all, pages, one_of_each };

// The time at which all of them are drawn: animations at the start of a screen are over.
constexpr Instant kGalleryTime{std::chrono::seconds(30)};

std::vector<View> gallery(content::Content const& content, content::Language const& language, GalleryScope choice,
                          Instant now);

// Whether a visitor can see it in large letters: the attract loop, the display and staff's screens have normal ones.
bool can_be_in_large_letters(View const& view);
// The layout of a view; a slide of the display is laid out for its panel's viewing distance.
ui::LayoutOptions layout_of(View const& view, ui::LayoutOptions options);
void draw_view(screens::Frame& frame, View const& view);

} // namespace kiosk::rehearsal
