// What the composition of screens promises: little flat ground, and a bar of one size of letters.
#include "platform/render_target.h"
#include "rehearsal/audit.h"
#include "rehearsal/flat_ground.h"
#include "rehearsal/pseudo.h"
#include "screens/screens.h"
#include "support/drawn_view.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;
using namespace kiosk::rehearsal;
using test::DrawnView;
using test::for_each_language;

namespace {

ui::Image picture(int width, int height, ui::Color color)
{
    ui::Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i)
        image.rgba.insert(image.rgba.end(), {color.red, color.green, color.blue, 255});
    return image;
}

void paint(ui::Image& image, int left, int top, int side, ui::Color color)
{
    for (int y = top; y < top + side; ++y)
        for (int x = left; x < left + side; ++x) {
            auto const at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
            image.rgba[at] = color.red;
            image.rgba[at + 1] = color.green;
            image.rgba[at + 2] = color.blue;
        }
}

constexpr ui::Color kGround{11, 22, 38};

// Sizes of letters in the bar, [px].
std::set<float> sizes_in_bar(ui::Scene const& scene, ui::Layout const& layout)
{
    std::set<float> sizes;
    for (auto const& drawn_text : scene.drawn_texts())
        if (drawn_text.view.width <= 0 && drawn_text.rect.y >= layout.bar().y && !drawn_text.held_by_word)
            sizes.insert(drawn_text.font_size);
    return sizes;
}

} // namespace

TEST_CASE("flat ground is what has the ground's colour, whole squares of it")
{
    auto image = picture(540, 540, kGround);
    CHECK(flat_ground(image, kGround) == 1);
    paint(image, 0, 0, 270, {200, 160, 90});
    CHECK(flat_ground(image, kGround) == doctest::Approx(0.75));
    CHECK(flat_ground(picture(540, 540, {21, 41, 63}), kGround) == 0); // a plate is no ground
    auto speckled = picture(540, 540, kGround);
    for (int y = 0; y < 540; y += 10)
        for (int x = 0; x < 540; x += 10) paint(speckled, x + 4, y + 4, 1, {255, 255, 255});
    CHECK(flat_ground(speckled, kGround) == 0); // nor is the air between letters
}

TEST_CASE("no screen for visitors and no slide has more than 60 % flat ground, upright and lying, in French")
{
    for (auto const& [width, height] : {std::pair{960, 540}, std::pair{540, 960}}) {
        auto display = platform::make_offscreen(width, height);
        REQUIRE(display);
        auto& surface = *display.value();
        Problems problems;
        ui::Stage stage(surface.textures(),
                        {ui::Fonts::installed_folders(),
                         {std::filesystem::path(KIOSK_ASSETS) / "pictures"},
                         Execution::at_once,
                         {}},
                        problems);
        auto const theme = ui::built_in_theme();
        for (auto const& view : gallery(test::shipped_content(), "fr", GalleryScope::one_of_each, kGalleryTime)) {
            if (visit::is_staff(view.state.screen)) continue;
            std::vector<visit::Action> ignored;
            stage.scroller().reset();
            ui::Layout const layout(layout_of(view, {surface.size(), 22}));
            surface.present(
                *stage.frame(layout, theme, view.state.entered, ui::Drawing::everything, [&](ui::Canvas& canvas) {
                    screens::Frame frame(canvas, test::shipped_content(), "fr", ignored);
                    draw_view(frame, view);
                }));
            CAPTURE(view.name);
            CAPTURE(surface.size().width);
            CHECK(flat_ground(surface.picture().value(), theme[ui::Ink::ground]) <= kMuchFlatGround);
            stage.tick();
        }
    }
}

TEST_CASE("the words of the bar have one size, on every panel, in four languages, in normal letters and in large ones")
{
    ui::NoTextures textures;
    Problems problems;
    ui::Stage stage(textures, {ui::Fonts::installed_folders(), {}, Execution::at_once, {}}, problems);
    for (auto const& panel : audit_panels())
        for (auto const& language : test::shipped_content().languages)
            for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
                for (auto const& view :
                     gallery(test::shipped_content(), language, GalleryScope::one_of_each, kGalleryTime)) {
                    if (view.name != "home" && view.name != "report-danger") continue;
                    ui::Layout const layout(
                        layout_of(view, {{static_cast<float>(panel.width), static_cast<float>(panel.height)},
                                         panel.diagonal_inches,
                                         letters}));
                    test::draw_once(stage, view, language, layout);
                    auto const sizes = sizes_in_bar(stage.scene(), layout);
                    CAPTURE(std::string(panel.name));
                    CAPTURE(language);
                    CAPTURE(view.name);
                    CHECK(sizes.size() == 1);
                }
}

TEST_CASE("a demonstration does not call a number to dial in danger untrue")
{
    for_each_language([](std::string const& language) {
        auto const& content = test::shipped_content();
        DrawnView const emergency("report-emergency.BE", language, {{1920, 1080}, 22});
        CHECK(emergency.scene().says(content.words(language, "report.demonstration_danger")));
        CHECK_FALSE(emergency.scene().says(content.words(language, "report.demonstration")));
    });
}

TEST_CASE("codes to take along are of one size, beside each other and one below the other")
{
    for_each_language([](std::string const& language) {
        for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
            for (auto const panel : {Size{1920, 1080}, Size{1080, 1920}}) {
                DrawnView const drawn("report-take", language, {panel, 22, letters});
                auto const side = [&](char const* id) { return drawn.scene().find(id)->rect.width; };
                CHECK(side("report.take.here.code") == doctest::Approx(side("report.take.elsewhere.code")));
            }
    });
}

TEST_CASE("scenes whose channel is gone still end with their steps, also in a page that scrolls")
{
    auto content = test::shipped_content();
    content.scenes.front().channel = "nobody";
    for (auto const& panel : {ui::LayoutOptions{{1280, 800}, 10.1F}, {{1920, 1080}, 21.5F, ui::LetterSize::large}}) {
        DrawnView const drawn("scene-end.travellers.hotel-bar", "de", panel, content);
        CHECK(drawn.scene().find("scene.step.1"));
        CHECK_FALSE(drawn.scene().find("scene.end.code"));
    }
}

TEST_CASE("buttons of a row have letters of one size, whichever of their words is the longest")
{
    for (auto const letters : {ui::LetterSize::normal, ui::LetterSize::large})
        for_each_language([&](std::string const& language) {
            DrawnView const drawn("report-note.1", language, {{1920, 1080}, 21.5F, letters});
            std::set<float> sizes;
            for (auto const& node : drawn.scene().nodes()) {
                if (!node.id.starts_with("report.") || node.role != ui::Role::button) continue;
                for (auto const& text : drawn.scene().drawn_texts())
                    if (text.text == node.label && !text.held_by_word) sizes.insert(text.font_size);
            }
            CHECK(sizes.size() == 1);
        });
}

TEST_CASE("where there is room, what a channel is like stands beside how it is reached, and upright below it")
{
    for_each_language([](std::string const& language) {
        auto const place_of = [&](ui::LayoutOptions const& panel, std::string const& id) {
            DrawnView const drawn("report-channel.BE.be-116000", language, panel);
            auto const* node = drawn.scene().find(id);
            REQUIRE_MESSAGE(node, id);
            return node->rect;
        };
        ui::LayoutOptions const lying{{1920, 1080}, 21.5F};
        ui::LayoutOptions const upright{{1080, 1920}, 21.5F};
        CHECK(place_of(lying, "report.channel.anonymous").x > place_of(lying, "report.channel.phone").x);
        CHECK(place_of(upright, "report.channel.anonymous").y > place_of(upright, "report.channel.phone").y);
    });
}

TEST_CASE("the attract loop says whose screen it is and what for")
{
    for (auto const& panel : {ui::LayoutOptions{{1920, 1080}, 21.5F}, {{1080, 1920}, 21.5F}, {{1280, 800}, 10.1F}})
        for_each_language([&](std::string const& language) {
            DrawnView const drawn("attract.see", language, panel);
            CHECK(drawn.scene().says(test::shipped_content().words(language, "home.statement")));
        });
}

TEST_CASE("names of languages to begin with have letters of one size, however long one of them is")
{
    auto const content = with_pseudo_language(test::shipped_content(), "nl");
    for (auto const& panel : audit_panels()) {
        CAPTURE(std::string(panel.name));
        DrawnView const drawn(
            "attract.see", "de",
            {{static_cast<float>(panel.width), static_cast<float>(panel.height)}, panel.diagonal_inches}, content);
        std::set<float> sizes;
        for (auto const& name : content.languages)
            for (auto const& text : drawn.scene().drawn_texts())
                if (text.text == content.words(name, "language")) sizes.insert(text.font_size);
        CHECK(sizes.size() == 1);
    }
}

TEST_CASE("the words of all statements begin at one height, below an eye that is no slit")
{
    for (auto const& panel : {ui::LayoutOptions{{1920, 1080}, 21.5F}, {{1080, 1920}, 21.5F}, {{1280, 800}, 10.1F}}) {
        std::set<float> tops;
        for_each_language([&](std::string const& language) {
            for (auto const* name : {"attract.see", "attract.law", "attract.ask", "attract.looks"}) {
                DrawnView const drawn(name, language, panel);
                auto const* about = drawn.scene().find("attract.about");
                tops.insert((about ? about : drawn.scene().find("attract.statement"))->rect.y);
            }
        });
        CHECK(tops.size() == 1);
        CHECK(*tops.begin() >= panel.panel.height * 0.2F);
    }
}
