// Goldens: every screen as text (its scene) in German on a wide panel and in French on a high one; and a few as small
// pictures, with tolerance. `kiosk-tests --rebaseline` writes them anew; look at the difference before you commit it.
// Where everything stands depends on the fonts and on what shapes them: goldens are Debian 12's. A machine whose
// letters have other widths holds against them what a screen says and holds, and not where.
#include "files/files.h"
#include "rehearsal/contact_sheet.h"
#include "rehearsal/gallery.h"
#include "support/kiosk.h"
#include "support/rebaseline.h"
#include "ui/pictures/image_decode.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <regex>

using namespace kiosk;
using namespace kiosk::rehearsal;
using namespace kiosk::settings;

namespace {

std::filesystem::path goldens() { return test::sources() / "tests/goldens"; }

struct GoldenPanel {
    char const* name;
    char const* language;
    int width, height;
};
constexpr GoldenPanel kPanels[] = {{"de-landscape", "de", 1920, 1080}, {"fr-portrait", "fr", 1080, 1920}};

std::string scene_of(ui::Stage& stage, View const& view, GoldenPanel const& panel)
{
    ui::Layout const layout(layout_of(view, {{static_cast<float>(panel.width), static_cast<float>(panel.height)}, 22}));
    std::vector<visit::Action> ignored;
    stage.scroller().reset();
    stage.frame(layout, test::shipped_themes().usual, view.state.entered, ui::Drawing::nothing,
                [&](ui::Canvas& canvas) {
                    screens::Frame frame(canvas, test::shipped_content(), panel.language, ignored);
                    draw_view(frame, view);
                });
    return stage.scene().dump();
}

// The text of a golden, or the one given where it is to be written.
std::string golden_text(std::filesystem::path const& file, std::string const& now)
{
    if (test::rebaseline) {
        REQUIRE(make_folder(file.parent_path()).ok());
        REQUIRE(write_file_atomically(file, now).ok());
    }
    auto const text = read_file(file);
    return text ? text.value() : std::string();
}

// Widths of some words in every face, [px], as the text engine shapes them here.
std::string letters_here()
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    std::string letters;
    for (auto const face : {ui::Face::regular, ui::Face::semibold, ui::Face::statement})
        for (auto const* words : {"AVATAR To Wave 0123456789", "Größe, ça, één; … «oui»"}) {
            auto const shaped = stage.text().shape(words, "fr", {face, 48, 1.5F, ui::Wrap::natural}, 4000);
            letters += fmt::format("{:.3f} {:.3f}\n", shaped.size.width, shaped.size.height);
        }
    return letters;
}

bool letters_are_the_goldens()
{
    static bool const same = [] {
        auto const here = letters_here();
        return golden_text(goldens() / "letters.txt", here) == here;
    }();
    return same;
}

// Without places and sizes, "917,608 160x79".
std::string without_places(std::string const& scene)
{
    static std::regex const place(R"( -?\d+,-?\d+ \d+x\d+)");
    return std::regex_replace(scene, place, "");
}

struct PixelGolden {
    char const* view;
    char const* language;
    char const* theme;
    int width, height;
};
constexpr PixelGolden kPixelGoldens[] = {
    {"attract.see", "fr", "dusk", 1920, 1080},
    {"attract.see", "de", "dusk", 1080, 1920},
    {"home", "de", "dusk", 1920, 1080},
    {"home", "fr", "day", 1080, 1920},
    {"home", "nl", "contrast", 1920, 1080},
    {"page.dont-look-away.traveller", "de", "dusk", 1920, 1080},
    {"quiz.age.reconsider", "fr", "dusk", 1920, 1080},
    {"report-danger", "en", "dusk", 1080, 1920},
    {"report-channel.KE.be-form", "fr", "dusk", 1920, 1080},
    {"report-channel.BE.be-116000", "nl", "day", 1080, 1920},
    {"still-there", "de", "dusk", 1080, 1920},
    {"display.four-percent", "fr", "dusk", 1920, 1080},
    {"display.report-belgium", "de", "dusk", 1080, 1920},
    {"staff-pin", "nl", "dusk", 1080, 1920},
    {"staff-figures.today", "fr", "dusk", 1920, 1080},
    {"staff-figures.quiz", "de", "day", 1080, 1920},
    {"staff-figures.reporting", "en", "dusk", 1920, 1080},
};

ui::Image picture_of(PixelGolden const& golden)
{
    auto display = platform::make_offscreen(golden.width, golden.height);
    REQUIRE(display.ok());
    auto& surface = *display.value();
    Problems problems;
    auto const theme = read_theme(test::sources() / "assets/themes" / (std::string(golden.theme) + ".toml"), problems);
    ui::Stage stage(surface.textures(),
                    {ui::Fonts::installed_folders(), {KIOSK_ASSETS "/pictures"}, Execution::at_once, {}}, problems);
    for (auto const& view : gallery(test::shipped_content(), golden.language, GalleryScope::all, kGalleryTime)) {
        if (view.name != golden.view) continue;
        ui::Layout const layout(layout_of(view, {surface.size(), 22}));
        std::vector<visit::Action> ignored;
        auto* data = stage.frame(layout, theme, view.state.entered, ui::Drawing::everything, [&](ui::Canvas& canvas) {
            screens::Frame frame(canvas, test::shipped_content(), golden.language, ignored);
            draw_view(frame, view);
        });
        surface.present(*data);
        return ui::cover(surface.picture().value(), golden.width / 4, golden.height / 4);
    }
    FAIL("there is no view " << golden.view);
    return {};
}

// Of 1000 pixels, how many differ by more than a hand's breadth.
long differing(ui::Image const& first, ui::Image const& second)
{
    if (first.width != second.width || first.height != second.height) return 1000;
    constexpr int kNear = 20;
    long different = 0;
    for (std::size_t i = 0; i < first.rgba.size(); i += 4) {
        bool far = false;
        for (std::size_t k = 0; k < 3; ++k) far = far || std::abs(first.rgba[i + k] - second.rgba[i + k]) > kNear;
        if (far) ++different;
    }
    return different * 1000 / (static_cast<long>(first.width) * first.height);
}

} // namespace

TEST_CASE("every screen says and holds what its golden says")
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    for (auto const& panel : kPanels)
        for (auto const& view : gallery(test::shipped_content(), panel.language, GalleryScope::pages, kGalleryTime)) {
            auto const name = std::string(panel.name) + "/" + view.name;
            CAPTURE(name);
            auto const scene = scene_of(stage, view, panel);
            auto const golden = golden_text(goldens() / panel.name / (view.name + ".txt"), scene);
            if (letters_are_the_goldens())
                CHECK_MESSAGE(scene == golden, "kiosk-tests --rebaseline writes it anew");
            else
                CHECK(without_places(scene) == without_places(golden));
            stage.tick();
        }
}

TEST_CASE("a few screens look as their goldens look")
{
    if (!letters_are_the_goldens()) {
        MESSAGE("letters are not those of the goldens here: pictures were not compared");
        return;
    }
    for (auto const& golden : kPixelGoldens) {
        auto const file =
            goldens() / "pixels" /
            fmt::format("{}-{}-{}-{}x{}.png", golden.view, golden.language, golden.theme, golden.width, golden.height);
        auto const now = picture_of(golden);
        if (test::rebaseline) {
            REQUIRE(make_folder(file.parent_path()).ok());
            REQUIRE(ui::write_png(file.string(), now).ok());
        }
        CAPTURE(file.string());
        auto const bytes = read_file(file);
        REQUIRE(bytes.ok());
        auto const before = ui::decode_picture(bytes.value(), file.string());
        REQUIRE(before.ok());
        CHECK(differing(now, before.value()) <= 5);
    }
}
