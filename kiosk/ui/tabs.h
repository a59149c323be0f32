// A row of tabs at the foot of a screen: an icon and its word, without a frame. What fills its tab is what one is to
// see first. Icons stand above the words, or beside them where a tab is wide, and all words have one size.
#pragma once
#include "ui/widgets.h"

#include <optional>

namespace kiosk::ui {

// quiet: no frame. Others are filled.
struct Tab {
    Rect rect; // [px]
    std::string id, label, icon;
    ButtonStyle style = ButtonStyle::quiet;
};

// Draws them and returns the index of the one that was tapped. The size of words is that of a reading text, down to
// the layout's least for a bar; a tab whose word is cut even then is `clipped`.
std::optional<std::size_t> tabs(Canvas& canvas, std::vector<Tab> const& row);

} // namespace kiosk::ui
