// Nothing pretends to be tried by a person: wherever a contact stands, the same screen says that nobody has tried it
// yet.
#include "rehearsal/gallery.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

// What a visitor would dial or type.
std::vector<std::string> ways_to(content::Channel const& channel, content::Language const& language)
{
    std::vector<std::string> ways;
    if (!channel.phone.empty()) ways.push_back(channel.phone);
    if (auto const host = channel.host(language); !host.empty()) ways.push_back(host);
    return ways;
}

// Emergency numbers, the same in all of Europe or of a country, are not contacts one would try.
bool is_emergency(std::string const& way) { return way.size() <= 4; }

bool names_in_passing(View const& view)
{
    if (view.display_state) return !view.name.starts_with("display.report");
    return view.name.starts_with("quiz.");
}

} // namespace

TEST_CASE("whatever screen shows a contact that nobody has tried says so")
{
    auto const& content = test::shipped_content();
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    int shown = 0;
    for (auto const& language : content.languages)
        for (auto const& view : gallery(content, language, GalleryScope::all, kGalleryTime)) {
            if (view.staff || names_in_passing(view)) continue;
            ui::Layout const layout(layout_of(view, {{1920, 1080}, 22}));
            std::vector<visit::Action> ignored;
            stage.frame(layout, test::shipped_themes().usual, view.state.entered, ui::Drawing::nothing,
                        [&](ui::Canvas& canvas) {
                            screens::Frame frame(canvas, content, language, ignored);
                            draw_view(frame, view);
                        });
            auto const& scene = stage.scene();
            bool const said =
                scene.says(content.words(language, "report.demonstration")) || scene.find("safe.untried." + language);
            for (auto const& channel : content.reporting.channels)
                for (auto const& way : ways_to(channel, language)) {
                    if (channel.verified() || is_emergency(way) || !scene.says(way)) continue;
                    ++shown;
                    CHECK_MESSAGE(said, view.name << " in " << language << " shows " << way);
                }
        }
    CHECK(shown > 100);
}
