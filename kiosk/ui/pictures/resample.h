// Scales a part of a picture. In linear light (IEC 61966-2-1), with colours weighted by their opacity, so that bright
// points do not fade and what is transparent has no fringe. Pure; the same bytes on every processor.
#pragma once
#include "ui/pictures/image_decode.h"

namespace kiosk::ui {

struct PicturePart {
    int left = 0, top = 0, width = 0, height = 0; // [px], within the picture
};

// At least one pixel a side, of the part and of the result.
Image resample(Image const& image, PicturePart const& part, int width, int height);

} // namespace kiosk::ui
