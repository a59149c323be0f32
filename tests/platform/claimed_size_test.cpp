// What is believed of what screens say of their size.
#include "platform/reported_size.h"

#include <doctest/doctest.h>

using namespace kiosk::platform;

TEST_CASE("a ratio in the place of millimetres is no size, whichever way the screen stands")
{
    for (auto const& [width, height] : {std::pair(160, 90),
                                        {16, 9},
                                        {1600, 900},
                                        {160, 100},
                                        {1600, 1000},
                                        {40, 30},
                                        {400, 300},
                                        {210, 90},
                                        {0, 0},
                                        {0, 300},
                                        {-1, 5}}) {
        auto const claimed = width;
        CAPTURE(claimed);
        for (bool const upright : {false, true}) {
            auto const across = static_cast<float>(upright ? height : width);
            auto const down = static_cast<float>(upright ? width : height);
            CHECK_FALSE(plausible_diagonal({across, down, 1920, 1080}));
        }
    }
}

TEST_CASE("panels that are sold are believed, as far as letters and targets may be made by it")
{
    CHECK(*plausible_diagonal({476, 268, 1920, 1080}) == doctest::Approx(21.5).epsilon(0.01));
    CHECK(*plausible_diagonal({1210, 680, 3840, 2160}) == doctest::Approx(54.6).epsilon(0.01));
    CHECK(*plausible_diagonal({222, 125, 1920, 1080}) == doctest::Approx(10).epsilon(0.01));
    CHECK_FALSE(plausible_diagonal({154, 86, 1024, 600}));
    CHECK(plausible_diagonal({155, 90, 1024, 600}));
    CHECK_FALSE(plausible_diagonal({155, 87, 1920, 1080})); // seven inches of that many pixels
    CHECK_FALSE(plausible_diagonal({3000, 1700, 1920, 1080}));
}
