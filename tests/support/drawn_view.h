// A view of the gallery as it stands before anybody scrolls, without pixels.
#pragma once
#include "rehearsal/gallery.h"
#include "support/kiosk.h"
#include "ui/stage.h"

#include <doctest/doctest.h>

namespace test {

using namespace kiosk;

// Draws a view without a picture of it, for its scene.
inline void draw_once(ui::Stage& stage, rehearsal::View const& view, std::string const& language,
                      ui::Layout const& layout, content::Content const& content = shipped_content())
{
    std::vector<visit::Action> ignored;
    stage.scroller().reset();
    stage.frame(layout, ui::built_in_theme(), view.state.entered, ui::Drawing::nothing, [&](ui::Canvas& canvas) {
        screens::Frame frame(canvas, content, language, ignored);
        rehearsal::draw_view(frame, view);
    });
}

class DrawnView {
public:
    DrawnView(std::string const& name, std::string const& language, ui::LayoutOptions const& panel,
              content::Content const& content = shipped_content())
        : stage_(textures_, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems_)
    {
        for (auto const& view :
             rehearsal::gallery(content, language, rehearsal::GalleryScope::all, rehearsal::kGalleryTime)) {
            if (view.name != name) continue;
            ui::Layout const layout(rehearsal::layout_of(view, panel));
            bar_ = layout.bar().y;
            draw_once(stage_, view, language, layout, content);
        }
    }
    ui::Scene const& scene() const { return stage_.scene(); }
    bool is_in_sight(std::string const& id) const
    {
        CAPTURE(id);
        auto const* node = scene().find(id);
        REQUIRE(node);
        return node->rect.y >= 0 && node->rect.bottom() <= bar_;
    }

private:
    ui::UnseenTextures textures_;
    Problems problems_;
    ui::Stage stage_;
    float bar_ = 0;
};

template <typename Check>
void for_each_language(Check check)
{
    for (auto const& language : shipped_content().languages) {
        CAPTURE(language);
        check(language);
    }
}

} // namespace test
