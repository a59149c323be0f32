#include "platform/render_target.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::platform;
using namespace kiosk::ui;

namespace {

// The first frame of the attract loop on a panel mounted so.
ui::Image first_frame(int width, int height, Rotation rotation)
{
    auto display = make_offscreen(width, height, rotation);
    REQUIRE(display.ok());
    ManualClock clock;
    test::CountList counts;
    Problems problems;
    show::KioskScreenDependencies const parts{
        test::shipped_content(), *display.value(), clock, test::shipped_themes(), counts, 1, 22, nullptr};
    show::KioskScreen app(parts, {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::at_once, {}},
                          problems);
    app.step();
    return display.value()->picture().take();
}

std::uint8_t const* pixel(ui::Image const& image, int x, int y)
{
    return image.rgba.data() + (static_cast<std::ptrdiff_t>(y) * image.width + x) * 4;
}

bool close(std::uint8_t const* first, std::uint8_t const* second)
{
    int difference = 0;
    for (int i = 0; i < 3; ++i) difference = std::max(difference, std::abs(first[i] - second[i]));
    return difference <= 24;
}

} // namespace

TEST_CASE("a touch turned to the drawing and back is where it was")
{
    Size const panel{1920, 1080};
    for (auto const rotation : {Rotation::none, Rotation::quarter, Rotation::half, Rotation::three_quarters}) {
        auto const drawn = from_panel({300, 200}, panel, rotation);
        CHECK(to_panel(drawn, panel, rotation) == Point{300, 200});
        auto const size = rotated(panel, rotation);
        CHECK(Rect{0, 0, size.width, size.height}.contains(drawn));
    }
    // The top left of the drawing is at the top right of a panel that is turned by a quarter.
    CHECK(to_panel(Point{0, 0}, panel, Rotation::quarter) == Point{1920, 0});
    CHECK(to_panel(Rect{0, 0, 100, 50}, panel, Rotation::quarter).x == 1870);
    CHECK_FALSE(rotation_of(45));
    CHECK(rotation_of(270) == Rotation::three_quarters);
}

TEST_CASE("a panel on its side shows the same picture, turned")
{
    auto const upright = first_frame(360, 640, Rotation::none);
    for (auto const rotation : {Rotation::quarter, Rotation::three_quarters}) {
        auto const side = first_frame(640, 360, rotation);
        long same = 0;
        for (int y = 0; y < 640; ++y)
            for (int x = 0; x < 360; ++x) {
                bool const quarter = rotation == Rotation::quarter;
                auto const* turned_pixel = pixel(side, quarter ? 639 - y : y, quarter ? x : 359 - x);
                if (close(pixel(upright, x, y), turned_pixel)) ++same;
            }
        // Edges of letters fall between other pixels.
        CHECK(same > 360 * 640 * 95 / 100);
    }
}
