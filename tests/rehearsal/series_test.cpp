// Turning the pages of a series changes no size of letters.
#include "rehearsal/audit.h"
#include "rehearsal/gallery.h"
#include "screens/screens.h"
#include "support/kiosk.h"
#include "ui/stage.h"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

// Sizes of the running text that a scene has drawn, [px]; not of one with a word that would be cut if it were larger.
std::set<float> sizes_of_text(ui::Scene const& scene)
{
    std::set<float> sizes;
    for (auto const& node : scene.nodes()) {
        if (!node.id.starts_with("page.text.") && !node.id.starts_with("page.point.")) continue;
        for (auto const& drawn_text : scene.drawn_texts())
            if (!drawn_text.held_by_word && drawn_text.rect.x == node.rect.x && drawn_text.rect.y == node.rect.y)
                sizes.insert(drawn_text.font_size);
    }
    return sizes;
}

std::map<std::string, std::set<float>> sizes_by_series(std::string const& language, ui::LayoutOptions options)
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    std::map<std::string, std::set<float>> sizes;
    for (auto const& view : gallery(test::shipped_content(), language, GalleryScope::pages, kGalleryTime)) {
        if (view.state.screen != visit::Screen::page || view.state.reading.sources_open || view.display_state) continue;
        std::vector<visit::Action> ignored;
        stage.scroller().reset();
        stage.frame(ui::Layout(layout_of(view, options)), ui::built_in_theme(), view.state.entered,
                    ui::Drawing::nothing, [&](ui::Canvas& canvas) {
                        screens::Frame frame(canvas, test::shipped_content(), language, ignored);
                        draw_view(frame, view);
                    });
        sizes[view.state.reading.series].merge(sizes_of_text(stage.scene()));
    }
    return sizes;
}

} // namespace

TEST_CASE("all pages of a series have letters of one size, on every panel, in normal letters and in large ones")
{
    for (auto const& panel : audit_panels())
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
            for (auto const* language : {"de", "fr"}) {
                auto const sizes =
                    sizes_by_series(language, {{static_cast<float>(panel.width), static_cast<float>(panel.height)},
                                               panel.diagonal_inches,
                                               letters});
                CHECK(sizes.size() >= 4);
                for (auto const& entry : sizes) {
                    auto const& found = entry.second;
                    CAPTURE(std::string(panel.name));
                    CAPTURE(entry.first);
                    CAPTURE(std::string(language));
                    CAPTURE(letters == ui::LetterSize::large);
                    CAPTURE(*found.begin());
                    CAPTURE(*found.rbegin());
                    CHECK(found.size() == 1);
                }
            }
}
