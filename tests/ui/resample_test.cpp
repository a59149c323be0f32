#include "ui/pictures/resample.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <numeric>

using namespace kiosk;
using namespace kiosk::ui;

namespace {

using Rgba = std::array<std::uint8_t, 4>;

Image painted(int width, int height, auto color_at)
{
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (auto const channel : Rgba(color_at(x, y))) image.rgba.push_back(channel);
    return image;
}

Rgba at(Image const& image, int x, int y)
{
    Rgba found{};
    std::copy_n(image.rgba.begin() + (static_cast<std::ptrdiff_t>(y) * image.width + x) * 4, 4, found.begin());
    return found;
}

Image whole(Image const& image, int width, int height)
{
    return resample(image, {0, 0, image.width, image.height}, width, height);
}

// A picture of every kind of pixel, always the same.
Image speckled(int width, int height)
{
    return painted(width, height, [](int x, int y) {
        auto const value = [&](int by) { return static_cast<std::uint8_t>((x * 37 + y * 91 + by * 53) % 256); };
        return Rgba{value(1), value(2), value(3), value(4)};
    });
}

} // namespace

TEST_CASE("a picture of one colour keeps it at every size, transparent or not")
{
    for (auto const color :
         {Rgba{0, 0, 0, 255}, Rgba{11, 22, 38, 255}, Rgba{255, 255, 255, 255}, Rgba{200, 3, 90, 128}})
        for (auto const& [width, height] : {std::pair{1, 1}, std::pair{7, 40}, std::pair{33, 20}, std::pair{90, 61}}) {
            auto const scaled = whole(painted(33, 20, [&](int, int) { return color; }), width, height);
            CAPTURE(scaled.width);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x) CHECK(at(scaled, x, y) == color);
        }
}

TEST_CASE("at its own size a picture stays as it is, but for what nobody sees of it")
{
    auto const image = speckled(40, 30);
    auto const same = whole(image, 40, 30);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) {
            CHECK(at(same, x, y)[3] == at(image, x, y)[3]);
            if (at(image, x, y)[3] > 16)
                for (std::size_t channel = 0; channel < 3; ++channel)
                    CHECK(std::abs(at(same, x, y)[channel] - at(image, x, y)[channel]) <= 1);
        }
}

TEST_CASE("black and white points in turn become the grey that is as bright, not half of the number")
{
    auto const checked = painted(64, 64, [](int x, int y) {
        std::uint8_t const value = (x + y) % 2 == 0 ? 255 : 0;
        return Rgba{value, value, value, 255};
    });
    // Half of the light, as IEC 61966-2-1 writes it.
    CHECK(at(whole(checked, 8, 8), 4, 4) == Rgba{188, 188, 188, 255});
}

TEST_CASE("what is transparent lends no colour to its neighbours")
{
    auto const image = painted(40, 4, [](int x, int) { return x < 20 ? Rgba{0, 255, 0, 255} : Rgba{255, 0, 0, 0}; });
    auto const smaller = whole(image, 11, 2);
    for (int x = 0; x < 11; ++x)
        if (at(smaller, x, 0)[3] > 0) CHECK(at(smaller, x, 0)[0] == 0);
}

TEST_CASE("only the part that is asked for is in the result, to its very edge")
{
    auto const image = painted(30, 30, [](int x, int y) {
        bool const inside = x >= 10 && x < 20 && y >= 5 && y < 25;
        return inside ? Rgba{0, 0, 255, 255} : Rgba{255, 0, 0, 255};
    });
    auto const part = resample(image, {10, 5, 10, 20}, 25, 9);
    for (int y = 0; y < 9; ++y)
        for (int x = 0; x < 25; ++x) CHECK(at(part, x, y) == Rgba{0, 0, 255, 255});
}

TEST_CASE("a picture from one pixel, and one to one pixel, are pictures")
{
    CHECK(at(whole(painted(1, 1, [](int, int) { return Rgba{9, 8, 7, 255}; }), 12, 3), 11, 2) == Rgba{9, 8, 7, 255});
    auto const one = whole(speckled(200, 90), 1, 1);
    CHECK(one.width == 1);
    CHECK(one.rgba.size() == 4);
}
