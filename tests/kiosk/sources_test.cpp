// The sheet of sources over a page.
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace test;

namespace {

void open_sources(Kiosk& kiosk)
{
    kiosk.begin("de");
    kiosk.tap("home.dont-look-away");
    kiosk.tap("page.next");
    kiosk.wait(1s);
    kiosk.tap("page.sources");
    REQUIRE(kiosk.has("sources.close"));
    kiosk.wait(1s);
}

} // namespace

TEST_CASE("a touch beside the sheet of sources closes it, lying and upright, and one on the sheet leaves it there")
{
    for (auto const& options : {KioskOptions{}, KioskOptions{.width = 1080, .height = 1920}}) {
        Kiosk kiosk(options);
        open_sources(kiosk);
        auto const sheet = kiosk.scene().find("sources.sheet")->rect;
        auto const* title = kiosk.scene().find("sources.title");
        REQUIRE(title);
        kiosk.tap_at(title->rect.centre().x, title->rect.centre().y);
        kiosk.wait(1s);
        CHECK(kiosk.has("sources.close"));
        bool const lying = options.width > options.height;
        kiosk.tap_at(lying ? sheet.x / 2 : sheet.centre().x, lying ? sheet.centre().y : sheet.y / 2);
        kiosk.wait(1s);
        CHECK_FALSE(kiosk.has("sources.close"));
        CHECK(kiosk.screen() == Screen::page);
    }
}

TEST_CASE("a sheet that fills a small panel is closed by its button alone")
{
    Kiosk kiosk({.width = 800, .height = 480});
    open_sources(kiosk);
    kiosk.tap_at(400, 100);
    kiosk.wait(1s);
    CHECK(kiosk.has("sources.close"));
    kiosk.tap("sources.close");
    CHECK_FALSE(kiosk.has("sources.close"));
}
