// The order in which a scene is read, by what stands where: from the top, and in a row from the side where its language
// begins. What belongs together (a group, such as the answers of a question) is read whole before what stands beside
// it. A keypad moves in this order, a voice will read in it, and dumps of scenes are written in it. Pure.
#pragma once
#include "ui/scene/scene.h"

#include <cstddef>
#include <vector>

namespace kiosk::ui {

// Indices of the nodes, in the order in which they are read. By region first: what stands still at the head, the page,
// its buttons to scroll, the bar, a veil.
std::vector<std::size_t> reading_order(std::vector<Node> const& nodes, ReadingStart start);

// Whether `second` has to be read after `first` wherever both are on one page: it stands below it, or beside it in its
// row on the side where a line ends.
bool is_read_before(Rect const& first, Rect const& second, ReadingStart start);

} // namespace kiosk::ui
