// What staff read before new content is used: in their words, never those of a file.
#include "rehearsal/gallery.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::rehearsal;

namespace {

// What stands on the page of content whose contacts change, after "New: " or "Now: ".
std::vector<std::string> values_in(content::Language const& language)
{
    auto const& content = test::shipped_content();
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    std::vector<visit::Action> ignored;
    std::vector<std::string> values;
    for (auto const& view : gallery(content, language, GalleryScope::all, kGalleryTime)) {
        if (!view.staff || view.staff->content.staged.contacts.empty()) continue;
        ui::Layout const layout(layout_of(view, {{1920, 1080}, 22}));
        stage.frame(layout, test::shipped_themes().usual, view.state.entered, ui::Drawing::nothing,
                    [&](ui::Canvas& canvas) {
                        screens::Frame frame(canvas, content, language, ignored);
                        draw_view(frame, view);
                    });
        for (auto const& node : stage.scene().nodes())
            if (node.id.ends_with(".before") || node.id.ends_with(".after"))
                values.push_back(node.label.substr(node.label.find(": ") + 2));
    }
    return values;
}

bool holds(std::vector<std::string> const& values, std::string const& value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

} // namespace

TEST_CASE("changed terms of a contact are read in the language of whoever reads, no word of the file among them")
{
    for (auto const& language : test::shipped_content().languages) {
        CAPTURE(language);
        auto const values = values_in(language);
        CHECK(values.size() > 20);
        auto const& words = test::shipped_content().interface.at(language);
        CHECK(holds(values, words.at("report.anonymous_yes")));
        CHECK(holds(values, words.at("report.anonymous_unknown")));
        for (auto const* word : {"unknown", "country", "anywhere", "fr nl", "117 police", "112 all", "chat 116000.be"})
            CHECK_FALSE(holds(values, word));
        CHECK(holds(values, "112"));
        CHECK(holds(values, "116000.be"));
    }
    auto const french = values_in("fr");
    for (std::string const words :
         {"oui", "non", "tous les pays", "117\u00A0(police)", "français, néerlandais, allemand"})
        CHECK_MESSAGE(holds(french, words), words);
}
