#include "rehearsal/flat_ground.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kiosk::rehearsal {

namespace {

constexpr int kSquaresOnShortSide = 54;
constexpr int kSame = 4;

bool is_ground(ui::Image const& picture, std::array<std::uint8_t, 3> const& ground, int left, int top, int side)
{
    for (int y = top; y < top + side; ++y) {
        auto const row =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(left)) *
            4;
        for (std::size_t x = 0; x < static_cast<std::size_t>(side); ++x)
            for (std::size_t channel = 0; channel < ground.size(); ++channel)
                if (std::abs(picture.rgba[row + x * 4 + channel] - ground[channel]) > kSame) return false;
    }
    return true;
}

} // namespace

double flat_ground(ui::Image const& picture, ui::Color ground)
{
    auto const side = std::max(1, std::min(picture.width, picture.height) / kSquaresOnShortSide);
    std::array<std::uint8_t, 3> const color{ground.red, ground.green, ground.blue};
    int squares = 0;
    int flat = 0;
    for (int top = 0; top + side <= picture.height; top += side)
        for (int left = 0; left + side <= picture.width; left += side) {
            ++squares;
            if (is_ground(picture, color, left, top, side)) ++flat;
        }
    return squares == 0 ? 0 : static_cast<double>(flat) / squares;
}

} // namespace kiosk::rehearsal
