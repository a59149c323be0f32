// The gallery: every screen a visitor or a member of staff can come to, as States, without walking there: each page,
// each question open and answered, each place with each of its channels, each subject of the figures. For contact
// sheets, audits and goldens.
#pragma once
#include "screens/parts/frame.h"
#include "visit/display_loop.h"
#include "visit/model/state.h"

namespace kiosk::rehearsal {

struct View {
    std::string name; // "page.dont-look-away.what", for a file or a line
    visit::State state;
    std::optional<visit::DisplayState> sight; // of the trade-fair screen, in place of the state
    std::optional<staff::View> staff;         // what the staff's screens show beside the state
};

// pages: every page, but one question, one place and one channel; one_of_each: one page a series, too.
enum class Choice { all, pages, one_of_each };

// When they are all seen: whatever moves at the start of a screen has come to rest.
constexpr Instant kGalleryTime{std::chrono::seconds(30)};

std::vector<View> gallery(content::Pack const& pack, content::Language const& language, Choice choice, Instant now);

// A sight is set for the distance its panel carries.
ui::LayoutOptions layout_of(View const& view, ui::LayoutOptions options);
void draw_view(screens::Frame& frame, View const& view);

} // namespace kiosk::rehearsal
