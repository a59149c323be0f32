// Flat ground: how much of a picture of a screen shows nothing. A screen that is composed has little of it; one that is
// laid out from the top left has much.
#pragma once
#include "ui/pictures/image_decode.h"
#include "ui/scene/theme.h"

namespace kiosk::rehearsal {

// The share of flat ground, 0 to 1. The picture is cut into squares of 1/54 of its short side (5 mm on 22 inches, the
// height of a line of text); a square is flat ground if every channel of all of its pixels is within 4 of 255 of the
// ground's. A plate, a picture and the air between two lines are no ground.
double flat_ground(ui::Image const& picture, ui::Color ground);

// Above this share a screen is looked at again. Chosen by the look of our own screens, and no standard.
constexpr double kMuchFlatGround = 0.6;

} // namespace kiosk::rehearsal
