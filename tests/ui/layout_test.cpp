#include "rehearsal/audit.h"
#include "ui/scene/layout.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::ui;

TEST_CASE("on every panel from 10 to 55 inches letters and targets have their millimetres")
{
    for (auto const& panel : rehearsal::audit_panels())
        for (auto const letters : {LetterSize::normal, LetterSize::large}) {
            Layout const layout(
                {{static_cast<float>(panel.width), static_cast<float>(panel.height)}, panel.diagonal_inches, letters});
            CAPTURE(panel.name);
            CHECK(layout.to_millimetres(layout.target()) >= kTargetMillimetres - 0.1F);
            CHECK(layout.to_millimetres(layout.gap()) >= kGapMillimetres - 0.1F);
            if (!layout.low() && !layout.narrow())
                CHECK(layout.to_millimetres(layout.main_target()) >= kMainTargetMillimetres - 0.1F);
            auto const least = letters == LetterSize::large ? kLargeCapitalMillimetres : kCapitalMillimetres;
            CHECK(layout.to_millimetres(layout.least_text(TextStep::reading) * kCapital) >= least - 0.15F);
            CHECK(layout.text(TextStep::reading) >= layout.least_text(TextStep::reading));
        }
}

TEST_CASE(
    "on every panel the least size in large letters is 1.3 times the largest in normal ones, for every step and label")
{
    for (auto const& panel : rehearsal::audit_panels()) {
        LayoutOptions options{{static_cast<float>(panel.width), static_cast<float>(panel.height)},
                              panel.diagonal_inches};
        Layout const normal(options);
        options.letters = LetterSize::large;
        Layout const large(options);
        CAPTURE(panel.name);
        for (auto const step : {TextStep::small, TextStep::reading, TextStep::lead, TextStep::title, TextStep::headline,
                                TextStep::statement}) {
            CHECK(large.least_text(step) >= normal.text(step) * kLeastEnlargement - 1);
            CHECK(large.least_text(step) <= large.text(step));
            CHECK(large.least_label(step) >= normal.text(step) * kLeastEnlargement - 1);
        }
    }
}

TEST_CASE("a panel read from afar has letters of a 200th and codes of a tenth of the distance")
{
    LayoutOptions options{{3840, 2160}, 55};
    options.viewing_distance = 4000;
    Layout const layout(options);
    CHECK(layout.to_millimetres(layout.text(TextStep::reading) * kCapital) >= 19.9F);
    CHECK(layout.to_millimetres(layout.least_code()) >= 400);
    CHECK(Layout({{3840, 2160}, 55}).to_millimetres(Layout({{3840, 2160}, 55}).least_code()) ==
          doctest::Approx(60).epsilon(0.02));
}

TEST_CASE("the bar and the content share a panel without a gap or an overlap")
{
    for (auto const& panel : rehearsal::audit_panels()) {
        Layout const layout(
            {{static_cast<float>(panel.width), static_cast<float>(panel.height)}, panel.diagonal_inches});
        CHECK(layout.bar().bottom() == static_cast<float>(panel.height));
        CHECK(layout.content().bottom() <= layout.bar().y);
        CHECK(layout.content().height > layout.bar().height / 2);
    }
}
