// Of several buttons one holds: it looks other than the rest without its mark, which a narrow button drops, in every
// theme.
#include "platform/render_target.h"
#include "settings/themes.h"
#include "support/kiosk.h"
#include "ui/stage.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

ui::Image picture_of(ui::Theme const& theme, ui::ButtonStyle style)
{
    auto display = platform::make_offscreen(400, 200);
    REQUIRE(display.ok());
    auto& surface = *display.value();
    Problems problems;
    ui::Stage stage(surface.textures(), {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    ui::Layout const layout({surface.size(), 22});
    auto* data = stage.frame(layout, theme, {}, ui::Drawing::everything, [&](ui::Canvas& canvas) {
        ui::button(canvas, {20, 20, 160, 80}, {"one", "FR", "", "", "", style, ui::TextStep::reading, ""});
    });
    surface.present(*data);
    return surface.picture().value();
}

} // namespace

TEST_CASE("a chosen button is told from one that is not, in every theme")
{
    for (auto const* name : {"dusk", "day", "contrast"}) {
        CAPTURE(name);
        Problems problems;
        auto const theme =
            settings::read_theme(test::sources() / "assets/themes" / (std::string(name) + ".toml"), problems);
        REQUIRE(problems.empty());
        auto const chosen = picture_of(theme, ui::ButtonStyle::chosen);
        auto const quiet = picture_of(theme, ui::ButtonStyle::quiet);
        REQUIRE(chosen.rgba.size() == quiet.rgba.size());
        std::size_t different = 0;
        for (std::size_t i = 0; i < chosen.rgba.size(); ++i)
            if (std::abs(chosen.rgba[i] - quiet.rgba[i]) > 20) ++different;
        CHECK(different > 500);
    }
}
