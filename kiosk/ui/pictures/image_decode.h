// Pictures from bytes: PNG only, bounded, by stb_image. Pure; any thread.
#pragma once
#include "base/result.h"
#include "ui/pictures/textures.h"

#include <string>
#include <string_view>

namespace kiosk::ui {

// Longest side that is decoded, [px].
constexpr int kLargestPicture = 8192;

// `name` is the file, for the error.
Result<Image> decode_picture(std::string_view bytes, std::string const& name);

// Scales the picture to cover the size [px]: what exceeds its shape is cropped, on both sides alike, above and below so
// that `focus` (0 at the top, 1 at the bottom) is in the middle or as near to it as it can be.
Image cover(Image const& image, int width, int height, double focus = 0.5);

Result<> write_png(std::string const& path, Image const& image);

} // namespace kiosk::ui
